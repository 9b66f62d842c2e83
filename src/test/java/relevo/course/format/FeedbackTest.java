package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import relevo.course.Team;
import relevo.testing.CourseSamples;
import relevo.testing.TeamSamples;
import relevo.testing.Untrusted;
import relevo.words.Text;

class FeedbackTest {

    static final List<String> HOSTILE = TeamSamples.HOSTILE;

    @Test
    @DisplayName("what to repair first, then every requirement; Spanish, then English")
    void order() {
        var team = CourseSamples.three().get(1);
        var feedback = Feedback.render(team);

        assertThat(feedback).containsSubsequence("# Resultado de equipo ñ", "Todavía no hay nota", "## Qué reparar primero", "1. **B2** ", "(0.3 perdidos)",
                "Se vio: Sirvieron 0 de 400.", "Qué hacer: Ponga una regla use&#95;backend.", "2. **G1.1** ", "De esto depende: G1.2.", "## Arquitectura",
                "**G1.1** ", "No se pudo comprobar · por decidir / 0.15", "Motivo: El puerto lo ocupa otro programa.", "**G1.2** ",
                "Espera a G1.1 · por decidir / 0.15", "**B2** ", "No se cumple · 0.0 / 0.3",
                "---", "# Result of equipo ñ", "There is no grade yet", "## What to repair first", "They served 0 of 400.", "to be decided / 0.15");
        assertThat(team.cells()).allSatisfy(cell -> assertThat(feedback.split("\\*\\*" + cell.row().id() + "\\*\\* ", -1))
                .as(cell.row().id()).hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    @DisplayName("one cause for everything is told once, with its remedy")
    void cause() {
        var feedback = Feedback.render(CourseSamples.three().get(2));

        assertThat(feedback).containsSubsequence("## Qué reparar primero", "por una sola causa: No arrancó: la carpeta está vacía.", "- Qué hacer: Repita.");
        assertThat(feedback.split("la carpeta está vacía", -1)).hasSize(2);
        assertThat(feedback).contains(" · por decidir / 0.3").doesNotContain(" · 0.0 / 0.3");

        var full = CourseSamples.three().get(0);
        var late = new Team("late", "teams/late", full.checklist(), full.byHand(), Text.of("Se acabó el tiempo.", "Time ran out."), 1, Map.of());
        assertThat(Feedback.render(late)).contains("> Se acabó el tiempo.", "> Time ran out.");
    }

    @Test
    @DisplayName("what the teacher decided is settled: it is nothing to repair, and its points are the teacher's")
    void byHand() {
        var feedback = Feedback.render(TeamSamples.corrected());

        assertThat(feedback).contains("Nota: 4.05 de 5.0.", "La calificó el docente: 0.5 de 1.0 · 0.5 / 1.0", "1. **G1.2** ").doesNotContain(". **G1.1** ");
    }

    @Test
    @DisplayName("what is worth nothing is called extra, and what is on top of the total too")
    void extra() {
        assertThat(Feedback.render(CourseSamples.three().get(0))).contains("Se cumple · adicional\n", "Met · extra\n");
        assertThat(Feedback.render(TeamSamples.withExtra("0.4"))).contains("Nota: 5.4 de 5.0.", " · 0.4 / 0.5 (extra)\n");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("a stranger's words are no markup, no link and no picture")
    void hostile(String word) {
        var feedback = Feedback.render(TeamSamples.hostile(word));

        Untrusted.harmless(feedback);
        assertThat(feedback).doesNotContain("<script", "](", "![", "http://", "www.", "<x>", "<!--", "-->");
        assertThat(feedback.replace("<br>", "")).doesNotContain("<", "|", "`");
    }
}
