package relevo.report;

import relevo.words.Text;

/**
 * Requirements that belong together; a section of every report.
 *
 * @param id    one letter, the first of its requirements' ids
 * @param title heading of the section
 */
public record Group(String id, Text title) {
}
