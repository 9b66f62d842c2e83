package relevo.observation;

import java.util.Locale;

/**
 * Something that the test did to the cluster, or that it waited for.
 *
 * @param atMs   when a fault had happened (its command had returned), or a return began (before its command), ms since the observation began
 * @param kind   what it was
 * @param target the instance or machine; empty for a wait, or the reason where statistics were unreadable
 */
public record Event(double atMs, Kind kind, String target) {

    /** What may happen. */
    public enum Kind {
        /** An instance was switched off. */
        STOP,
        /** All processes of an instance were killed. */
        KILL,
        /** A machine was cut off: it neither answers nor hangs up. */
        FREEZE,
        /** A machine lost its power. */
        POWEROFF,
        /** An instance was switched on. */
        START,
        /** A machine that was cut off goes on. */
        UNFREEZE,
        /** A machine was switched on. */
        POWERON,
        /** The wanted number of requests had come to an end. */
        ANSWERS,
        /** They had not in time. */
        NOT_ANSWERS,
        /** Some servers had fallen idle. */
        IDLE,
        /** They had not in time. */
        NOT_IDLE,
        /** The balancer showed none of the stopped servers as UP. */
        DETECTED,
        /** It still did when the time was over. */
        NOT_DETECTED,
        /** The balancer showed all of the started servers as UP. */
        UP,
        /** It did not in time. */
        NOT_UP,
        /** A reading of the statistics after a limit was there. */
        READING,
        /** It was not in time. */
        NOT_READING,
        /** The statistics could not be read. */
        STATISTICS_UNREADABLE;

        /** What is noted of a wait of this kind that was in vain. */
        public Kind missed() {
            return valueOf("NOT_" + name());
        }

        /** As it is written in a sentence: {@code stop}, {@code not up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
