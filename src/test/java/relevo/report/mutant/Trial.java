package relevo.report.mutant;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * What the specification said of a cluster that is known to be wrong, or right.
 *
 * @param id       short name
 * @param right    whether all core requirements are met by it
 * @param what     what is wrong with it, or its design, in a sentence
 * @param fails    the requirements that it does not meet
 * @param blind    those that cannot be checked because of that
 * @param verdicts by requirement, of those that were played
 * @param trouble  why it could not be tried or undone; empty as a rule
 * @param seconds  how long it took, s
 */
public record Trial(String id, boolean right, Text what, SortedSet<String> fails, SortedSet<String> blind, Map<String, Verdict> verdicts, Text trouble,
        double seconds) {

    /** Requirements that it does not meet and the specification says otherwise. */
    public SortedSet<String> holes() {
        var holes = new TreeSet<>(fails);
        holes.removeAll(with(Outcome.NOT_MET));
        return holes;
    }

    /** Requirements that are said not to be met without reason. */
    public SortedSet<String> entangled() {
        var entangled = new TreeSet<>(with(Outcome.NOT_MET));
        entangled.removeAll(fails);
        return entangled;
    }

    /** Requirements that could not be checked, or that could although they should not, without reason. */
    public SortedSet<String> unforeseen() {
        var unforeseen = new TreeSet<>(with(Outcome.COULD_NOT_CHECK));
        unforeseen.removeAll(fails);
        unforeseen.removeAll(blind);
        blind.stream().filter(id -> verdicts.containsKey(id) && verdicts.get(id).isMet()).forEach(unforeseen::add);
        return unforeseen;
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
            return right ? Text.of("aceptado", "accepted") : Text.of("rechazado por %1$s", "rejected by %1$s", String.join(", ", fails));
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
        return misjudged().stream().filter(verdicts::containsKey).map(id -> id + ": " + verdicts.get(id).outcome() + ": " + verdicts.get(id).seen().en())
                .collect(Collectors.joining("\n"));
    }

    private static Text list(String es, String en, SortedSet<String> ids) {
        return ids.isEmpty() ? Text.same("") : Text.of(es + ": %1$s.", en + ": %1$s.", String.join(", ", ids));
    }
}
