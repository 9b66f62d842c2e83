package relevo.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that is written anew. */
public final class Folder {

    private Folder() {
    }

    /** Removes what is in it, without the files there whose names begin so. @throws IOException when something in it cannot be removed */
    public static void empty(Path folder, String but) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var old = Files.list(folder)) {
                for (var path : old.filter(one -> !Files.isRegularFile(one) || !one.getFileName().toString().startsWith(but)).toList()) {
                    remove(path);
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** Removes it with all that is in it; nothing where it is not there. @throws IOException when something in it cannot be removed */
    public static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var old = Files.walk(folder)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
