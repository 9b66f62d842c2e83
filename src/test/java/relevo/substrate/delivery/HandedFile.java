package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody handed in: read up to a limit, never run. */
final class HandedFile {

    /** In bytes; what is longer was not written by hand. */
    static final int LARGEST = 256 << 10;

    private HandedFile() {
    }

    /** Its beginning as text: UTF-8, or the UTF-16 that Windows' PowerShell writes behind a {@code >}. */
    static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST);
            var text = new String(bytes, charset(bytes));
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
    }

    private static Charset charset(byte[] bytes) {
        var mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
