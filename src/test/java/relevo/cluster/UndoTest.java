package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.cluster.Journal.Entry;
import relevo.cluster.Journal.Verb;

class UndoTest {

    private static final Entry START = new Entry(Verb.START, "web1");
    private static final Entry UNFREEZE = new Entry(Verb.UNFREEZE, "node2");

    @TempDir
    private Path folder;

    private final List<Entry> done = new CopyOnWriteArrayList<>();

    @Test
    @DisplayName("the last change is undone first, each once, and then nothing is left on disk")
    void lastFirst() {
        var undo = new Undo(new Journal(file()), done::add);
        undo.register(START);
        undo.register(UNFREEZE);

        undo.undoAll();
        undo.undoAll();

        assertThat(done).containsExactly(UNFREEZE, START);
        assertThat(undo.entries()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("a step that fails does not keep the others from being done")
    void failed() {
        var undo = new Undo(new Journal(file()), entry -> {
            if (entry.equals(UNFREEZE)) {
                throw new IllegalStateException("second failed");
            }
            done.add(entry);
        });
        undo.register(START);
        undo.register(UNFREEZE);

        assertThatThrownBy(undo::undoAll).hasMessage("second failed");
        assertThat(done).containsExactly(START);
        assertThat(undo.entries()).isEmpty();
    }

    @Test
    @DisplayName("an entry is on disk before the change that it undoes, and a run that is killed leaves it to the next")
    void killed() {
        new Undo(new Journal(file()), done::add).register(START);
        new Undo(new Journal(folder.resolve("other")), done::add).register(UNFREEZE);
        assertThat(file()).hasContent("START web1");

        var next = new Journal(file());
        assertThat(next.takeOver()).containsExactly(START);
        new Undo(next, done::add).undoAll();

        assertThat(done).containsExactly(START);
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("whatever else stands in the file is not done")
    void nonsense() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "START web1\nrm -rf /\nSTOP web2\nUNFREEZE\n\nSTART web1 web2\n");

        assertThat(new Journal(file()).takeOver()).containsExactly(START);
    }

    @Test
    @DisplayName("neighbours of one kind are undone side by side, but not before what came after them")
    void sideBySide() {
        var undo = new Undo(new Journal(file()), done::add);
        undo.register(new Entry(Verb.START, "web1"));
        undo.register(new Entry(Verb.START, "web2"));
        undo.register(new Entry(Verb.SWITCH_ON, "node2"));

        undo.undoAll();

        assertThat(done).hasSize(3).first().isEqualTo(new Entry(Verb.SWITCH_ON, "node2"));
    }

    @Test
    @DisplayName("somebody who was interrupted undoes all the same, also side by side, and is interrupted afterwards")
    void interrupted() {
        var flags = new CopyOnWriteArrayList<Boolean>();
        var undo = new Undo(new Journal(file()), entry -> {
            flags.add(Thread.currentThread().isInterrupted());
            done.add(entry);
        });
        undo.register(START);
        undo.register(new Entry(Verb.START, "web2"));
        undo.register(UNFREEZE);

        Thread.currentThread().interrupt();
        undo.undoAll();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasSize(3).first().isEqualTo(UNFREEZE);
        assertThat(flags).containsOnly(false);
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("whoever is interrupted while things are undone does not break that off")
    void interruptedMeanwhile() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var undo = new Undo(new Journal(file()), entry -> {
            begun.countDown();
            try {
                interrupted.await();
                done.add(entry);
            } catch (InterruptedException brokenOff) {
                throw new IllegalStateException("broken off", brokenOff);
            }
        });
        undo.register(START);
        undo.register(UNFREEZE);
        var flag = new AtomicBoolean();
        var worker = new Thread(() -> {
            undo.undoAll();
            flag.set(Thread.currentThread().isInterrupted());
        });
        worker.start();

        begun.await();
        worker.interrupt();
        interrupted.countDown();
        worker.join();

        assertThat(done).containsExactly(UNFREEZE, START);
        assertThat(flag).as("interrupted afterwards").isTrue();
        assertThat(undo.entries()).isEmpty();
    }

    @Test
    @DisplayName("who fails to undo while interrupted is interrupted afterwards as well")
    void failedWhileInterrupted() {
        var undo = new Undo(new Journal(file()), entry -> {
            throw new IllegalStateException("failed");
        });
        undo.register(START);

        Thread.currentThread().interrupt();
        assertThatThrownBy(undo::undoAll).isExactlyInstanceOf(IllegalStateException.class).hasMessage("failed");

        assertThat(Thread.interrupted()).isTrue();
    }

    private Path file() {
        return folder.resolve("deep/journal");
    }
}
