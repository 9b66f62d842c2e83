package relevo.testing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import relevo.course.Team;
import relevo.report.Checklist;
import relevo.report.Result;
import relevo.report.Rubric;
import relevo.report.RunInfo;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Teams that try the files of a course. */
public final class TeamSamples {

    /** What a stranger may write where a name or a sentence is expected. */
    public static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>", "]]></failure><x>", "<!-- --> &amp; &lt; \" '",
            "\u001b[31mred\u001b]0;t\u0007",
            "\u202egnp.exe\u2066", "\u0000\u0001\ufffe\uffff\ud800", "a\r\nb\tc", "=cmd|' /C calc'!A0", " \t=1+1", "\u00a0@SUM(1)", "-2+3", "+1", "a;=1+1",
            "\uff1d1+1", "\"=1+1\"", "x,\"y\"\nz", "![x](http://evil.example/x.png)", "www.evil.example", "\u2028| a | `b` |", "1e999", "${jndi:ldap://x}");

    private TeamSamples() {
    }

    /** Everything that a stranger writes is hostile: its name, its verdicts, when it ran. */
    public static Team hostile(String word) {
        var results = new ArrayList<Result>();
        var ids = Samples.ALL.stream().sorted().toList();
        var text = Text.same(word);
        for (int i = 0; i < ids.size(); i++) {
            var verdict = switch (i % 4) {
                case 0 -> Verdict.notMet(text, text, text);
                case 1 -> Verdict.couldNotCheck(text, text);
                case 2 -> Verdict.met(text);
                default -> Verdict.forTheTeacher(text.then(text.asAside()), text);
            };
            results.add(new Result(ids.get(i), verdict, Double.MAX_VALUE, List.of(), word));
        }
        var run = new RunInfo(word, word, Double.NaN, Map.of("HAProxy", word), false, true);
        var checklist = Checklist.of(Samples.CATALOGUE, Samples.RUBRIC, results, Samples.ALL, run);
        return new Team(word, "teams/hostile", checklist, Map.of(), text, Double.NEGATIVE_INFINITY, Map.of());
    }

    /** One whom the teacher corrected: B2, met, is worth nothing, G1.1, unchecked, all, the defence half; nothing is open. */
    public static Team corrected() {
        return CourseSamples.team("corrected", Map.of("G1.1", Verdict.couldNotCheck(Text.of("Ocupado.", "Taken."), Text.of("Repita.", "Repeat.")),
                "G1.2", Verdict.notMet(
                        Text.of("Reparto.", "Sharing."), Text.of("Solo web1.", "web1 alone."), Text.of("Dos líneas server.", "Two server lines."))),
                Map.of("B2", BigDecimal.ZERO, "G1.1", new BigDecimal("0.15"), "D1", new BigDecimal("0.5")), Map.of());
    }

    /** All met under a rubric with half a point on top of the total; all of the rest is given. @param extra what the teacher gave of that half point */
    public static Team withExtra(String extra) {
        var rubric = Rubric.named("edition-2020", Path.of("rubrics"), Samples.CATALOGUE);
        var results = Samples.ALL.stream().map(id -> new Result(id, Verdict.met(Text.of("Se vio.", "It was seen.")), 1, List.of(), "")).toList();
        var run = new RunInfo("delivery", "2026-01-02T03:04:05Z", 1, Map.of(), false, true);
        var given = new HashMap<>(Map.of("D1", BigDecimal.ONE, "R1", BigDecimal.ONE));
        if (!extra.isEmpty()) {
            given.put("E1", new BigDecimal(extra));
        }
        return new Team("extra", "teams/extra", Checklist.of(Samples.CATALOGUE, rubric, results, Samples.ALL, run), given, Text.same(""), 1, Map.of());
    }
}
