package relevo.report.mutant;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * What the specification said of a cluster of which it is known what it deserves.
 *
 * @param id       short name
 * @param kind     why it was tried
 * @param what     what is wrong with it, its design, or what the delivery is, in a sentence
 * @param expected what it deserves
 * @param verdicts by requirement, of those that were played
 * @param trouble  why it could not be tried or undone; empty as a rule
 * @param seconds  how long it took, s
 */
public record Trial(String id, Kind kind, Text what, Expected expected, Map<String, Verdict> verdicts, Text trouble, double seconds) {

    /** Requirements that it does not meet and the specification says otherwise. */
    public SortedSet<String> holes() {
        return expected.holes(verdicts);
    }

    /** Requirements that are said not to be met without reason. */
    public SortedSet<String> entangled() {
        return expected.entangled(verdicts);
    }

    /** Requirements on which something else was said than it deserves, "not met" apart. */
    public SortedSet<String> unforeseen() {
        return expected.unforeseen(verdicts);
    }

    /** Whether the specification said exactly what is the case. */
    public boolean exact() {
        return trouble.en().isEmpty() && misjudged().isEmpty();
    }

    /** The requirements on which the verdict was this. */
    public SortedSet<String> with(Outcome outcome) {
        var ids = new TreeSet<String>();
        verdicts.forEach((id, verdict) -> {
            if (verdict.outcome() == outcome) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** In a sentence. */
    public Text conclusion() {
        if (exact()) {
            return kind == Kind.RIGHT ? Text.of("aceptado", "accepted") : expected.fails().isEmpty() ? Text.of("como se esperaba", "as expected")
                    : Text.of("rechazado por %1$s", "rejected by %1$s", String.join(", ", expected.fails()));
        }
        return trouble.then(list("No se notó", "Not noticed", holes())).then(list("Rechazado sin motivo por", "Rejected without reason by", entangled()))
                .then(list("No previsto", "Unforeseen", unforeseen()));
    }

    /** Every requirement on which the specification is wrong: {@link #holes}, {@link #entangled} and {@link #unforeseen}. */
    public SortedSet<String> misjudged() {
        var ids = new TreeSet<>(holes());
        ids.addAll(entangled());
        ids.addAll(unforeseen());
        return ids;
    }

    /** What was said on each requirement that is {@link #misjudged}, a line each. */
    public String surprises() {
        return misjudged().stream().filter(verdicts::containsKey).map(id -> id + ": " + verdicts.get(id).outcome()
                + (verdicts.get(id).waitsFor().isEmpty() ? "" : " (waits for " + verdicts.get(id).waitsFor() + ")") + ": " + verdicts.get(id).seen().en())
                .collect(Collectors.joining("\n"));
    }

    private static Text list(String es, String en, SortedSet<String> ids) {
        return ids.isEmpty() ? Text.same("") : Text.of(es + ": %1$s.", en + ": %1$s.", String.join(", ", ids));
    }
}
