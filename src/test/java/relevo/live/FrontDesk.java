package relevo.live;

import java.util.Optional;
import relevo.live.page.LiveStage;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;
import relevo.live.page.View;
import relevo.words.Text;

/** Where the page and the cluster meet: shows what is true, and takes orders that make sense. */
record FrontDesk(Board board, Errands errands) implements LiveStage {

    @Override
    public View view() {
        return board.view();
    }

    @Override
    public Subscription onChange(Runnable told) {
        return board.onChange(told);
    }

    @Override
    public Optional<Text> order(Order order) {
        var refusal = refusal(order);
        if (refusal.isPresent()) {
            return refusal;
        }
        // Whoever writes does not wait for what is being done.
        if (board.examination().write(order, board.facts())) {
            board.changed();
            return Optional.empty();
        }
        return errands.take(order);
    }

    private Optional<Text> refusal(Order order) {
        if (board.present().isEmpty()) {
            return Optional.of(Text.of("Todavía no hay clúster.", "There is no cluster yet."));
        }
        if (order.verb() == Verb.PLAY && !board.sheet().has(order.target())) {
            return Optional.of(Deeds.unknown(order));
        }
        return board.examination().refusal(order).or(() -> board.present().flatMap(present -> present.deeds().refusal(order)));
    }

    @Override
    public Optional<VisitorPage> visitorPage() {
        return board.present().flatMap(present -> present.pulse().visitorPage());
    }

    @Override
    public void audience(int pages) {
        errands.watchedBy(pages);
    }
}
