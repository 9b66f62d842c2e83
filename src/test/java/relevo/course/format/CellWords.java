package relevo.course.format;

import java.util.Locale;
import relevo.course.Cell;
import relevo.report.Level;
import relevo.report.Points;
import relevo.report.Row;
import relevo.words.Text;

/**
 * A cell for tools that know tests and no requirements: the same words in each of them.
 *
 * @param cell of one team and one requirement
 */
record CellWords(Cell cell) {

    /** What such tools know; the last three are neither success nor failure. */
    enum Status {
        PASSED, FAILED, SKIPPED, PENDING, OTHER;

        /** As CTRF writes it. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean decided() {
            return this == PASSED || this == FAILED;
        }
    }

    /** What the teacher gave decides; less than all of it is no success, as in every gradebook. */
    Status status() {
        var row = cell.row();
        if (cell.byHand().isPresent()) {
            var given = cell.byHand().get();
            if (row.requirement().level() == Level.EXTRA) {
                return given.signum() > 0 ? Status.PASSED : Status.SKIPPED;
            }
            if (row.points().signum() > 0 || given.signum() > 0) {
                return given.compareTo(row.points()) >= 0 ? Status.PASSED : Status.FAILED;
            }
        }
        return switch (row.state()) {
            case MET -> Status.PASSED;
            case NOT_MET -> Status.FAILED;
            case COULD_NOT_CHECK, WAITS -> Status.OTHER;
            case FOR_THE_TEACHER -> Status.PENDING;
            case NOT_APPLICABLE -> Status.SKIPPED;
        };
    }

    /** Its id, and its title in both languages on one line. */
    String name() {
        var title = row().requirement().title();
        return row().id() + " · " + line(title);
    }

    /** How it stands, in words. */
    Text state() {
        return cell.byHand().map(given -> Text.of("La calificó el docente: %s de %s", "Graded by the teacher: %s of %s",
                Points.show(given), Points.show(row().points()))).orElseGet(() -> row().label());
    }

    /** Its state, and after it what was seen, what was expected and what to do, where there is any. */
    Text message() {
        var row = row();
        var told = row.waits() || row.told().es().isEmpty() ? sentence(state()) : joined(state(), row.told());
        return told.then(labelled("Se esperaba:", "Expected:", row.verdict().expected())).then(labelled("Qué hacer:", "What to do:", remedy()));
    }

    /** What to do about it; nothing where all of its points were given. */
    Text remedy() {
        return status() == Status.PASSED ? Text.same("") : row().verdict().remedy();
    }

    private Row row() {
        return cell.row();
    }

    private static Text sentence(Text text) {
        return new Text(text.es() + ".", text.en() + ".");
    }

    private static Text joined(Text state, Text told) {
        return new Text(state.es() + ": " + told.es(), state.en() + ": " + told.en());
    }

    private static Text labelled(String es, String en, Text text) {
        return text.es().isEmpty() ? text : new Text(es + " " + text.es(), en + " " + text.en());
    }

    /** Both languages on one line. */
    static String line(Text text) {
        return text.toString().replace("\n", " / ");
    }
}
