package relevo.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import relevo.words.Printable;

/**
 * What a run found wrong, as annotations that GitHub shows beside the lines of a team's own files: {@code bin/annotate [REPORTS [DELIVERY]]}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">GitHub's workflow commands, error and warning</a>
 */
public final class Annotations {

    private static final Pattern PLACE = Pattern.compile("([\\w.-]{1,80}\\.cfg):(\\d{1,6})");
    private static final int DEPTH = 8;
    private static final int REFUSED = 2;

    private Annotations() {
    }

    /** The JVM ends with status 2, and one line, where there is no checklist. */
    public static void main(String... arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            var reports = Path.of(arguments.length > 0 ? arguments[0] : "reports");
            var delivery = Path.of(arguments.length > 1 ? arguments[1] : ".");
            of(SavedRun.in(reports).asGiven(Catalogue.load()), delivery).forEach(out::println);
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            err.println("No se puede anotar · Cannot annotate: " + Printable.of(String.valueOf(refused.getMessage())).replaceAll("\\s+", " "));
            return REFUSED;
        }
    }

    /** One line for each row that something of its own is wrong with. @param delivery whose files are looked for by name */
    static List<String> of(Checklist checklist, Path delivery) {
        return checklist.rows().stream().filter(Row::isRoot).map(row -> annotation(row, delivery)).toList();
    }

    private static String annotation(Row row, Path delivery) {
        var verdict = row.verdict();
        var said = row.told().then(verdict.expected()).then(verdict.remedy());
        var where = PLACE.matcher(row.told().es()).results()
                .flatMap(place -> file(delivery, place.group(1)).map(file -> "file=" + property(file) + ",line=" + place.group(2) + ",").stream()).findFirst();
        return "::" + (row.state() == State.NOT_MET ? "error" : "warning") + " " + where.orElse("")
                + "title=" + property(row.id() + " " + row.requirement().title().es()) + "::" + data(said.es() + "\n" + said.en());
    }

    /** The only file of this name in a delivery, relative to it. */
    private static Optional<String> file(Path delivery, String name) {
        try (var files = Files.find(delivery, DEPTH, (path, attributes) -> attributes.isRegularFile() && path.getFileName().toString().equals(name))) {
            var found = files.limit(2).toList();
            return found.size() == 1 ? Optional.of(delivery.relativize(found.get(0)).toString()) : Optional.empty();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static String data(String text) {
        return Printable.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
