package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.verdict.CannotStart;
import relevo.words.Nearest;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * The Vagrantfiles of a folder, and the one that is this assignment's. A course's folder may hold many.
 *
 * @param root  the folder, without links in its path
 * @param typed the same as it was typed
 */
record Vagrantfiles(Path root, String typed) {

    /** The folder, and so many below it. */
    private static final int DEEPEST = 3;
    private static final int MOST_VISITED = 20_000;
    private static final int MOST_SHOWN = 12;
    private static final String NAME = "Vagrantfile";
    private static final Set<String> NOT_DELIVERED = Set.of(".git", ".vagrant", ".relevo", "node_modules", "__MACOSX");
    /** What the assignment cannot do without. */
    private static final List<Pattern> ASKED_FOR = List.of(Pattern.compile("(?i)lxd|lxc|incus"), Pattern.compile("(?i)haproxy"));

    private record Candidate(Path folder, String file, String name, int score) {
    }

    private static final class Found {
        private final Map<Path, List<String>> byFolder = new TreeMap<>();
        private final List<String> packed = new ArrayList<>();
        private int visited;
    }

    /**
     * The one that was asked for, the only one, or the only one that speaks most of what the assignment asks for.
     *
     * @param which its folder, from the one handed in
     * @throws CannotStart when there is none, or no single one
     */
    Handover.OfVagrant choose(Optional<String> which) throws IOException {
        var found = look();
        if (found.byFolder.isEmpty()) {
            throw none(found);
        }
        var candidates = new ArrayList<Candidate>();
        for (var entry : found.byFolder.entrySet()) {
            candidates.add(candidate(entry.getKey(), entry.getValue()));
        }
        var chosen = which.isPresent() ? named(candidates, which.get()) : best(candidates);
        return new Handover.OfVagrant(root, chosen.folder(), chosen.file(), notes(found, candidates, chosen));
    }

    private Found look() throws IOException {
        var found = new Found();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST + 1, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(root) && NOT_DELIVERED.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : counted();
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = file.getFileName().toString();
                if (attributes.isRegularFile() && name.equalsIgnoreCase(NAME)) {
                    found.byFolder.computeIfAbsent(file.getParent(), unseen -> new ArrayList<>()).add(name);
                } else if (attributes.isRegularFile() && name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|rar|7z|tgz|tar\\.gz)")) {
                    found.packed.add(name);
                }
                return counted();
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return counted();
            }

            private FileVisitResult counted() {
                return ++found.visited < MOST_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
        });
        return found;
    }

    /** Of several in one folder, the one that Vagrant takes there. */
    private Candidate candidate(Path folder, List<String> files) {
        var file = files.stream().min(Comparator.comparing((String name) -> !name.equals(NAME)).thenComparing(name -> !name.equals("vagrantfile"))
                .thenComparing(Comparator.naturalOrder())).orElseThrow();
        var name = folder.equals(root) ? "." : root.relativize(folder).toString();
        return new Candidate(folder, file, name, score(new VagrantScripts(root, folder).withNamed(file)));
    }

    private static int score(List<Path> files) {
        var text = files.stream().map(Vagrantfiles::text).collect(Collectors.joining("\n"));
        return (int) ASKED_FOR.stream().filter(word -> word.matcher(text).find()).count();
    }

    private static String text(Path file) {
        try {
            return HandedFile.text(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private Candidate best(List<Candidate> candidates) {
        var most = candidates.stream().mapToInt(Candidate::score).max().orElseThrow();
        var best = candidates.stream().filter(candidate -> candidate.score() == most).toList();
        if (best.size() > 1) {
            throw several(best);
        }
        return best.get(0);
    }

    private Candidate named(List<Candidate> candidates, String which) {
        var wanted = which.strip().replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
        for (var fits : List.<Predicate<Candidate>>of(
                candidate -> candidate.name().equals(wanted) || withFile(candidate).equals(wanted),
                candidate -> candidate.name().equalsIgnoreCase(wanted),
                candidate -> candidate.name().endsWith("/" + wanted))) {
            var named = candidates.stream().filter(fits).toList();
            if (named.size() == 1) {
                return named.get(0);
            }
        }
        var names = candidates.stream().map(Candidate::name).toList();
        throw new CannotStart(Shown.text("En -Drelevo.delivery=%s no hay ningún Vagrantfile en «%s».",
                "In -Drelevo.delivery=%s there is no Vagrantfile in \"%s\".",
                typed, which),
                Shown.text("Lo más parecido es «%s».", "The nearest is \"%s\".", Nearest.of(Shown.of(wanted), names)));
    }

    private static String withFile(Candidate candidate) {
        return candidate.name().equals(".") ? candidate.file() : candidate.name() + "/" + candidate.file();
    }

    private CannotStart several(List<Candidate> best) {
        var names = best.stream().limit(MOST_SHOWN).map(candidate -> "«" + Shown.of(candidate.name()) + "»").toList();
        var more = best.size() > MOST_SHOWN ? ", …" : "";
        var example = best.stream().filter(candidate -> !candidate.name().equals(".")).findFirst().orElseThrow().name();
        return new CannotStart(Shown.text("-Drelevo.delivery=%1$s tiene %2$d Vagrantfile entre los que no se puede decidir:",
                "-Drelevo.delivery=%1$s has %2$d Vagrantfiles, and none stands out:", typed, best.size())
                        .then(Text.same(String.join(", ", names) + more + ".")),
                Shown.text("Diga cuál: -Drelevo.delivery=\"%1$s\", o «delivery: \"%2$s\"» en el fichero de correspondencias.",
                        "Say which: -Drelevo.delivery=\"%1$s\", or \"delivery: \"%2$s\"\" in the mapping file.", typed.replaceFirst("/+$", "") + "/" + example,
                        example));
    }

    private CannotStart none(Found found) {
        var remedy = found.packed.isEmpty()
                ? Text.of("Dé la carpeta que lo tiene, o el fichero de sus máquinas (ssh_config o inventario de Ansible).",
                        "Give the folder that has it, or the file of its machines (ssh_config or Ansible inventory).")
                : Shown.text("Descomprima %s y dé esa carpeta.", "Unpack %s and give that folder.", found.packed.get(0));
        var bound = found.visited < MOST_VISITED ? Text.same("") : Text.of("Solo se miraron los primeros %d ficheros.",
                "Only the first %d files were looked at.", MOST_VISITED);
        return new CannotStart(Shown.text("En -Drelevo.delivery=%1$s no hay ningún Vagrantfile, ni %2$d carpetas más abajo.",
                "There is no Vagrantfile in -Drelevo.delivery=%1$s, nor %2$d folders below.", typed, DEEPEST).then(bound), remedy);
    }

    private static List<Text> notes(Found found, List<Candidate> candidates, Candidate chosen) {
        var several = candidates.size() < 2 ? Stream.<Text>empty() : Stream.of(Shown.text("De %1$d Vagrantfile se toma el de «%2$s».",
                "Of %1$d Vagrantfiles, the one in \"%2$s\" is taken.", candidates.size(), chosen.name()));
        var beside = found.byFolder.get(chosen.folder()).size() < 2 ? Stream.<Text>empty()
                : Stream.of(Shown.text("En su carpeta hay varios; Vagrant toma «%s».", "There are several in its folder; Vagrant takes \"%s\".",
                        chosen.file()));
        return Stream.concat(several, beside).toList();
    }
}
