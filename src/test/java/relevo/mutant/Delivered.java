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
 * @param expected what it deserves
 */
record Delivered(String id, Path folder, Text what, Expected expected) {

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
            root.allow(Set.of("what", "machines", "up-seconds", "expected"));
            return new Delivered(id, folder, MutantFile.sentence(root.need("what")), DeliveryFile.expected(root.need("expected")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Those that are asked for.
     *
     * @param which empty for all, or ids, with commas
     * @throws IllegalArgumentException naming an id that is none
     */
    static List<Delivered> chosen(List<Delivered> all, String which) {
        if (which.isBlank()) {
            return all;
        }
        var ids = Stream.of(which.split(",")).map(String::strip).toList();
        ids.stream().filter(id -> all.stream().noneMatch(one -> one.id().equals(id))).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(Text.of("no hay ninguna entrega '%s'; las que hay: %s", "there is no delivery '%s'; those there are: %s", id,
                    all.stream().map(Delivered::id).toList()).toString());
        });
        return all.stream().filter(one -> ids.contains(one.id())).toList();
    }
}
