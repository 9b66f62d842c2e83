package relevo.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relevo.archive.Folder;
import relevo.words.Printable;

/** The folder of what was gathered for one requirement: {@code reports/evidence/<id>/}. */
public final class EvidenceFolder {

    /** A number below zero computes nothing, and HAProxy has a column that is called {@code -}. */
    private static final Pattern FORMULA = Pattern.compile("(?m)((?:^|[,;]) *\"?)([=+@]|-(?!\\d{0,20}(?:\\.\\d{1,20})?\"?(?:[,;]|$)))");

    private final Path reports;
    private final Path folder;
    private final Set<String> elsewhere = new TreeSet<>();

    /** Begins anew: what an earlier run gathered for this requirement is removed. */
    EvidenceFolder(Path reports, String id) {
        this.reports = reports;
        this.folder = reports.resolve("evidence").resolve(id);
        try {
            Folder.remove(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Where a file of this name is to be written; the folder is made. */
    public Path file(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Texts by file name, {@link Printable}, because people look at them in a terminal; a cell of a table that a spreadsheet would compute gets an
     * apostrophe in front.
     */
    public void keep(Map<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                Files.writeString(file(name), name.endsWith(".csv") ? FORMULA.matcher(Printable.of(text)).replaceAll("$1'$2") : Printable.of(text));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    /** A report of its own that tells more, relative to the reports' folder. */
    public void alsoIn(String path) {
        elsewhere.add(path);
    }

    /** What is there, relative to the reports' folder. */
    public List<String> paths() {
        if (!Files.isDirectory(folder)) {
            return List.copyOf(elsewhere);
        }
        try (var files = Files.list(folder)) {
            return Stream.concat(elsewhere.stream(), files.map(file -> reports.relativize(file).toString().replace('\\', '/')).sorted()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
