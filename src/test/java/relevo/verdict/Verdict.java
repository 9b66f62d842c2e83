package relevo.verdict;

import relevo.words.Text;

/**
 * A judge's answer on one requirement.
 *
 * @param outcome  which of the five it is
 * @param seen     what was observed, with figures; for {@link Outcome#COULD_NOT_CHECK} the reason why nothing was
 * @param expected what should have been observed; empty when met
 * @param remedy   where to look, or what to do so that it can be checked; empty when met
 * @param waitsFor id of the requirement whose failure keeps this one from being checked: its row tells the cause; empty for none
 */
public record Verdict(Outcome outcome, Text seen, Text expected, Text remedy, String waitsFor) {

    private static final Text NOTHING = Text.same("");

    /** The right behaviour was observed. */
    public static Verdict met(Text seen) {
        return new Verdict(Outcome.MET, seen, NOTHING, NOTHING, "");
    }

    /** The wrong behaviour was observed. */
    public static Verdict notMet(Text expected, Text seen, Text remedy) {
        return new Verdict(Outcome.NOT_MET, seen, expected, remedy, "");
    }

    /** Nothing was observed that decides it. */
    public static Verdict couldNotCheck(Text reason, Text remedy) {
        return new Verdict(Outcome.COULD_NOT_CHECK, reason, NOTHING, remedy, "");
    }

    /**
     * Nothing can be observed that decides it while another requirement fails.
     *
     * @param root   that requirement's id
     * @param reason one short sentence
     */
    public static Verdict waitsFor(String root, Text reason) {
        return new Verdict(Outcome.COULD_NOT_CHECK, reason, NOTHING, Text.of("Arregle primero %s.", "Repair %s first.", root), root);
    }

    /** What was observed is for a person to decide. */
    public static Verdict forTheTeacher(Text seen, Text remedy) {
        return new Verdict(Outcome.FOR_THE_TEACHER, seen, NOTHING, remedy, "");
    }

    /** The requirement makes no sense on this system. */
    public static Verdict notApplicable(Text reason) {
        return new Verdict(Outcome.NOT_APPLICABLE, reason, NOTHING, NOTHING, "");
    }

    /** What was observed, without the figures of the statistical test that it rests on. */
    public Text told() {
        return seen.withoutAsides();
    }

    /** The statistical test that it rests on; empty for none. */
    public Text test() {
        return seen.asides();
    }

    /** Whether the right behaviour was observed. */
    public boolean isMet() {
        return outcome == Outcome.MET;
    }
}
