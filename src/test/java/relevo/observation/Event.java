package relevo.observation;

import java.util.Locale;
import java.util.Set;

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
        /** A machine was cut off, or an instance paused: it neither answers nor hangs up. */
        FREEZE,
        /** A machine lost its power. */
        POWEROFF,
        /** An instance was cut off from the network; it runs on. */
        CUT_OFF,
        /** Apache ended in an instance that runs on. */
        APACHE_DEAD,
        /** In Apache's place everything is answered with status 500. */
        SICK,
        /** In Apache's place every answer takes seconds. */
        SLOW,
        /** In Apache's place connections are accepted and nothing is said. */
        SILENT,
        /** An instance was switched on. */
        START,
        /** A machine that was cut off, or an instance that was paused, goes on. */
        UNFREEZE,
        /** Apache, or the network, is given back to an instance that ran on. */
        MENDED,
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

        /** Whether it takes a server away, or a machine with its servers. */
        public boolean ends() {
            return Set.of(STOP, KILL, FREEZE, POWEROFF, CUT_OFF, APACHE_DEAD, SICK, SLOW, SILENT).contains(this);
        }

        /** Whether it gives one back. */
        public boolean begins() {
            return Set.of(START, UNFREEZE, POWERON, MENDED).contains(this);
        }

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
