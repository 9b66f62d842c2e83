package relevo.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import relevo.words.Text;

/**
 * What a judge found, one by one. One wrong observation decides; without any, a doubt keeps the verdict from being met.
 */
public final class Findings {

    private record Finding(Text seen, Text remedy, String waitsFor) {
    }

    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();

    /** The wrong behaviour was observed. */
    public void wrong(Text seen, Text remedy) {
        wrong.add(new Finding(seen, remedy, ""));
    }

    /** Something could not be observed. */
    public void doubt(Text reason, Text remedy) {
        doubts.add(new Finding(reason, remedy, ""));
    }

    /** Another judgement could not be made, and says why. */
    public void waits(Verdict other) {
        doubts.add(new Finding(other.seen(), other.remedy(), other.waitsFor()));
    }

    /** Whether nothing wrong was observed so far. */
    public boolean clean() {
        return wrong.isEmpty();
    }

    /** Not met, could not check, or met, in this order; several findings are told one after another. */
    public Verdict verdict(Text expected, Supplier<Text> whenMet) {
        if (!wrong.isEmpty()) {
            return Verdict.notMet(expected, seen(wrong), remedy(wrong));
        }
        if (doubts.isEmpty()) {
            return Verdict.met(whenMet.get());
        }
        // A cause of its own is told; the others only wait.
        var own = doubts.stream().filter(doubt -> doubt.waitsFor().isEmpty()).toList();
        return own.isEmpty() ? Verdict.waitsFor(doubts.get(0).waitsFor(), seen(doubts)) : Verdict.couldNotCheck(seen(own), remedy(own));
    }

    /** What could not be observed; empty when everything could. */
    public Optional<Text> doubts() {
        return doubts.isEmpty() ? Optional.empty() : Optional.of(seen(doubts));
    }

    private static Text seen(List<Finding> findings) {
        return findings.stream().map(Finding::seen).distinct().reduce(Text.same(""), Text::then);
    }

    private static Text remedy(List<Finding> findings) {
        return findings.stream().map(Finding::remedy).distinct().reduce((some, next) -> apart(some).then(next)).orElse(Text.same(""));
    }

    /** A remedy may end with a command, which a full stop would spoil; what follows must not be taken for a part of it. */
    private static Text apart(Text remedy) {
        return remedy.es().endsWith(".") || remedy.es().endsWith("?") ? remedy : new Text(remedy.es() + ";", remedy.en() + ";");
    }
}
