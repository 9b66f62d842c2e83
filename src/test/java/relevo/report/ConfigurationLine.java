package relevo.report;

import java.util.List;

/**
 * A line of a configuration as the checklist shows it.
 *
 * @param number  counted from 1
 * @param anchor  its id in the page
 * @param text    without what would act on a reader's screen, its end left out where it is very long
 * @param namedBy rows that something is wrong with and that name it
 */
public record ConfigurationLine(int number, String anchor, String text, List<Row> namedBy) {

    /** Whether a finding points at it. */
    public boolean marked() {
        return !namedBy.isEmpty();
    }
}
