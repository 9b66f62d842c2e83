package relevo.machine;

/** The switch of a machine, at whoever provides it. Each verb throws {@link relevo.verdict.CannotCheck} when it could not be done. */
public interface Power {

    /** Cuts it: all that runs on the machine ends at once, unprepared. */
    void cut();

    /** Switches the machine on; one that is on stays as it is. */
    void switchOn();

    /** Stops the machine's clock. */
    void stopClock();

    /** Lets its clock go on; one that goes on already stays as it is. */
    void letClockGoOn();
}
