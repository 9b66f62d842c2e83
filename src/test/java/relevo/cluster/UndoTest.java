package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class UndoTest {

    private final Undo undo = new Undo();
    private final ArrayList<String> done = new ArrayList<>();

    @Test
    void undoesTheLastChangeFirstAndEachOnce() {
        undo.register(() -> done.add("first"));
        undo.register(() -> done.add("second"));

        undo.undoAll();
        undo.undoAll();

        assertThat(done).containsExactly("second", "first");
        assertThat(undo.isEmpty()).isTrue();
    }

    @Test
    void aFailedStepDoesNotKeepTheOthersFromBeingDone() {
        undo.register(() -> done.add("first"));
        undo.register(() -> {
            throw new IllegalStateException("second failed");
        });

        assertThatThrownBy(undo::undoAll).hasMessage("second failed");
        assertThat(done).containsExactly("first");
    }
}
