package relevo.course;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import relevo.report.Catalogue;
import relevo.report.Checklist;
import relevo.report.Points;
import relevo.report.Row;
import relevo.report.Rubric;
import relevo.report.SavedRun;
import relevo.words.Printable;

/** Judges every saved run of a course again, without any cluster, and says what changed for whom: {@code bin/judge [--rubric NAME|FILE] FOLDER}. */
public final class JudgeCourse {

    private static final int CHANGED = 1;
    private static final int REFUSED = 2;

    private final PrintStream out;
    private final Catalogue catalogue = Catalogue.load();
    private final Optional<Rubric> rubric;
    private int changed;

    private JudgeCourse(PrintStream out, Optional<String> rubric) {
        this.out = out;
        this.rubric = rubric.map(name -> Rubric.named(name, Path.of("rubrics"), catalogue));
    }

    /** The JVM ends with status 1 when a verdict or a sum is another, with 2, and one line, when that cannot be said. */
    public static void main(String... arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            var rest = new ArrayDeque<>(List.of(arguments));
            var rubric = "--rubric".equals(rest.peek()) && rest.poll() != null ? Optional.ofNullable(rest.poll()) : Optional.<String>empty();
            if (rest.size() != 1 || rest.peek().startsWith("--")) {
                throw new IllegalArgumentException("uso · usage: bin/judge [--rubric NAME|FILE] CARPETA·FOLDER");
            }
            return new JudgeCourse(out, rubric).judge(Path.of(rest.poll())) ? 0 : CHANGED;
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            err.println("No se puede evaluar · Cannot be judged: " + Printable.of(String.valueOf(refused.getMessage())).replaceAll("\\s+", " "));
            return REFUSED;
        }
    }

    private boolean judge(Path course) {
        var runs = runs(course.resolve("teams"));
        var lines = new ArrayList<String[]>();
        lines.add(new String[] {"equipo · team", "antes · before", "ahora · now", "cambió · changed"});
        runs.forEach(folder -> lines.add(line(folder)));
        var widths = new int[3];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].codePointCount(0, line[i].length()));
            }
        });
        lines.forEach(line -> out.println((padded(line[0], widths[0]) + "  " + padded(line[1], widths[1]) + "  " + padded(line[2], widths[2]) + "  " + line[3])
                .stripTrailing()));
        out.println(changed == 0 ? "= nada cambió en %1$d ejecuciones · nothing changed in %1$d runs".formatted(runs.size())
                : "! %1$d de %2$d ejecuciones cambiaron · %1$d of %2$d runs changed".formatted(changed, runs.size()));
        return changed == 0;
    }

    private String[] line(Path folder) {
        var team = Graded.in(folder).map(Graded::team).orElse(folder.getFileName().toString());
        if (!Files.exists(folder.resolve("checklist.json"))) {
            return new String[] {Printable.line(team), "–", "–", "no hay lista · no checklist"};
        }
        var run = SavedRun.in(folder);
        var before = run.asGiven(catalogue);
        var now = run.judgedAgain(catalogue, rubric.orElseGet(() -> run.rubric(catalogue)));
        var verdicts = verdicts(before, now);
        var sums = new String[] {sum(before), sum(now)};
        changed += verdicts.isEmpty() && sums[0].equals(sums[1]) ? 0 : 1;
        return new String[] {Printable.line(team), sums[0], sums[1], verdicts};
    }

    private static String verdicts(Checklist before, Checklist now) {
        Map<String, Row> were = before.rows().stream().collect(Collectors.toMap(Row::id, Function.identity()));
        return now.rows().stream().filter(row -> row.ran() && were.containsKey(row.id()) && were.get(row.id()).state() != row.state())
                .map(row -> row.id() + " " + were.get(row.id()).state().symbol() + "→" + row.state().symbol()).collect(joining(", "));
    }

    private static String sum(Checklist checklist) {
        return Points.show(checklist.score().earned()) + "/" + Points.show(checklist.score().automatic());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.codePointCount(0, text.length()));
    }

    private static List<Path> runs(Path teams) {
        try (var inside = Files.list(teams)) {
            var runs = inside.filter(Files::isDirectory).sorted().toList();
            if (runs.isEmpty()) {
                throw new IllegalArgumentException("no hay ejecuciones · no runs: " + teams);
            }
            return runs;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(teams + ": " + unreadable, unreadable);
        }
    }
}
