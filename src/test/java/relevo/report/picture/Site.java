package relevo.report.picture;

import java.util.List;
import relevo.words.Text;

/**
 * A machine with what is in it; or, without a name, the servers of which nobody knows where they are.
 *
 * @param name   in full
 * @param what   what it is, in a few words
 * @param detail what else is known of it
 * @param parts  those that are drawn
 * @param more   how many are not
 */
record Site(String name, Text what, Text detail, List<Occupant> parts, int more) {

    /** As many as are drawn of one machine. */
    static final int MOST = 20;

    static Site of(String name, Text what, Text detail, List<Occupant> all) {
        return new Site(name, what, detail, List.copyOf(all.subList(0, Math.min(MOST, all.size()))), Math.max(0, all.size() - MOST));
    }

    boolean hasBalancer() {
        return parts.stream().anyMatch(part -> part.kind() == Occupant.Kind.BALANCER);
    }
}
