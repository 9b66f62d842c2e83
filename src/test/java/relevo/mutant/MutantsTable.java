package relevo.mutant;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import relevo.report.Catalogue;
import relevo.report.ReportFiles;
import relevo.report.mutant.Kind;

/** {@code docs/mutants.md}: which wrong clusters each requirement rejects, and which right ones none does, as tables in Markdown. */
public final class MutantsTable {

    /** Where it stands, from the top of the repository. */
    static final Path FILE = Path.of("docs/mutants.md");
    /** How it is made anew. */
    static final String COMMAND = "mvn -q -B test-compile exec:java -Dexec.mainClass=" + MutantsTable.class.getName() + " -Dexec.classpathScope=test";

    private MutantsTable() {
    }

    static String render() {
        var wrong = Mutants.all().stream().filter(mutant -> mutant.kind() == Kind.WRONG).toList();
        var right = Mutants.all().stream().filter(Mutant::right).toList();
        return String.format(Locale.ROOT, """
                # What the specification rejects, and what it does not

                Made from `src/test/resources/mutants/` by `%s`; a test compares it. `mvn verify -Pmutants` shows that it is so.

                ## Requirement by requirement

                | requirement | wrong clusters that it rejects |
                |---|---|
                %s
                ## %d wrong clusters

                Each is rejected by these requirements and by no other of those that are played on it.

                | cluster | misconception | rejected by |
                |---|---|---|
                %s
                ## %d right clusters

                Each meets every core requirement.

                | cluster | design |
                |---|---|
                %s""", COMMAND, requirements(wrong), wrong.size(), wrong.stream().map(MutantsTable::wrong).collect(joining()),
                right.size(), right.stream().map(MutantsTable::right).collect(joining()));
    }

    private static String requirements(List<Mutant> wrong) {
        return Catalogue.load().requirements().stream().filter(requirement -> requirement.level().automatic())
                .map(requirement -> String.format(Locale.ROOT, "| %s %s | %s |\n",
                requirement.id(), requirement.title().en(), wrong.stream().filter(mutant -> mutant.fails().contains(requirement.id())).map(Mutant::id)
                .collect(joining(", ")))).collect(joining());
    }

    private static String wrong(Mutant mutant) {
        return String.format(Locale.ROOT, "| %s | %s | %s |\n", mutant.id(), plain(mutant.what().en()), String.join(", ", mutant.fails()));
    }

    private static String right(Mutant mutant) {
        return String.format(Locale.ROOT, "| %s | %s |\n", mutant.id(), plain(mutant.what().en()));
    }

    /** A line of a table ends a cell at a bar, and takes angle brackets for HTML. */
    private static String plain(String sentence) {
        return sentence.replace("|", "\\|").replace("<", "&lt;");
    }

    /** Writes {@code docs/mutants.md} of the working directory. */
    public static void main(String[] arguments) {
        ReportFiles.put(FILE, render());
    }
}
