package relevo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @Test
    void keepsTheStreamsApartAndTellsEachLineAsItComes() {
        var told = new CopyOnWriteArrayList<String>();

        var output = Command.of("sh", "-c", "echo one; echo two >&2; exit 3").telling(line -> told.add("out " + line), line -> told.add("err " + line)).run();

        assertThat(output).isEqualTo(new Output(3, "one\n", "two\n"));
        assertThat(told).containsExactlyInAnyOrder("out one", "err two");
        assertThat(output.complaint()).isEqualTo("two");
    }

    @Test
    void runsInItsFolderWithItsVariablesAndWithoutInput(@TempDir Path folder) {
        var output = Command.of("sh", "-c", "cat; pwd; echo \"$WORD\"").in(folder).with(Map.of("WORD", "said")).run();

        assertThat(output.out().lines()).containsExactly(folder.toString(), "said");
    }

    @Test
    void aProgramThatIsNotThereIsAStatusNotAnException() {
        var output = Command.of("/no/such/program").run();

        assertThat(output.exit()).isEqualTo(Output.NOT_RUN);
        assertThat(output.complaint()).contains("/no/such/program");
    }

    @Test
    void isEndedWithAllThatItStartedWhenItsTimeIsOver() {
        var output = Command.of("sh", "-c", "echo begun; sleep 600 & wait").within(Duration.ofMillis(300)).run();

        assertThat(output.exit()).isEqualTo(Output.NO_END);
        assertThat(output.out()).isEqualTo("begun\n");
        assertThat(output.err()).contains("no end after");
    }

    @Test
    void anInterruptEndsItAndStaysVisible() throws Exception {
        var seen = new CopyOnWriteArrayList<Object>();
        var thread = new Thread(() -> {
            seen.add(Command.of("sleep", "600").run().exit());
            seen.add(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.interrupt();
        thread.join(20_000);

        assertThat(seen).containsExactly(Output.INTERRUPTED, true);
    }

    @Test
    void aLineEndsAsOnATerminalTooAndTheLastOneEndsAnyway() {
        var told = new CopyOnWriteArrayList<String>();

        var output = Command.of("printf", "1%%\\r2%%\\r\\nend\\n\\nlast").telling(told::add, line -> { }).run();

        assertThat(told).containsExactly("1%", "2%", "end", "", "last");
        assertThat(output.out()).isEqualTo("1%\n2%\nend\n\nlast\n");
    }
}
