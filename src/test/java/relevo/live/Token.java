package relevo.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import relevo.live.page.PageServer;

/** The word in the page's address without which nobody gets in: made once for each folder, so that a page that is open stays right after a restart. */
final class Token {

    private static final String FILE = "live-token";
    private static final String SHAPE = "[\\w-]{20,64}";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private Token() {
    }

    /**
     * The one of this folder, made where there is none, where it will not do or where others could read it: nobody but its owner can.
     *
     * @throws IOException when it cannot be written
     */
    static String in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (Files.isReadable(file)) {
            // Whatever bytes it has.
            var kept = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (kept.matches(SHAPE) && Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
                return kept;
            }
        }
        var token = PageServer.newToken();
        var next = Files.createTempFile(Files.createDirectories(folder), FILE, ".new", PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        Files.writeString(next, token + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return token;
    }
}
