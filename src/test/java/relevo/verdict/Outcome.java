package relevo.verdict;

/** What can be said of a requirement after it was looked at. Only {@link #MET} earns points. */
public enum Outcome {

    /** The right behaviour was observed. */
    MET("met"),
    /** The wrong behaviour was observed; nothing less leads here. */
    NOT_MET("notMet"),
    /** Nothing was observed that decides it: the reason says why, and how to repeat just this check. */
    COULD_NOT_CHECK("couldNotCheck"),
    /** The requirement makes no sense on this system, and the reason says why. */
    NOT_APPLICABLE("notApplicable"),
    /** Something was observed that a person must decide: no failure, and points that the teacher gives. */
    FOR_THE_TEACHER("forTheTeacher");

    private final String key;

    Outcome(String key) {
        this.key = key;
    }

    /** The word used in {@code checklist.json}. */
    public String key() {
        return key;
    }
}
