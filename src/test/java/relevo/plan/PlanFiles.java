package relevo.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import relevo.observation.OwnTests.OtherTool;
import relevo.observation.PlanDescription;
import relevo.observation.PlanDescription.Reading;
import relevo.words.Shown;

/**
 * The load tests in a delivery's folder.
 *
 * @param plans  of JMeter, by their paths
 * @param others of other tools, by their paths
 * @param more   plans beyond those, which were not read
 */
public record PlanFiles(List<Plan> plans, List<OtherTool> others, int more) {

    private static final int DEEPEST = 6;
    private static final int MOST_VISITED = 20_000;
    private static final int MOST_PLANS = 12;
    private static final int MOST_OTHERS = 20;
    private static final long LARGEST_PLAN = 5L << 20;
    private static final int LARGEST_SCRIPT = 256 << 10;
    /** What tools put there, which nobody handed in. */
    private static final Set<String> NOT_DELIVERED = Set.of(".git", ".vagrant", ".relevo", "node_modules", "target");

    /** What is in the folder and up to so many below it; links are not followed. Empty where there is no such folder. */
    public static PlanFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new PlanFiles(List.of(), List.of(), 0);
        }
        try {
            Path root = folder.toRealPath();
            List<Path> files = files(root);
            List<Path> jmx = files.stream().filter(PlanFiles::isPlan).toList();
            List<OtherTool> others = new ArrayList<>();
            for (Path file : files) {
                if (!isPlan(file) && others.size() < MOST_OTHERS && Tools.mayBe(file)) {
                    Tools.of(file, script(file)).ifPresent(tool -> others.add(new OtherTool(name(root, file), tool)));
                }
            }
            return new PlanFiles(jmx.stream().limit(MOST_PLANS).map(file -> read(root, file)).toList(), List.copyOf(others),
                    Math.max(0, jmx.size() - MOST_PLANS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Nothing of one that is larger than scripts are, or that this user may not read. */
    private static String script(Path file) {
        try {
            byte[] text = start(file, LARGEST_SCRIPT + 1);
            return text.length > LARGEST_SCRIPT ? "" : new String(text, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static boolean isPlan(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jmx");
    }

    private static Plan read(Path root, Path file) {
        String name = name(root, file);
        try {
            byte[] xml = start(file, (int) LARGEST_PLAN + 1);
            return xml.length > LARGEST_PLAN ? Plan.unread(PlanDescription.unread(name, Reading.TOO_LARGE, "")) : PlanReader.read(name, xml);
        } catch (IOException unreadable) {
            return Plan.unread(PlanDescription.unread(name, Reading.NOT_XML, unreadable.getClass().getSimpleName()));
        }
    }

    private static byte[] start(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }

    private static String name(Path root, Path file) {
        List<String> names = new ArrayList<>();
        root.relativize(file).forEach(part -> names.add(Shown.of(part.toString())));
        return String.join("/", names);
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
            private int visited;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.getFileName() != null && NOT_DELIVERED.contains(folder.getFileName().toString()) && !folder.equals(root)
                        ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(file);
                }
                return ++visited < MOST_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(file -> root.relativize(file).toString()));
        return found;
    }
}
