package relevo.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import relevo.course.Team;
import relevo.report.Checklist;
import relevo.report.Result;
import relevo.report.RunInfo;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Teams of a course, under the real catalogue: everything is met but what a test says. */
public final class CourseSamples {

    private static final Verdict MET = Verdict.met(Text.of("Se vio.", "It was seen."));

    private CourseSamples() {
    }

    /** A team whose oral defence nobody has graded. @param other verdicts by id; all the rest is met */
    public static Team team(String name, Map<String, Verdict> other) {
        return team(name, other, Map.of(), Map.of());
    }

    /** The same with points given by hand, by id, and files that can be compared. */
    public static Team team(String name, Map<String, Verdict> other, Map<String, BigDecimal> byHand, Map<String, String> brings) {
        var results = Samples.ALL.stream().map(id -> new Result(id, other.getOrDefault(id, MET), 1.5, List.of("evidence/" + id + "/observation.json"),
                "mvn verify -Dit.test=Spec#" + id)).toList();
        var run = new RunInfo("delivery", "2026-01-02T03:04:05Z", 120.5, Map.of("HAProxy", "2.6.12"), false, true);
        var checklist = Checklist.of(Samples.CATALOGUE, Samples.RUBRIC, results, Samples.ALL, run);
        return new Team(name, "teams/" + name, checklist, byHand, Text.same(""), 150.25, brings);
    }

    /** Three teams: all met and defended; B2 not met and G1.1 unchecked, with what waits for it; one that did not come up. */
    public static List<Team> three() {
        var full = team("team-01", Map.of(), Map.of("D1", BigDecimal.ONE), Map.of("haproxy.cfg", "frontend web\n"));
        var partly = team("equipo ñ", Map.of("B2", Verdict.notMet(
                        Text.of("Con producción llena sirven los respaldos.", "With production full the backups serve."),
                        Text.of("Sirvieron 0 de 400.", "They served 0 of 400."), Text.of("Ponga una regla use_backend.", "Set a use_backend rule.")),
                "G1.1", Verdict.couldNotCheck(Text.of("El puerto lo ocupa otro programa.", "Another program holds the port."),
                        Text.of("Repita.", "Repeat.")), "G1.2", Verdict.waitsFor("G1.1", Text.of("No se pudo entrar.", "There was no way in.")),
                "S1", Verdict.forTheTeacher(Text.of("¿Pide disculpas?", "Does it apologise?"), Text.of("Mírela.", "Look at it."))),
                Map.of(), Map.of("haproxy.cfg", "frontend web\n"));
        var why = Text.of("No arrancó: la carpeta está vacía.", "It did not start: the folder is empty.");
        var nothing = team("=cmd|' /C calc'!A0", Samples.ALL.stream()
                .collect(Collectors.toMap(id -> id, id -> Verdict.couldNotCheck(why, Text.of("Repita.", "Repeat.")))));
        return List.of(full, partly, new Team(nothing.name(), "teams/03", nothing.checklist(), Map.of(), why, 3, Map.of()));
    }
}
