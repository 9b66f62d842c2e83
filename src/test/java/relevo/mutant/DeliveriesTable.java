package relevo.mutant;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import relevo.report.Catalogue;
import relevo.report.Level;
import relevo.report.ReportFiles;
import relevo.report.Rubric;
import relevo.report.State;
import relevo.report.mutant.Expected;
import relevo.report.mutant.Kind;

/** {@code docs/common-deliveries.md}: what a careful teacher gives each common delivery, for every core requirement and in points. */
public final class DeliveriesTable {

    /** Where it stands, from the top of the repository. */
    static final Path FILE = Path.of("docs/common-deliveries.md");
    /** How it is made anew. */
    static final String COMMAND = "mvn -q -B test-compile exec:java -Dexec.mainClass=" + DeliveriesTable.class.getName() + " -Dexec.classpathScope=test";
    private static final Path RUBRICS = Path.of("rubrics");

    private DeliveriesTable() {
    }

    static String render() {
        var deliveries = Mutants.of(Kind.COMMON);
        var rubrics = rubrics(Catalogue.load());
        var columns = Stream.concat(MutantFile.core().stream(), rubrics.keySet().stream()).toList();
        return String.format(Locale.ROOT, """
                # Common deliveries, and what they deserve

                Made from `src/test/resources/mutants/common/` by `%s`; a test compares it. `mvn verify -Pmutants -Drelevo.mutants=common` tries them.

                ## Requirement by requirement

                %s met, %s not met, %s waits for another requirement, %s for the teacher. Points are those of what is met%s,
                with those that the teacher may add in brackets; the oral defence is not in them.

                | delivery | %s |
                |---|%s|
                %s
                ## The %d deliveries, and why

                %s""", COMMAND, State.MET.symbol(), State.NOT_MET.symbol(), State.COULD_NOT_CHECK.symbol(), State.FOR_THE_TEACHER.symbol(),
                rubrics.entrySet().stream().map(rubric -> ", of " + show(automatic(rubric.getValue())) + " by the rubric " + rubric.getKey())
                .collect(joining()), String.join(" | ", columns), "---|".repeat(columns.size() - 1) + "---",
                deliveries.stream().map(mutant -> row(mutant, rubrics.values())).collect(joining()), deliveries.size(),
                deliveries.stream().map(DeliveriesTable::story).collect(joining("\n")));
    }

    private static String row(Mutant mutant, Collection<Rubric> rubrics) {
        return "| " + mutant.id() + " | " + Stream.concat(MutantFile.core().stream().map(id -> symbol(mutant.expected(), id)),
                rubrics.stream().map(rubric -> points(mutant.expected(), rubric))).collect(joining(" | ")) + " |\n";
    }

    private static String symbol(Expected expected, String id) {
        var state = expected.met().contains(id) ? State.MET : expected.fails().contains(id) ? State.NOT_MET
                : expected.teacher().contains(id) ? State.FOR_THE_TEACHER : State.COULD_NOT_CHECK;
        return state.symbol();
    }

    private static String points(Expected expected, Rubric rubric) {
        var open = sum(rubric, expected.teacher());
        return show(sum(rubric, expected.met())) + (open.signum() > 0 ? " (+" + show(open) + ")" : "");
    }

    private static String story(Mutant mutant) {
        var waits = mutant.expected().waits();
        var reasons = Stream.concat(mutant.because().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(why -> "- " + why.getKey() + ": " + why.getValue() + "\n"), waits.isEmpty() ? Stream.empty() : Stream.of("- "
                + waits.entrySet().stream().map(one -> one.getKey() + " waits for " + one.getValue()).collect(joining(", ")) + "\n")).toList();
        return "**" + mutant.id() + "** " + mutant.what().en().replace("<", "&lt;").replace("|", "\\|") + "\n" + (reasons.isEmpty() ? "" : "\n")
                + String.join("", reasons);
    }

    /** The catalogue's own points, and those of every file in {@code rubrics/}, by name. */
    private static Map<String, Rubric> rubrics(Catalogue catalogue) {
        var rubrics = new LinkedHashMap<String, Rubric>();
        rubrics.put("default", Rubric.of(catalogue));
        if (Files.isDirectory(RUBRICS)) {
            try (var files = Files.list(RUBRICS)) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted()
                        .forEach(file -> rubrics.put(file.getFileName().toString().replace(".yaml", ""), Rubric.load(file, catalogue)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return rubrics;
    }

    private static BigDecimal automatic(Rubric rubric) {
        return sum(rubric, Catalogue.load().requirements().stream().filter(requirement -> requirement.level() != Level.ORAL)
                .map(requirement -> requirement.id()).toList());
    }

    private static BigDecimal sum(Rubric rubric, Collection<String> ids) {
        return ids.stream().map(rubric::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String show(BigDecimal points) {
        return points.setScale(Math.max(2, points.stripTrailingZeros().scale())).toPlainString();
    }

    /** Writes {@code docs/common-deliveries.md} of the working directory. */
    public static void main(String[] arguments) {
        ReportFiles.put(FILE, render());
    }
}
