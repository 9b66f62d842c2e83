package relevo.substrate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.verdict.CannotStart;

class RunLockTest {

    @TempDir
    private Path folder;

    @Test
    void theSecondRunIsToldWhichOneIsFirst() {
        var file = folder.resolve("lock");
        var first = RunLock.take(file);

        assertThatThrownBy(() -> RunLock.take(file)).isInstanceOf(CannotStart.class)
                .hasMessageContaining(String.valueOf(ProcessHandle.current().pid())).hasMessageContaining(Path.of("").toAbsolutePath().toString());

        first.close();
        assertThatCode(() -> RunLock.take(file).close()).doesNotThrowAnyException();
    }
}
