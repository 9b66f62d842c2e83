package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Samples.met;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.testing.Samples;
import relevo.verdict.Verdict;
import relevo.words.Text;

class ChecklistConsoleTest {

    @Test
    @DisplayName("one line when met; what was expected, seen and where to look when not, in both languages")
    void lines() {
        var lines = ChecklistConsole.render(Samples.mixed(), false).lines().toList();

        assertThat(lines).contains("✓ C1   0.7/0.7   Se cumple · Met", "✗ B2   0.0/0.5   No se cumple · Not met",
                "        mire: errorfile 503 en la sección defaults de infra/haproxy.cfg.",
                "        look at: errorfile 503 in the defaults section of infra/haproxy.cfg.",
                "        repetir · repeat: mvn verify -Dgroups=S1",
                "? sin ejecutar · not run: C3 B3 S3 L3",
                "= 3.1 / 4.0 puntos automáticos · automatic points; 0.1 sin comprobar · unchecked");
    }

    @Test
    @DisplayName("a cluster that did not start fills a few lines, not thirty")
    void cause() {
        assertThat(ChecklistConsole.render(Samples.notStarted(), false).lines()).hasSizeLessThan(12)
                .anySatisfy(line -> assertThat(line).startsWith("? por esa causa · for that reason: G1.1 G1.2"));
    }

    @Test
    @DisplayName("the marks can be ASCII")
    void ascii() {
        assertThat(ChecklistConsole.render(Samples.mixed(), true)).contains("+ C1 ", "x B2 ").doesNotContain("✓", "✗", "✎", "–");
    }

    @Test
    @DisplayName("a name cannot drive the terminal, or pretend to be a line of the checklist")
    void untrusted() {
        var bad = Text.same("\u001b[2J\r\u009b31m\n✓ B2   0.5/0.5   Se cumple");
        var out = ChecklistConsole.render(Samples.checklist(List.of(met("B1", "0", "0"), Samples.result("B2", Verdict.notMet(bad, bad, bad)))), false);

        assertThat(out).doesNotContain("\u001b", "\r", "\u009b").doesNotContainPattern("(?m)^✓ B2");
    }
}
