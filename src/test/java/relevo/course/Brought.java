package relevo.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.archive.Redaction;
import relevo.archive.SavedConfiguration;
import relevo.observation.ConfigurationFile;
import relevo.report.ReportFiles;
import relevo.words.Printable;

/** What a delivery brings that can be compared among teams, kept among its reports: its configurations of HAProxy, and its pages. */
final class Brought {

    private static final String FOLDER = "brought";
    private static final String CONFIGURATION = "haproxy.cfg";
    private static final int MOST_FILES = 20;
    private static final int DEPTH = 8;
    private static final long LARGEST = 256 << 10;

    private Brought() {
    }

    /** Puts it among these reports, without passwords. */
    static void keep(Path delivery, Path reports) {
        if (Files.isDirectory(delivery)) {
            var texts = new TreeMap<String, StringBuilder>();
            for (var file : files(delivery)) {
                var text = texts.computeIfAbsent(kind(file), unseen -> new StringBuilder());
                text.append(text(file)).append('\n');
            }
            texts.forEach((kind, text) -> ReportFiles.put(reports.resolve(FOLDER).resolve(kind), Redaction.of(text.toString())));
        }
    }

    /** What was kept among these reports: {@code haproxy.cfg}, {@code pages} to their text; what HAProxy ran with, where that is known. */
    static Map<String, String> in(Path reports) {
        var brought = new TreeMap<String, String>();
        for (var kind : List.of(CONFIGURATION, "pages")) {
            var file = reports.resolve(FOLDER).resolve(kind);
            if (Files.isReadable(file)) {
                brought.put(kind, text(file));
            }
        }
        var inForce = new SavedConfiguration(reports).read().stream().map(ConfigurationFile::text).collect(Collectors.joining("\n"));
        if (!inForce.isBlank()) {
            brought.put(CONFIGURATION, inForce);
        }
        return brought;
    }

    private static String kind(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".cfg") ? CONFIGURATION : "pages";
    }

    private static List<Path> files(Path delivery) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(delivery, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var hidden = !folder.equals(delivery) && folder.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    if (attributes.isRegularFile() && attributes.size() <= LARGEST && Files.isReadable(file)
                            && name.matches(".*haproxy.*\\.cfg|.*\\.http|.*\\.html?")) {
                        found.add(file);
                    }
                    return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found.stream().sorted().toList();
    }

    private static String text(Path file) {
        try {
            return Printable.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return "";
        }
    }
}
