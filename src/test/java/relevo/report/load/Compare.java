package relevo.report.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import relevo.words.Text;

/** Compares two load reports: {@code bin/compare-load BEFORE AFTER [PAGE]}. */
public final class Compare {

    private static final String SUMMARY = "summary.json";
    private static final String PAGE = "reports/load/compare.html";
    private static final int REFUSED = 2;

    private Compare() {
    }

    /**
     * Writes the page and says where it is; the JVM ends with status 2, and a line in each language, when that cannot be done.
     *
     * @param args two summaries, or folders with one, before and after; and optionally the page to write
     */
    public static void main(String... args) {
        int status = run(System.out, System.err, args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        try {
            Path page = compare(args);
            out.println(Text.of("La comparación está en %s", "The comparison is in %s", page));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println(Text.of("no se puede escribir la comparación: %s", "the comparison cannot be written: %s", e));
        }
        return REFUSED;
    }

    private static Path compare(String... args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            throw new IllegalArgumentException(Text.of("uso: bin/compare-load ANTES DESPUÉS [PÁGINA]; ANTES y DESPUÉS son un summary.json o una carpeta que "
                    + "lo contiene",
                    "usage: bin/compare-load BEFORE AFTER [PAGE]; BEFORE and AFTER are a summary.json or a folder that contains one").toString());
        }
        LoadSummary before = LoadJson.read(summary(args[0]));
        LoadSummary after = LoadJson.read(summary(args[1]));
        Path page = path(args.length > 2 ? args[2] : PAGE).toAbsolutePath().normalize();
        Files.createDirectories(page.getParent());
        // Not writeString: it refuses text with half a surrogate pair, and a server may be called anything.
        return Files.write(page, ComparePage.render(before, after).getBytes(StandardCharsets.UTF_8));
    }

    private static Path summary(String name) {
        Path path = path(name);
        return Files.isDirectory(path) ? path.resolve(SUMMARY) : path;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(Text.of("no es una ruta: %s", "not a path: %s", name).toString(), e);
        }
    }
}
