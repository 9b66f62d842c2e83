package relevo.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import relevo.report.mutant.Kind;
import relevo.words.Text;

/** The mutants of {@code src/test/resources/mutants/}, and which of them a run plays. */
final class Mutants {

    private Mutants() {
    }

    /** All of them: the wrong ones first, each kind by name, and those for which the cluster is made anew at the end. */
    static List<Mutant> all() {
        return Stream.of(Kind.values()).flatMap(Mutants::read).sorted(Comparator.comparing(mutant -> mutant.change().founds())).toList();
    }

    /** Those of a kind, by name. */
    static List<Mutant> of(Kind kind) {
        return all().stream().filter(mutant -> mutant.kind() == kind).sorted(Comparator.comparing(Mutant::id)).toList();
    }

    private static Stream<Mutant> read(Kind kind) {
        try (var files = Files.list(Path.of(Mutants.class.getResource("/mutants/" + kind.folder()).toURI()))) {
            var mutants = new ArrayList<Mutant>();
            for (var file : files.sorted().toList()) {
                mutants.add(MutantFile.parse(file.getFileName().toString().replaceAll("[.]yaml$", ""), kind, Files.readString(file)));
            }
            return mutants.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }

    /**
     * Those that are asked for.
     *
     * @param which empty for all; the name of a folder for those of a kind; a number for a sample of so many; or ids, with commas
     * @param seed  of the sample: the same seed, the same sample
     * @throws IllegalArgumentException naming an id that is none
     */
    static List<Mutant> chosen(List<Mutant> all, String which, long seed) {
        if (which.isBlank()) {
            return all;
        }
        if (Stream.of(Kind.values()).anyMatch(kind -> kind.folder().equals(which.strip()))) {
            return all.stream().filter(mutant -> mutant.kind().folder().equals(which.strip())).toList();
        }
        if (which.strip().matches("\\d{1,4}")) {
            return sample(all, Integer.parseInt(which.strip()), seed);
        }
        var ids = Stream.of(which.split(",")).map(String::strip).toList();
        ids.stream().filter(id -> all.stream().noneMatch(mutant -> mutant.id().equals(id))).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(Text.of("no hay ningún mutante '%s'; los que hay: %s", "there is no mutant '%s'; those there are: %s", id,
                    all.stream().map(Mutant::id).toList()).toString());
        });
        return all.stream().filter(mutant -> ids.contains(mutant.id())).toList();
    }

    /** So many of them, or all where there are fewer, chosen by the seed, in their own order. */
    static <T> List<T> sample(List<T> all, int many, long seed) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        var chosen = shuffled.subList(0, Math.min(all.size(), many));
        return all.stream().filter(chosen::contains).toList();
    }
}
