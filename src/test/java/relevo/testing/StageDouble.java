package relevo.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import relevo.live.page.LiveStage;
import relevo.live.page.Order;
import relevo.live.page.View;
import relevo.words.Text;

/** A stage on which a test decides what is seen, and reads what was ordered. */
public final class StageDouble implements LiveStage {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final List<Integer> audiences = new CopyOnWriteArrayList<>();
    private volatile View view;
    private volatile Optional<Text> refusal = Optional.empty();
    private volatile Optional<VisitorPage> visitorPage = Optional.empty();

    public StageDouble(View view) {
        this.view = view;
    }

    /** Shows another view. */
    public void show(View next) {
        view = next;
        listeners.forEach(Runnable::run);
    }

    /** Shows the view with a change. */
    public void change(UnaryOperator<View> change) {
        show(change.apply(view));
    }

    /** What a visitor gets from now on; the view does not change by that. */
    public void visitorGets(int status, String contentType, byte[] body) {
        visitorPage = Optional.of(new VisitorPage(status, contentType, body));
    }

    /** Why no order is taken from now on; empty to take them again. */
    public void refuse(Optional<Text> why) {
        refusal = why;
    }

    /** What was ordered and taken, in that order. */
    public List<Order> orders() {
        return orders;
    }

    /** How many pages there were after each change. */
    public List<Integer> audiences() {
        return audiences;
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public Subscription onChange(Runnable told) {
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    @Override
    public Optional<Text> order(Order order) {
        if (refusal.isEmpty()) {
            orders.add(order);
        }
        return refusal;
    }

    @Override
    public Optional<VisitorPage> visitorPage() {
        return visitorPage;
    }

    @Override
    public void audience(int pages) {
        audiences.add(pages);
    }
}
