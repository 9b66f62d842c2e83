package relevo.timing;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/** Threads that keep no JVM from ending. */
public final class Daemon {

    private Daemon() {
    }

    /** Makes them, for whoever runs tasks on several or again and again. @param name of each, as a thread dump shows it */
    public static ThreadFactory named(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Runs each task on one of its own. */
    public static Executor each(String name) {
        return task -> start(name, task);
    }

    /** Begins a task on one of its own. */
    public static Thread start(String name, Runnable task) {
        var thread = named(name).newThread(task);
        thread.start();
        return thread;
    }
}
