package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Samples.met;

import java.nio.file.Path;
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

        assertThat(lines).contains("✓ C1   0.7/0.7   Se cumple · Met", "✗ B2   0.0/0.3   No se cumple · Not met",
                "        mire: errorfile 503 en la sección defaults de infra/haproxy.cfg.",
                "        look at: errorfile 503 in the defaults section of infra/haproxy.cfg.",
                "        repetir · repeat: mvn verify -Dgroups=S1",
                "✗ B2   0.0/0.3   No se cumple · Not met  (0.3 perdidos · 0.2 en espera; 0.3 lost · 0.2 waiting)",
                "        en espera · waiting: B7, B3", "→ B7   0.0/0.2   Espera a B2 · Waits for B2",
                "✎ L4   _/0.1     La califica el docente · For the teacher", "        se vio: La entrega no trae pruebas de carga.",
                "? sin ejecutar · not run: C3 S3 L3",
                "= 3.0 / 4.0 puntos automáticos · automatic points; 0.5 perdidos · lost; 0.3 en espera de otro requisito · waiting for another requirement; "
                        + "0.1 sin comprobar · unchecked; 0.1 los da el docente · for the teacher");
    }

    @Test
    @DisplayName("it opens with what to begin with; what waits takes one line")
    void startHere() {
        var lines = ChecklistConsole.render(Samples.withoutStatistics(), false).lines().toList();

        assertThat(lines.indexOf("Empiece por aquí · Start here")).isLessThan(lines.indexOf("✓ G1.1 0.15/0.15 Se cumple · Met"));
        assertThat(lines).contains("        en espera · waiting: G3.2, G3.3, B1, B2, B7, B3, B5, L1")
                .noneMatch(line -> line.contains("Sin estadísticas no se sabe")).filteredOn(line -> line.contains("Espera a G3.1 · Waits for G3.1")).hasSize(8);
    }

    @Test
    @DisplayName("what is left to the teacher shows its title, or the reason, and its points are open")
    void byHand() {
        var rubric = Rubric.named("edition-2020", Path.of("rubrics"), Samples.CATALOGUE);
        var results = List.of(Samples.result("P1", Verdict.notApplicable(Text.of("Ya estaba.", "It was up."))));

        var checklist = Checklist.of(Samples.CATALOGUE, rubric, results, Samples.ALL, Samples.run(false));

        assertThat(ChecklistConsole.render(checklist, false).lines()).containsSubsequence(
                "– P1   _/1.0     No aplica · Not applicable", "        motivo: Ya estaba.", "        reason: It was up.",
                "✎ R1   _/1.0     La califica el docente · For the teacher", "        Informe · Report",
                "✎ E1   _/0.5     La califica el docente · For the teacher (extra)")
                .anyMatch(line -> line.endsWith("; 1.0 los da el docente · for the teacher"));
    }

    @Test
    @DisplayName("the figures of a test are told only to who asks for more, and so is what was seen of the met")
    void verbose() {
        assertThat(ChecklistConsole.render(Samples.mixed(), false)).doesNotContain("n = 200", "0 de 200");
        assertThat(ChecklistConsole.render(Samples.mixed(), false, true)).contains("        se vio: backup1 y backup2 atendieron 0 de 200 peticiones.\n",
                "        prueba estadística: Prueba: n = 200", "        statistical test: Test: n = 200").doesNotContain("\u2063");
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
