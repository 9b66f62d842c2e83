package relevo.report;

import java.math.BigDecimal;
import relevo.words.Text;

/**
 * One thing that must hold, as the catalogue states it.
 *
 * @param id       stable: {@code B2}, {@code G1.1}, …
 * @param level    whether it is graded
 * @param group    id of its {@link Group}
 * @param points   what it is worth; 0 for an extended requirement unless a rubric gives it some
 * @param title    what must hold, in one plain sentence
 * @param question one question about it for the oral defence; empty for a row of the teacher's own
 */
public record CatalogueRow(String id, Level level, String group, BigDecimal points, Text title, Text question) {
}
