package relevo.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import relevo.timing.Daemon;

/**
 * Does to the end what was begun, also when whoever waits for it is interrupted meanwhile, who then stays interrupted: a command that nobody waits for
 * any more would change the cluster behind the back of what puts it right.
 */
final class ToTheEnd {

    private ToTheEnd() {
    }

    /** @throws RuntimeException that the deed threw */
    static void of(Runnable deed) {
        var done = CompletableFuture.runAsync(deed, Daemon.each("relevo-deed"));
        try {
            done.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException first ? first : failed;
        }
    }
}
