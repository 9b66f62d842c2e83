package relevo.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import relevo.report.load.LoadReport;
import relevo.words.Printable;

/** Judges a saved run again, all of it and without a cluster: {@code bin/judge [--into FOLDER] [REPORTS]}. */
public final class JudgeAgain {

    private static final String REPORTS = "reports";
    private static final int CHANGED = 1;
    private static final int REFUSED = 2;

    private final PrintStream out;
    private final Path reports;
    private final Optional<Path> into;

    private JudgeAgain(PrintStream out, Path reports, Optional<Path> into) {
        this.out = out;
        this.reports = reports;
        this.into = into;
    }

    /**
     * Prints the checklist that the saved observations lead to, and says whether it has the verdicts of {@code checklist.json}. The JVM ends with
     * status 1 when it has not, and with 2, and one line, when that cannot be said.
     *
     * @param arguments {@code --into} and the folder for the checklist's files and the load report, which are written nowhere without it; the folder
     *                  of the run, {@code reports} unless told
     */
    public static void main(String... arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            var rest = new ArrayList<>(List.of(arguments));
            var into = Optional.<Path>empty();
            if (rest.size() > 1 && rest.get(0).equals("--into")) {
                into = Optional.of(path(rest.get(1)));
                rest.subList(0, 2).clear();
            }
            if (rest.size() > 1 || rest.stream().anyMatch(argument -> argument.startsWith("--"))) {
                throw new IllegalArgumentException("uso · usage: bin/judge [--into CARPETA·FOLDER] [REPORTS]");
            }
            return new JudgeAgain(out, path(rest.isEmpty() ? REPORTS : rest.get(0)), into).judge() ? 0 : CHANGED;
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            err.println("No se puede evaluar · Cannot be judged: " + Printable.of(String.valueOf(refused.getMessage())).replaceAll("\\s+", " "));
            return REFUSED;
        }
    }

    private boolean judge() {
        var run = SavedRun.in(reports);
        var saved = run.saved();
        var catalogue = Catalogue.load();
        var verdicts = run.verdicts();
        var checklist = run.judged(catalogue, run.rubric(catalogue), verdicts);
        out.print(ChecklistConsole.render(checklist, false));
        into.ifPresent(folder -> {
            ReportFiles.write(checklist, folder, reports);
            LoadReport.write(reports, saved.rows().keySet(), folder);
        });
        say("sin juez, como lo dio la ejecución · without a judge, as the run gave it",
                saved.rows().keySet().stream().filter(id -> verdicts.containsKey(id) && !verdicts.get(id).judged()).toList());
        say("no se guardó nada · nothing was saved", saved.rows().keySet().stream().filter(id -> !verdicts.containsKey(id)).toList());
        return same(saved, checklist);
    }

    private boolean same(SavedChecklist saved, Checklist checklist) {
        var other = StreamSupport.stream(ChecklistJson.tree(checklist).path("requirements").spliterator(), false)
                .filter(row -> saved.rows().containsKey(row.path("id").asText()) && !saved.agrees(row)).toList();
        other.forEach(row -> changed(saved.rows().get(row.path("id").asText()), row));
        out.println(other.isEmpty()
                ? "= los mismos %1$d veredictos, byte por byte · the same %1$d verdicts, byte for byte".formatted(saved.rows().size())
                : "! %1$d de %2$d veredictos cambiaron · %1$d of %2$d verdicts changed: %3$s".formatted(other.size(), saved.rows().size(),
                        other.stream().map(row -> row.path("id").asText()).collect(joining(" "))));
        return other.isEmpty();
    }

    private void changed(JsonNode before, JsonNode now) {
        out.println("! " + now.path("id").asText() + ": " + told(before) + "\n  -> " + told(now));
    }

    private static String told(JsonNode row) {
        return Printable.of(row.path("verdict").asText() + " · " + row.path("reason").path("es").asText() + " · " + row.path("reason").path("en").asText())
                .replaceAll("\\s+", " ");
    }

    private void say(String what, List<String> ids) {
        if (!ids.isEmpty()) {
            out.println("? " + what + ": " + String.join(" ", ids));
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new IllegalArgumentException("no es una ruta · not a path: " + name, invalid);
        }
    }
}
