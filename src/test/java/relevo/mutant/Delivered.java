package relevo.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import relevo.report.mutant.Expected;
import relevo.words.Text;
import relevo.yaml.YamlNode;

/**
 * A whole delivery of the test bed, as a team hands one in: {@code src/test/resources/deliveries/<id>/}, with {@code expected.yaml}, what a careful teacher
 * says of it.
 *
 * @param id       name of its folder
 * @param folder   with its Vagrantfile
 * @param what     it is, in a sentence
 * @param manager  of the instances on its machines, {@code lxd} or {@code incus}: their image has it
 * @param expected what it deserves
 */
record Delivered(String id, Path folder, Text what, String manager, Expected expected) {

    private static final Path BED = Path.of("src/test/resources/deliveries");

    /** All of them, by name. */
    static List<Delivered> all() {
        try (var folders = Files.list(BED)) {
            return folders.filter(folder -> Files.isReadable(folder.resolve("expected.yaml"))).sorted().map(Delivered::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Delivered read(Path folder) {
        try {
            var id = folder.getFileName().toString();
            var root = YamlNode.parse("deliveries/" + id + "/expected.yaml", Files.readString(folder.resolve("expected.yaml")));
            root.allow(Set.of("what", "machines", "manager", "up-seconds", "expected"));
            return new Delivered(id, folder, MutantFile.sentence(root.need("what")), root.find("manager").map(name -> name.oneOf("lxd", "incus")).orElse("lxd"),
                    DeliveryFile.expected(root.need("expected")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Those that are asked for.
     *
     * @param which empty for all, ids with commas, or how many
     * @param seed  of what a number chooses
     * @throws IllegalArgumentException naming an id that is none
     */
    static List<Delivered> chosen(List<Delivered> all, String which, long seed) {
        if (which.isBlank()) {
            return all;
        }
        if (which.strip().matches("\\d{1,4}")) {
            return Mutants.sample(all, Integer.parseInt(which.strip()), seed);
        }
        var ids = Stream.of(which.split(",")).map(String::strip).toList();
        ids.stream().filter(id -> all.stream().noneMatch(one -> one.id().equals(id))).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(Text.of("no hay ninguna entrega '%s'; las que hay: %s", "there is no delivery '%s'; those there are: %s", id,
                    all.stream().map(Delivered::id).toList()).toString());
        });
        return all.stream().filter(one -> ids.contains(one.id())).toList();
    }
}
