package relevo.live.page;

import java.util.Optional;
import relevo.words.Text;

/** What the page shows and acts upon; all that its server knows of a cluster. Called from several threads. */
public interface LiveStage {

    /** What there is to see now. */
    View view();

    /**
     * Tells somebody, from any thread, that the view has changed. It must return at once.
     *
     * @return ends it
     */
    Subscription onChange(Runnable told);

    /**
     * Takes an order; it is carried out later, and the view shows how.
     *
     * @return why it will not be carried out, for the one who gave it; empty when it will
     */
    Optional<Text> order(Order order);

    /** What a visitor last got, bytes and content type as they came, at most 1 MiB; empty as long as nobody got anything. */
    Optional<VisitorPage> visitorPage();

    /** Somebody has opened the page, or the last one who had has closed it: what was done is put right when nobody looks any more. */
    void audience(int pages);

    /**
     * A page as it came.
     *
     * @param contentType as the server said; empty when it said nothing
     */
    record VisitorPage(int status, String contentType, byte[] body) {
    }

    /** Ends what was begun. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
