package relevo.course;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import relevo.words.Printable;

/** What a delivery's run says, line by line in a file that stays readable and small. */
final class Log implements AutoCloseable {

    private static final long MOST = 8L << 20;
    private static final int LONGEST = 2_000;
    /** Maven ends with one, also where it has used none. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final BufferedWriter file;
    private long written;
    private String last = "";

    Log(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
    }

    synchronized void line(String line) {
        var text = Printable.of(COLOUR.matcher(line.substring(0, Math.min(line.length(), LONGEST))).replaceAll(""));
        if (!text.isBlank()) {
            last = text.strip();
        }
        written += text.length() + 1;
        if (written <= MOST) {
            try {
                file.write(text);
                file.newLine();
                file.flush();
            } catch (IOException full) {
                written = MOST;
            }
        }
    }

    /** The last line that said anything. */
    synchronized String last() {
        return last;
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
