package relevo.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Does to the end what was begun, also when whoever waits for it is interrupted meanwhile, who then stays interrupted: a command that nobody waits for
 * any more would change the cluster behind the back of what puts it right.
 */
final class ToTheEnd {

    private ToTheEnd() {
    }

    /** @throws RuntimeException that the deed threw */
    static void of(Runnable deed) {
        var done = CompletableFuture.runAsync(deed, task -> {
            var thread = new Thread(task, "relevo-deed");
            thread.setDaemon(true);
            thread.start();
        });
        try {
            done.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException first ? first : failed;
        }
    }
}
