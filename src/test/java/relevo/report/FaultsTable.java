package relevo.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import relevo.archive.SavedObservations;
import relevo.judge.Seen;
import relevo.observation.FaultTrial;

/** {@code docs/faults.md}: what is done to one production server, and what each fault cost in a run that was kept, as tables in Markdown. */
public final class FaultsTable {

    /** Where it stands, from the top of the repository. */
    static final Path FILE = Path.of("docs/faults.md");
    /** How it is made anew. */
    static final String COMMAND = "mvn -q -B test-compile exec:java -Dexec.mainClass=" + FaultsTable.class.getName() + " -Dexec.classpathScope=test";

    private FaultsTable() {
    }

    /** The trials of a saved run; none where none were kept. @throws IllegalArgumentException when they cannot be read; names the file */
    public static List<FaultTrial> saved(Path reports) {
        return new SavedObservations(reports).seen("B6", Seen.Trials.class).map(judged -> judged.seen().all()).orElse(List.of());
    }

    static String render(List<FaultTrial> trials) {
        return String.format(Locale.ROOT, """
                # What is done to one server

                Made by `%s` from the trials that the last run of B6 kept in `reports/`.

                Under steady light load of requests that may be repeated, one production server is hurt in one way after another, and healed before the next
                one begins. Each undo is in the journal before anything is done. The first three are always played; the others only where the balancer's own
                checks need at most 20 s, and none begins after 30 s. Whatever is lost from before a fault until after the server's return counts.

                | fault | how it is done | how it is undone |
                |---|---|---|
                | container killed at once | `lxc stop --force`: the kernel kills all its processes | `lxc start` |
                | container cut off from the network | its end at the machine's bridge passes nothing: `bridge link set … state 0` | `… state 3` |
                | Apache dead in a container that lives | TERM to Apache's first process | Apache is started as it had been |
                | container frozen | LXD freezes it: the kernel accepts connections, nobody answers | LXD thaws it |
                | answers 500 to everything | Apache ends, and a stand-in of a page of Perl takes its ports | the stand-in ends, Apache is started |
                | takes seconds for each answer | the same; each answer after 4 s | the same, once all due answers are given |
                | accepts connections and says nothing | the same | the same |

                Where a stand-in takes over, the ports are closed for a moment, as when Apache is started anew.

                A full disk is left out. An Apache that serves files needs no room on it; a small file system mounted over its logs would change nothing for
                files that are open already, and filling the real one would endanger the machine.

                ## What each cost

                %s""", COMMAND, trials.isEmpty() ? "No run has been kept.\n" : measured(trials));
    }

    private static String measured(List<FaultTrial> trials) {
        return "| fault | server | lost / requests | out of service after |\n|---|---|---|---|\n" + trials.stream().map(FaultRow::of).map(row ->
                String.format(Locale.ROOT, "| %s | %s | %s | %s |\n", row.fault().en(), plain(row.target()), row.lost(), plain(row.noticed().en())))
                .collect(Collectors.joining());
    }

    /** A line of a table ends a cell at a bar and itself at a line's end, and takes angle brackets for HTML. */
    private static String plain(String said) {
        return said.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
    }

    /** Writes {@code docs/faults.md} of the working directory. Argument: the reports' folder, {@code reports} by default. */
    public static void main(String[] arguments) {
        ReportFiles.put(FILE, render(saved(Path.of(arguments.length == 0 ? "reports" : arguments[0]))));
    }
}
