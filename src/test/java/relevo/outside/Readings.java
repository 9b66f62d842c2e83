package relevo.outside;

import java.time.Duration;
import java.util.function.Consumer;
import relevo.observation.Statistics;

/** A place where HAProxy's statistics can be read. */
public interface Readings {

    /** The figures now. @throws IllegalArgumentException when there is no answer, or none that is statistics; its message says which */
    Statistics read();

    /**
     * Reads them again and again, until the reading is closed; it begins before this returns.
     *
     * @param pause      between the end of one reading and the beginning of the next
     * @param seen       told each one, as soon as it is there
     * @param unreadable told why there is none
     */
    Reading every(Duration pause, Consumer<Statistics> seen, Consumer<String> unreadable);

    /** What goes on reading. */
    interface Reading extends AutoCloseable {

        /** Ends it: nobody is told anything afterwards. */
        @Override
        void close();
    }
}
