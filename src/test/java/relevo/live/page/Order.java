package relevo.live.page;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody at the page wants done.
 *
 * @param target the server, the machine, the requirement or the answer that it is about; empty where the verb needs none
 * @param text   what was written; empty where the verb needs none
 */
public record Order(Verb verb, String target, String text) {

    /** What can be wanted, with the word that the page sends. */
    public enum Verb {
        /** A server is switched off as its machine would. */
        STOP(true),
        /** All processes of a server are killed. */
        KILL(true),
        /** A server's clock is stopped. */
        FREEZE(true),
        /** A server is switched on, or its clock goes on. */
        START(true),
        /** A machine loses its power. */
        CUT(true),
        /** A machine gets its power back, with what it carries. */
        RETURN(true),
        STOP_PRODUCTION(false),
        STOP_ALL(false),
        /** Everything that was done is undone. */
        PUT_RIGHT(false),
        LIGHT_TRAFFIC(false),
        AVERAGE_TRAFFIC(false),
        OVERLOAD_TRAFFIC(false),
        /** One requirement is played. */
        PLAY(true),
        /** All requirements are played, and the checklist is written. */
        PLAY_ALL(false),
        /** What is being played is broken off, and nothing more is played. */
        STOP_PLAYING(false),
        /** A defence is begun; its text is the seed, or empty for one that is drawn. */
        DEFENCE_BEGIN(false),
        /** A fault is made that the students must find. */
        DEFENCE_FAULT(false),
        /** The students say what it is: the target is a choice's id; empty for giving up. */
        DEFENCE_ANSWER(false),
        /** The text is the teacher's notes, all of them. */
        DEFENCE_NOTES(false),
        /** The text is the points for D1. */
        DEFENCE_POINTS(false),
        DEFENCE_END(false);

        private final boolean targeted;

        Verb(boolean targeted) {
            this.targeted = targeted;
        }

        /** Whether it makes no sense without a target. */
        public boolean targeted() {
            return targeted;
        }

        /** As the page sends it: {@code stop-production}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** The verb of this word. */
        public static Optional<Verb> of(String word) {
            return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
        }
    }
}
