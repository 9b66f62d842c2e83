package relevo.machine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import relevo.timing.Daemon;

/** Does the same to several things at once. */
public final class SideBySide {

    private SideBySide() {
    }

    /** Waits for all, also when one fails; then throws the first failure as it was. */
    public static <T> void each(Collection<T> things, Consumer<? super T> action) {
        map(things, thing -> {
            action.accept(thing);
            return thing;
        });
    }

    /** Results in the order of the things. Waits for all, also when one fails; then throws the first failure as it was. */
    public static <T, R> List<R> map(Collection<T> things, Function<? super T, ? extends R> function) {
        if (things.size() < 2) {
            return new ArrayList<>(things.stream().<R>map(function).toList());
        }
        var threads = Executors.newFixedThreadPool(things.size(), Daemon.named("relevo-side-by-side"));
        try {
            var futures = threads.invokeAll(things.stream().<Callable<R>>map(thing -> () -> function.apply(thing)).toList());
            return new ArrayList<>(futures.stream().map(SideBySide::result).toList());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two things at once, and what becomes of both. Waits for both, also when one fails; then throws the first failure as it was. */
    public static <A, B, R> R both(Supplier<? extends A> one, Supplier<? extends B> other, BiFunction<? super A, ? super B, ? extends R> joined) {
        var first = new AtomicReference<A>();
        var second = new AtomicReference<B>();
        each(List.<Runnable>of(() -> first.set(one.get()), () -> second.set(other.get())), Runnable::run);
        return joined.apply(first.get(), second.get());
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }
}
