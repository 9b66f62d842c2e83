package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.testing.Samples;
import relevo.verdict.Verdict;
import relevo.words.Text;

class AnnotationsTest {

    @TempDir
    private Path delivery;

    @Test
    @DisplayName("each finding stands at its line of the team's own file, on one line, whatever it says")
    void findings() throws IOException {
        Files.createDirectories(delivery.resolve("vm1/conf"));
        Files.writeString(delivery.resolve("vm1/conf/haproxy.cfg"), "");
        var checklist = Samples.checklist(List.of(Samples.met("G1.1", "Bien (haproxy.cfg:3).", "Fine (haproxy.cfg:3)."),
                Samples.result("B2", Verdict.notMet(Text.of("Que ayuden.", "That they help."), Text.of("100 % en web1 (haproxy.cfg:91)\n::error::x\u001b[2J",
                        "100 % at web1 (haproxy.cfg:91)"), Text.of("Ponga una regla.", "Set a rule."))),
                Samples.result("B4", Verdict.couldNotCheck(Text.of("No se pudo (other.cfg:2).", "It could not be (other.cfg:2)."),
                        Text.of("Repita.", "Repeat.")))));

        var lines = Annotations.of(checklist, delivery);

        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("\n") || line.contains("\u001b"));
        assertThat(lines).anyMatch(line -> line.startsWith("::error file=vm1/conf/haproxy.cfg,line=91,title=B2 ") && line.contains("100 %25 en web1")
                && line.contains("%0A::error::x·[2J Que ayuden. Ponga una regla.%0A100"));
        assertThat(lines).anyMatch(line -> line.startsWith("::warning title=B4 "));
    }

    @Test
    @DisplayName("a name that two files have is no place")
    void ambiguous() throws IOException {
        for (var machine : new String[] {"a", "b"}) {
            Files.createDirectories(delivery.resolve(machine));
            Files.writeString(delivery.resolve(machine + "/haproxy.cfg"), "");
        }
        var wrong = Verdict.notMet(Text.same("x"), Text.same("haproxy.cfg:1"), Text.same("y"));

        assertThat(Annotations.of(Samples.checklist(List.of(Samples.result("B2", wrong))), delivery)).allMatch(line -> line.startsWith("::error title="));
    }

    @Test
    @DisplayName("without a checklist that is said")
    void nothing() {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);

        assertThat(Annotations.run(stream, stream, delivery.toString())).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("there is no").contains("checklist.json");
    }
}
