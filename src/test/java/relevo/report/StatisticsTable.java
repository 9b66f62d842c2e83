package relevo.report;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import relevo.chance.Certainty;
import relevo.judge.Certainties;

/** {@code docs/statistics.md}: how sure every verdict is, as a table in Markdown. */
public final class StatisticsTable {

    /** Where it stands, from the top of the repository. */
    static final Path FILE = Path.of("docs/statistics.md");
    /** How it is made anew. */
    static final String COMMAND = "mvn -q -B test-compile exec:java -Dexec.mainClass=" + StatisticsTable.class.getName() + " -Dexec.classpathScope=test";

    private StatisticsTable() {
    }

    static String render() {
        String rows = Certainties.all().stream().map(StatisticsTable::row).collect(Collectors.joining());
        return String.format(Locale.ROOT, """
                # How sure a verdict is

                Made from the judges' own rules by `%s`; a test compares it.

                Every verdict fails a right cluster, and passes the wrong one named here, with a probability of at most %s per run: exact tails of the binomial
                distribution. `≥` says that n is the fewest with which the judge decides; the specification makes more, and both probabilities are smaller then.
                Two tests of one requirement fail a right cluster together no more often than that either. A wrong cluster less wrong than the one named
                here may pass.

                | requirement | what is counted | n | threshold | right cluster | P(failed) | wrong cluster | P(passed) |
                |---|---|---|---|---|---|---|---|
                %s
                Where the right cluster is exact, so is the requirement: one request lost for any reason at all fails it.

                Not in the table: limits of time (`timing/Timing.java`), several times what the reference takes; B3's count of flaps; and L3's throughput, whose
                arrivals come in equal gaps and whose places are full, so that nothing is drawn: about 700 good answers in the last fifth against 70 %% of the
                best fifth's.
                """, COMMAND, probability(Certainty.MOST), rows);
    }

    private static String row(Certainty row) {
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", row.requirements(), row.tested(), row.requests(), row.threshold(),
                row.right(),
                probability(row.falseFail()), row.wrong(), probability(row.falsePass()));
    }

    private static String probability(double p) {
        return p == 0 ? "0" : String.format(Locale.ROOT, "%.1e", p);
    }

    /** Writes {@code docs/statistics.md} of the working directory. */
    public static void main(String[] arguments) {
        ReportFiles.put(FILE, render());
    }
}
