package relevo.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import relevo.live.page.PageServer;

/** The word in the page's address without which nobody gets in: made once for each folder, so that a page that is open stays right after a restart. */
final class Token {

    private static final String FILE = "live-token";
    private static final String SHAPE = "[\\w-]{20,64}";

    private Token() {
    }

    /**
     * The one of this folder, made where there is none or where it will not do; nobody but its owner can read it.
     *
     * @throws IOException when it cannot be written
     */
    static String in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (Files.isReadable(file)) {
            var kept = Files.readString(file).strip();
            if (kept.matches(SHAPE)) {
                return kept;
            }
        }
        var token = PageServer.newToken();
        var next = Files.createTempFile(Files.createDirectories(folder), FILE, ".new", PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, token + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return token;
    }
}
