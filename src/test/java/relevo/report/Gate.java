package relevo.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import relevo.verdict.Outcome;
import relevo.words.Printable;

/**
 * Fails the build over a checklist: a core requirement that is not met, or that could not be checked, never passes in silence. One cause is one
 * complaint: those that wait for another requirement are named with that one. What a teacher must decide does not fail it.
 */
public final class Gate {

    private static final Set<String> PASSING = Set.of(Outcome.MET.key(), Outcome.NOT_APPLICABLE.key(), Outcome.FOR_THE_TEACHER.key());

    private Gate() {
    }

    /**
     * Reads a checklist and returns when it is good.
     *
     * @param args its path; that in {@code -Drelevo.reports}, or {@code reports/}, when there is none
     * @throws Closed with one line per complaint. It has no stack trace, and Maven's JVM, where this runs, goes on to report it.
     */
    public static void main(String... args) {
        var file = args.length > 0 ? Path.of(args[0]) : Path.of(System.getProperty("relevo.reports", "reports"), "checklist.json");
        var complaints = complaints(file);
        if (!complaints.isEmpty()) {
            throw new Closed(file, complaints);
        }
    }

    private static List<String> complaints(Path file) {
        if (!Files.exists(file)) {
            return List.of("there is no checklist: nothing was checked. Run mvn verify, and look at the first error above");
        }
        try {
            return complaints(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            return List.of("the checklist cannot be read: " + Printable.of(String.valueOf(e.getMessage())).lines().findFirst().orElse(""));
        }
    }

    /**
     * What keeps this checklist from passing, one line each; empty when nothing does. Of a run that was asked for some requirements only,
     * the others are left alone.
     *
     * @param checklist as {@link ChecklistJson} writes it
     */
    public static List<String> complaints(JsonNode checklist) {
        var complete = checklist.path("complete").asBoolean(true);
        var ran = 0;
        var lines = new ArrayList<String>();
        var roots = new HashSet<String>();
        for (var requirement : checklist.path("requirements")) {
            var looked = requirement.path("ran").asBoolean();
            ran += looked ? 1 : 0;
            var asked = complete || looked;
            if (asked && Level.CORE.key().equals(requirement.path("level").asText())
                    && !PASSING.contains(requirement.path("verdict").asText())) {
                var root = root(checklist, requirement);
                if (roots.add(root.path("id").asText())) {
                    lines.add(line(root) + waiting(checklist, root));
                }
            }
        }
        var cause = checklist.at("/cause/es").asText();
        if (!cause.isEmpty()) {
            return List.of(oneLine("Nothing could be checked: " + cause + " · " + checklist.at("/cause/en").asText()));
        }
        return ran > 0 ? lines
                : List.of("nothing was checked: no requirement was part of the run. Look at the selection of tests, and at the first error above");
    }

    /** The requirement whose failure keeps this one from being checked; otherwise itself. */
    private static JsonNode root(JsonNode checklist, JsonNode requirement) {
        for (var other : checklist.path("requirements")) {
            if (other.path("id").asText().equals(requirement.path("waitsFor").asText())) {
                return other;
            }
        }
        return requirement;
    }

    private static String waiting(JsonNode checklist, JsonNode root) {
        var ids = new ArrayList<String>();
        var points = BigDecimal.ZERO;
        for (var other : checklist.path("requirements")) {
            if (other.path("waitsFor").asText().equals(root.path("id").asText())) {
                ids.add(other.path("id").asText());
                points = points.add(other.path("points").decimalValue());
            }
        }
        return ids.isEmpty() ? "" : " · %s en espera de esto · waiting for this: %s".formatted(Points.show(points), String.join(", ", ids));
    }

    private static String line(JsonNode requirement) {
        var state = Outcome.NOT_MET.key().equals(requirement.path("verdict").asText()) ? State.NOT_MET : State.COULD_NOT_CHECK;
        var repeat = requirement.path("repeat").asText();
        return oneLine("%s %s · %s: %s%s".formatted(requirement.path("id").asText(), state.label().es(), state.label().en(),
                requirement.at("/reason/es").asText(), repeat.isEmpty() ? "" : "  (" + repeat + ")"));
    }

    private static String oneLine(String text) {
        return Printable.of(text).replace('\n', ' ');
    }

    /** The build must not pass. */
    static final class Closed extends RuntimeException {

        Closed(Path file, List<String> complaints) {
            super(file + ":\n  " + String.join("\n  ", complaints), null, false, false);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
