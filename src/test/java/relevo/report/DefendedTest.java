package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.OralDefence;
import relevo.archive.OralDefence.Asked;
import relevo.archive.OralDefence.Found;
import relevo.archive.OralDefence.Hunt;
import relevo.archive.OralDefence.Round;
import relevo.archive.SavedDefence;
import relevo.testing.Markup;
import relevo.testing.Samples;
import relevo.testing.Untrusted;
import relevo.words.Text;

class DefendedTest {

    private static final Hunt HUNT = new Hunt(Found.FOUND, Text.of("web2 está congelado.", "web2 is frozen."), 41.5);

    private static OralDefence defence(String points, String most, String notes, Hunt... hunts) {
        var asked = List.of(new Asked("B2", Text.of("¿Por qué?", "Why?"), Text.same("x")));
        return new OralDefence("/d", "2026-03-14T10:05:00-05:00", List.of(new Round("tomabe", asked,
                List.of(hunts))), notes, Optional.of(points).filter(given -> !given.isEmpty()).map(BigDecimal::new), new BigDecimal(most));
    }

    private static Row d1(Checklist checklist) {
        return checklist.rows().stream().filter(row -> row.id().equals("D1")).findFirst().orElseThrow();
    }

    private static Checklist with(OralDefence defence) {
        return Samples.mixed().defended(Optional.of(defence));
    }

    @Test
    @DisplayName("the row has the points, the notes, and what was found as facts; the automatic points stay what they are")
    void row() {
        var checklist = with(defence("0.80", "1.0", "Explicó bien.", HUNT));
        var row = d1(checklist);
        assertThat(row.earned()).contains(new BigDecimal("0.80"));
        assertThat(row.label().es()).isEqualTo("La calificó el docente");
        assertThat(row.told().es()).isEqualTo("Sustentación del 2026-03-14T10:05:00-05:00 (preguntas: 1; semilla: tomabe): 0.8 de 1.0 puntos. "
                + "Fallo oculto: lo encontraron en 41.5 s. web2 está congelado.");
        assertThat(row.told().en()).isEqualTo("Defence of 2026-03-14T10:05:00-05:00 (questions: 1; seed: tomabe): 0.8 of 1.0 points. "
                + "Hidden fault: found in 41.5 s. web2 is frozen.");
        assertThat(row.note().en()).isEqualTo("The teacher's notes: Explicó bien.");
        assertThat(checklist.score()).isEqualTo(new Score(Samples.mixed().score().earned(), Samples.mixed().score().automatic(), Samples.mixed().score().lost(),
                Samples.mixed().score().waiting(), Samples.mixed().score().unchecked(), Samples.mixed().score().forTheTeacher(), new BigDecimal("0.80"),
                Samples.mixed().score().total()));
        assertThat(checklist.given()).contains(new BigDecimal("0.80"));
        assertThat(checklist.forTheTeacher()).extracting(Row::id).doesNotContain("D1");
        assertThat(checklist.rows().stream().filter(one -> !one.id().equals("D1")).toList())
                .isEqualTo(Samples.mixed().rows().stream().filter(one -> !one.id().equals("D1")).toList());
    }

    @Test
    @DisplayName("without points the row is still the teacher's, and says that there are none yet")
    void noPoints() {
        var checklist = with(defence("", "1.0", "", new Hunt(Found.GIVEN_UP, HUNT.told(), 60), new Hunt(Found.MISSED, HUNT.told(), 5)));
        assertThat(d1(checklist).earned()).isEmpty();
        assertThat(d1(checklist).label().es()).isEqualTo("La califica el docente");
        assertThat(d1(checklist).told().en()).contains("no points yet.", "given up after 60.0 s", "after 5.0 s they named another");
        assertThat(d1(checklist).note().es()).isEmpty();
        assertThat(checklist.given()).isEmpty();
        assertThat(checklist.forTheTeacher()).extracting(Row::id).contains("D1");
    }

    @Test
    @DisplayName("points of another worth count for nothing, and are told")
    void otherWorth() {
        var checklist = with(defence("0.8", "2.0", ""));
        assertThat(d1(checklist).earned()).isEmpty();
        assertThat(d1(checklist).told().en()).contains("0.8 of 2.0 points, and under this rubric it is worth 1.0: give the points again.");
        assertThat(checklist.score().byHand()).isZero();
    }

    @Test
    @DisplayName("zero points are points")
    void zero() {
        assertThat(d1(with(defence("0", "1.0", ""))).earned()).contains(BigDecimal.ZERO);
        assertThat(with(defence("0", "1.0", "")).given()).contains(BigDecimal.ZERO);
    }

    @Test
    @DisplayName("the grade is known once nothing is open: automatic points and those of the defence together")
    void grade(@TempDir Path reports) {
        assertThat(with(defence("0.8", "1.0", "")).grade()).as("something could not be checked").isEmpty();
        assertThat(Samples.allMet().grade()).isEmpty();
        var whole = Samples.allMet().defended(Optional.of(defence("0.75", "1.0", "")));
        assertThat(whole.grade()).contains(new BigDecimal("4.75"));
        assertThat(ChecklistConsole.render(whole, false)).contains("; + 0.75 que dio el docente · given by the teacher = 4.75 / 5.0\n")
                .contains("D1   0.75/1.0  La calificó el docente · Graded by the teacher");
        assertThat(ChecklistMarkdown.render(whole)).contains("· + 0.75 que dio el docente = **4.75** · total");
        assertThat(Jsoup.parse(ChecklistHtml.render(whole, reports)).select(".sum").text()).contains("0.75", "4.75 / 5.0");
    }

