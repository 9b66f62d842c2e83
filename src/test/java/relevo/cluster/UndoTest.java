package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
        assertThat(undo.isEmpty()).isTrue();
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
        assertThat(undo.isEmpty()).isTrue();
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

    private Path file() {
        return folder.resolve("deep/journal");
    }
}
