package relevo.live;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import relevo.live.defence.Defence;
import relevo.live.defence.Facts;
import relevo.live.defence.Riddle;
import relevo.live.page.DefenceSheet;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;
import relevo.run.CurrentRun;
import relevo.run.Reports;
import relevo.words.Text;

/** The defence that is being held, if one is: what the teacher writes is saved at once. For several threads. */
final class Examination {

    private final Path reports;
    private Optional<Defence> defence = Optional.empty();
    private CurrentRun run;

    /** @param reports folder for what is found out */
    Examination(Path reports) {
        this.reports = reports;
    }

    /** Takes the run that a defence belongs to; one that was held before, on the same delivery, goes on. */
    synchronized void begin(CurrentRun now) {
        run = now;
    }

    synchronized Optional<DefenceSheet> sheet() {
        return defence.map(Defence::sheet);
    }

    /** Whether a fault is hidden, which nothing on the page may tell. */
    synchronized boolean hides() {
        return defence.flatMap(Defence::secret).isPresent();
    }

    /** Why this order will not be carried out; empty when it will, or is none of the defence. */
    synchronized Optional<Text> refusal(Order order) {
        return switch (order.verb()) {
            case DEFENCE_FAULT, DEFENCE_ANSWER, DEFENCE_NOTES, DEFENCE_POINTS, DEFENCE_END -> defence.isEmpty()
                    ? Optional.of(Text.of("No hay ninguna sustentación en curso.", "No defence is being held.")) : defence.get().refused(order);
            default -> Optional.empty();
        };
    }

    /**
     * What only the paper knows: a beginning, notes, points.
     *
     * @param facts what can be asked about, for a beginning
     * @return whether the order was one of these
     */
    synchronized boolean write(Order order, Facts facts) {
        switch (order.verb()) {
            case DEFENCE_BEGIN -> keep(Defence.begin(order.text(), facts, Reports.worthOfDefence(), Reports.defenceOf(run)));
            case DEFENCE_NOTES, DEFENCE_POINTS -> keep(defence.orElseThrow().after(order, System.currentTimeMillis()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Draws a fault to be found. @return empty when too few can be told apart here */
    synchronized Optional<Order> hide(Facts facts) {
        var hiding = defence.flatMap(held -> held.hiding(Riddle.Candidates.in(facts), System.currentTimeMillis()));
        hiding.ifPresent(held -> defence = hiding);
        return hiding.flatMap(Defence::secret).map(secret -> new Order(secret.verb(), secret.target(), ""));
    }

    /** The fault could not be made, or was put right. */
    synchronized void withdraw() {
        defence = defence.map(Defence::withdrawn);
    }

    /** An answer ends the search; the end of the defence ends everything, and what is saved of it stays. */
    synchronized void end(Order order) {
        if (order.verb() == Verb.DEFENCE_ANSWER) {
            keep(defence.orElseThrow().after(order, System.currentTimeMillis()));
        } else {
            defence = Optional.empty();
        }
    }

    private void keep(Defence held) {
        defence = Optional.of(held);
        var now = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        Reports.defended(reports, held.left(Reports.nameOf(run), now));
    }
}