    @Test
    @DisplayName("every form has it")
    void forms(@TempDir Path reports) {
        var checklist = with(defence("0.8", "1.0", "Explicó bien.\nFaltó B2.", HUNT));
        assertThat(ChecklistConsole.render(checklist, false)).contains("        se vio: Sustentación del 2026-03-14", "        seen: Defence of 2026-03-14",
                "found in 41.5 s. web2 is frozen.", "        nota: Notas del docente: Explicó bien.");
        assertThat(ChecklistMarkdown.render(checklist)).contains("| 0.8 / 1.0 | Sustentación del", "| 0.8 / 1.0 | Defence of",
                "Notas del docente: Explicó bien.<br>Faltó B2.");
        var html = Jsoup.parse(ChecklistHtml.render(checklist, reports));
        assertThat(html.select("#D1 .points").text()).isEqualTo("0.8/ 1.0");
        assertThat(html.select("#D1 .seen .en").text()).contains("0.8 of 1.0 points.", "found in 41.5 s");
        assertThat(html.select("#D1 .note .es").text()).contains("Explicó bien.");
        assertThat(html.select(".sum a[href=#D1]")).isEmpty();
        var json = ChecklistJson.tree(checklist);
        assertThat(json.at("/score/byHand").decimalValue()).isEqualByComparingTo("0.8");
        assertThat(json.at("/defence/points").decimalValue()).isEqualByComparingTo("0.8");
        assertThat(json.at("/defence/of").decimalValue()).isEqualByComparingTo("1.0");
        assertThat(json.at("/defence/notes").textValue()).isEqualTo("Explicó bien.\nFaltó B2.");
        assertThat(json.at("/defence/rounds/0/seed").textValue()).isEqualTo("tomabe");
        assertThat(json.at("/defence/rounds/0/asked/0/ask/en").textValue()).isEqualTo("Why?");
        assertThat(json.at("/defence/rounds/0/faults/0/found").textValue()).isEqualTo("found");
        assertThat(json.at("/defence/rounds/0/faults/0/seconds").doubleValue()).isEqualTo(41.5);
        assertThat(ChecklistJson.tree(with(defence("", "1.0", ""))).at("/defence/points").isNull()).isTrue();
        assertThat(Gate.complaints(json)).isEqualTo(Gate.complaints(ChecklistJson.tree(Samples.mixed())));
    }

    @Test
    @DisplayName("what was noted, drawn or called acts on no terminal and in no page")
    void hostile(@TempDir Path reports) {
        var bad = "<script>alert(1)</script>|\u001b[2J\u202e%s`[x](http://x)`\n# x";
        var checklist = with(new OralDefence(bad, bad, List.of(new Round(bad, List.of(), List.of(new Hunt(Found.MISSED, Text.same(bad), 1)))), bad,
                Optional.empty(), BigDecimal.ONE));
        Untrusted.harmless(ChecklistConsole.render(checklist, false));
        Untrusted.harmless(ChecklistMarkdown.render(checklist));
        Untrusted.harmless(ChecklistJson.render(checklist).replace(System.lineSeparator(), "\n"));
        var html = ChecklistHtml.render(checklist, reports);
        Untrusted.harmless(html);
        assertThat(html).doesNotContain("<script>alert");
        assertThat(ChecklistMarkdown.render(checklist)).doesNotContain("<script>", "\n# x", "[x](");
        Markup.assertBalanced(html.replaceAll("(?s)<script>.*?</script>", ""));
    }

    @Test
    @DisplayName("where nobody was asked anything, no form says anything")
    void silent(@TempDir Path reports) {
        assertThat(Samples.mixed().defended(Optional.empty())).isEqualTo(Samples.mixed());
        assertThat(ChecklistConsole.render(Samples.mixed(), false) + ChecklistMarkdown.render(Samples.mixed()) + ChecklistHtml.render(Samples.mixed(), reports))
                .doesNotContain("given by the teacher", "Defence of", "Notas del docente");
        assertThat(ChecklistJson.tree(Samples.mixed()).get("defence").isNull()).isTrue();
    }

    @Test
    @DisplayName("a saved run has it under any rubric of the same worth, and is written again as it was, tests and rubric included")
    void again(@TempDir Path reports) throws Exception {
        var before = Samples.mixed();
        ReportFiles.write(before, reports);
        new SavedDefence(reports).keep(defence("0.8", "1.0", "Bien."));
        var other = Rubric.of(Samples.CATALOGUE, Map.of("D1", new BigDecimal("0.5")));

        assertThat(d1(SavedRun.in(reports).asGiven(Samples.CATALOGUE)).earned()).contains(new BigDecimal("0.8"));
        assertThat(d1(SavedRun.in(reports).asGiven(Samples.CATALOGUE, other)).earned()).isEmpty();
        assertThat(d1(SavedRun.in(reports).judgedAgain(Samples.CATALOGUE, Samples.RUBRIC)).earned()).contains(new BigDecimal("0.8"));
        var again = SavedRun.in(reports).asGivenBy(Samples.CATALOGUE, Samples.RUBRIC);
        assertThat(ChecklistJson.render(again)).isEqualTo(ChecklistJson.render(before.defended(new SavedDefence(reports).read())));
        assertThat(ChecklistMarkdown.render(again)).isEqualTo(ChecklistMarkdown.render(before.defended(new SavedDefence(reports).read())));
        assertThat(SavedRun.in(reports).asGivenBy(Samples.CATALOGUE, other).rows()).as("its own points")
                .extracting(row -> Points.show(row.points())).isEqualTo(before.rows().stream().map(row -> Points.show(row.points())).toList());
        Files.writeString(reports.resolve("checklist.json"), Files.readString(reports.resolve("checklist.json")).replace("\"default\"", "\"mine\""));
        assertThat(SavedRun.in(reports).asGivenBy(Samples.CATALOGUE, Samples.RUBRIC).rubric()).isEqualTo("as graded");
    }
}
