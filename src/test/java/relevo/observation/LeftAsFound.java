package relevo.observation;

import java.util.List;

/**
 * Whether machines were left as they were found.
 *
 * @param changes what is not as it was
 * @param unread  machines, and managers on them, that could not be looked at before or after
 */
public record LeftAsFound(List<Change> changes, List<String> unread) {

    /** What can have changed. */
    public enum What {
        /** Of an instance, in its manager's words; where that said nothing, whether anything ran in it. */
        STATUS,
        /** Of an instance: its options, devices and profiles. */
        CONFIGURATION,
        /** Those that HAProxy was started with, and those beside them. */
        HAPROXY_FILES,
        /** Those below {@code /etc/apache2}. */
        APACHE_FILES,
        /** Those below a document root. */
        DOCUMENTS,
        /** Whether Apache or HAProxy runs. */
        PROGRAM,
        /** A file that this suite writes for a time, and that is still there. */
        MARKER
    }

    /**
     * Something that is not as it was.
     *
     * @param machine  that it is on
     * @param instance that it is in; empty for the machine itself
     * @param what     its kind
     * @param detail   which of its kind, such as a program or a folder; empty where there is but one
     * @param before   a word or a hash; empty where it was not there
     * @param after    the same
     * @param command  to be run on the machine as root to put it right; empty where none is known
     */
    public record Change(String machine, String instance, What what, String detail, String before, String after, String command) {
    }

    /** Whether that is known, and nothing changed. */
    public boolean certain() {
        return changes.isEmpty() && unread.isEmpty();
    }
}
