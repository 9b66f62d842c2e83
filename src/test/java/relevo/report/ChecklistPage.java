package relevo.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.report.picture.Picture;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * What the HTML template asks for.
 *
 * @param checklist what is shown
 * @param reports   where its evidence is
 * @param found     what the run found, drawn
 * @param written   what the balancer was configured with
 */
public record ChecklistPage(Checklist checklist, Path reports, FoundPicture found, Configuration written) {

    ChecklistPage(Checklist checklist, Path reports) {
        this(checklist, reports, FoundPicture.of(checklist, reports), Configuration.of(checklist, reports));
    }

    public List<Text> notices() {
        var notices = new ArrayList<>(Notices.of(checklist));
        Stream.of(found.trouble(), written.trouble()).filter(trouble -> !trouble.es().isEmpty()).forEach(notices::add);
        return notices;
    }

    /** The files of the balancer's configuration; none where the run saved none. */
    public List<ConfigurationBlock> configuration() {
        return written.blocks();
    }

    /** How many lines of them findings point at. */
    public Text marked() {
        var count = written.marked();
        return count == 0 ? Text.of("ningún hallazgo nombra una línea", "no finding names a line")
                : count == 1 ? Text.of("1 línea señalada", "1 line pointed at") : Text.of("%d líneas señaladas", "%d lines pointed at", count);
    }

    /** A sentence, parted where it names a line of the configuration. */
    public List<Piece> pieces(String side) {
        return written.pieces(side);
    }

    /** How the machines were left, where that was looked at. */
    public Optional<Text> left() {
        return checklist.left().map(Leaving::line);
    }

    /** What the run found, where it saved that. */
    public Optional<Picture> picture() {
        return found.picture();
    }

    public List<Evidence> evidence(Row row) {
        return row.evidence().stream().map(path -> Evidence.of(reports, path)).toList();
    }

    /** Whether the row has something of its own to unfold. */
    public boolean unfolds(Row row) {
        return !checklist.saidOnTop(row) && !(row.evidence().isEmpty() && row.repeat().isEmpty() && row.verdict().test().es().isEmpty());
    }

    /** Whether the row went wrong in a way of its own, or needs a person, and so says more than one sentence. */
    public boolean tells(Row row) {
        return !checklist.saidOnTop(row) && (row.isRoot() || row.ran() && row.state() == State.FOR_THE_TEACHER);
    }

    /** Where to start. */
    public List<Root> roots() {
        return checklist.roots();
    }

    /** Where the points went that were not earned. */
    public List<Parts.Part> parts() {
        return Parts.of(checklist.score());
    }

    /** Share of the automatic points, %, for the bar. */
    public String share(BigDecimal points) {
        var all = checklist.score().automatic();
        return all.signum() == 0 ? "0" : points.movePointRight(2).divide(all, 3, RoundingMode.HALF_EVEN).toPlainString();
    }

    public String points(BigDecimal points) {
        return Points.show(points);
    }

    public String seconds(double seconds) {
        return Seconds.show(seconds);
    }

    /** What belongs to no language, without what would turn the line around; the template escapes the rest. */
    public String plain(String text) {
        return Printable.of(text);
    }
}
