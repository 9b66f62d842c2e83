package relevo.course.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.course.Team;
import relevo.report.CatalogueRow;
import relevo.report.Checklist;
import relevo.report.Level;
import relevo.report.Row;
import relevo.report.State;
import relevo.testing.CourseSamples;
import relevo.testing.Markup;
import relevo.testing.Samples;
import relevo.testing.Untrusted;
import relevo.verdict.Verdict;
import relevo.words.Text;

class CourseTableTest {

    private static final Verdict WRONG = Verdict.notMet(Text.same("x"), Text.of("Sirvieron 0.", "They served 0."), Text.same("z"));
    private static final Verdict UNCHECKED = Verdict.couldNotCheck(Text.same("?"), Text.same("?"));
    private static final String PAGE = render(CourseSamples.three());
    private static final Document TABLE = Jsoup.parse(PAGE);

    private static String render(List<Team> teams) {
        return CourseTable.render(teams, "default", List.of(Text.of("Ojo.", "Mind.")));
    }

    /** The cell of a team, by its place in the list, and a requirement. */
    private static Element cell(Document page, int team, String id) {
        var ids = page.select("thead tr:nth-child(2) th abbr").eachText();
        return page.select("tbody tr").get(team).select("td").get(5 + ids.indexOf(id));
    }

    private static Element cell(int team, String id) {
        return cell(TABLE, team, id);
    }

    @Test
    @DisplayName("a row for each team, a column for each requirement by section, with its title in both languages")
    void columns() {
        var ids = Samples.CATALOGUE.requirements().stream().map(CatalogueRow::id).toArray(String[]::new);

        assertThat(TABLE.select("thead tr:nth-child(2) th abbr").eachText()).containsExactlyInAnyOrder(ids);
        assertThat(TABLE.select("thead .group .es").eachText()).containsExactly("Arquitectura", "Clúster LXD", "Servidores de respaldo", "Página de disculpa",
                "Pruebas de carga", "Sustentación");
        assertThat(TABLE.select("thead .group").stream().mapToInt(group -> Integer.parseInt(group.attr("colspan"))).sum()).isEqualTo(ids.length);
        assertThat(TABLE.select("tbody tr")).hasSize(3).allSatisfy(row -> assertThat(row.children()).hasSize(6 + ids.length));
        assertThat(TABLE.select(".sort")).as("one a column, in their order").hasSize(6 + ids.length);
        assertThat(TABLE.select("abbr:containsOwn(B2)").attr("title"))
                .contains(Samples.CATALOGUE.find("B2").orElseThrow().title().es(), Samples.CATALOGUE.find("B2").orElseThrow().title().en());
        assertThat(TABLE.select("thead th").eachAttr("scope")).containsOnly("col", "colgroup");
        assertThat(TABLE.select("tbody th").eachAttr("scope")).containsOnly("row");
    }

    @Test
    @DisplayName("a cell has a symbol, its state in words of both languages, and its points, and leads to the evidence")
    void cells() {
        assertThat(cell(1, "B2").select(".mark").text()).isEqualTo("✗");
        assertThat(cell(1, "B2").select(".es").text()).isEqualTo("No se cumple");
        assertThat(cell(1, "B2").select(".en").text()).isEqualTo("Not met");
        assertThat(cell(1, "B2").select("b").text()).isEqualTo("0.0");
        assertThat(cell(1, "B2").select("a").attr("href")).isEqualTo("teams/equipo%20%C3%B1/checklist.html#B2");
        assertThat(cell(1, "B2").select("a").attr("title")).isEqualTo("B2: Sirvieron 0 de 400. · They served 0 of 400.");
        assertThat(cell(0, "B2").select("b").text()).isEqualTo("0.3");
        assertThat(cell(0, "B3").select("b")).as("worth nothing").isEmpty();
        assertThat(cell(0, "B3").select("input")).isEmpty();
    }

    @Test
    @DisplayName("what nobody has decided is marked as open and takes points, from 0 to what it is worth; so does what the teacher gave")
    void open() {
        for (var id : List.of("G1.1", "G1.2", "S1", "D1")) {
            assertThat(cell(1, id).hasClass("undecided")).as(id).isTrue();
            assertThat(cell(1, id).select("input[type=number][min=0]").attr("value")).isEmpty();
        }
        assertThat(cell(1, "G1.1").select("input").attr("max")).isEqualTo("0.15");
        assertThat(cell(1, "G1.2").select(".es").text()).isEqualTo("Espera a G1.1");
        assertThat(cell(0, "D1").hasClass("undecided")).isFalse();
        assertThat(cell(0, "D1").select("input").attr("value")).isEqualTo("1.0");
        assertThat(cell(1, "B2").select("input")).isEmpty();
    }

    @Test
    @DisplayName("earned, open, grade, roots, time and trouble stand in the row")
    void figures() {
        var rows = TABLE.select("tbody tr");

        assertThat(rows.select(".grade").eachText()).containsExactly("5.0", "—", "—");
        assertThat(rows.select(".earned").eachText()).containsExactly("5.0", "3.2", "0.0");
        assertThat(rows.select(".open").eachText()).containsExactly("0.0", "1.5", "5.0");
        assertThat(rows.get(1).select("td.roots a").eachAttr("href")).containsExactly("teams/equipo%20%C3%B1/checklist.html#B2",
                "teams/equipo%20%C3%B1/checklist.html#G1.1");
        assertThat(rows.get(1).select(".time").text()).isEqualTo("2 min 30 s");
        assertThat(rows.get(2).select(".trouble .es").text()).isEqualTo("No arrancó: la carpeta está vacía.");
        assertThat(rows.get(0).select(".trouble")).isEmpty();
        assertThat(TABLE.select("#graded").text()).isEqualTo("1");
        assertThat(TABLE.select("#undecided").text()).isEqualTo(String.valueOf(TABLE.select("td.undecided").size()));
        assertThat(rows.eachAttr("data-settled")).as("what is not typed").containsExactly("4.0", "3.2", "0.0");
    }

    @Test
    @DisplayName("more than four roots are counted, and the rest is one link")
    void manyRoots() {
        var wrong = List.of("B2", "C1", "C2", "G4", "L1", "S4").stream().collect(Collectors.toMap(id -> id, id -> WRONG));
        var page = Jsoup.parse(render(List.of(CourseSamples.team("a", wrong))));

        assertThat(page.select("td.roots a").eachText()).startsWith("C1").hasSize(5).endsWith("+2");
        assertThat(page.select("td.roots a").last().attr("href")).isEqualTo("teams/a/checklist.html#start");
        assertThat(page.select("td.roots").attr("data-key")).isEqualTo("6");
    }

    @Test
    @DisplayName("both languages stand on the page, Spanish first, each marked")
    void languages() {
        assertThat(TABLE.select("#language-es[checked]")).hasSize(1);
        assertThat(TABLE.select("#language-en[checked]")).isEmpty();
        assertThat(TABLE.select("span.es[lang=es]")).hasSameSizeAs(TABLE.select("span.en[lang=en]")).hasSizeGreaterThan(100);
        assertThat(TABLE.select(".notice span").eachText()).containsExactly("Ojo.", "Mind.");
        assertThat(TABLE.select(".tally .mark").eachText()).isEqualTo(List.of(State.MET, State.NOT_MET, State.COULD_NOT_CHECK, State.WAITS,
                State.FOR_THE_TEACHER).stream().map(State::symbol).toList());
    }

    @Test
    @DisplayName("it asks for nothing from anywhere, and is well-formed")
    void alone() {
        assertThat(TABLE.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
        assertThat(Markup.outside(PAGE)).isEmpty();
        assertThat(PAGE).doesNotContainPattern("url\\(|@import|<link|<iframe|<img");
        Markup.assertBalanced(PAGE.replaceAll("(?s)<script>.*?</script>", "").replaceAll("(?s)<style>.*?</style>", ""));
    }

    @Test
    @DisplayName("what most teams missed comes first, what could not be checked is counted apart")
    void missed() {
        var teams = List.of(CourseSamples.team("a", Map.of("S4", WRONG, "B2", WRONG, "G2", UNCHECKED)),
                CourseSamples.team("b", Map.of("S4", WRONG, "C1", UNCHECKED, "B8", Verdict.waitsFor("C1", Text.same("w")))),
                CourseSamples.team("c", Map.of("S4", UNCHECKED, "C1", UNCHECKED)));
        var page = Jsoup.parse(render(teams));

        assertThat(Missed.of(teams)).extracting(missed -> "%s %d %d".formatted(missed.requirement().id(), missed.notMet(), missed.unchecked()))
                .containsExactly("S4 2 1", "B2 1 0", "C1 0 2", "G2 0 1", "B8 0 1");
        assertThat(page.select(".missed li .id").eachText()).containsExactly("S4", "B2", "C1", "G2", "B8");
        assertThat(page.select(".missed li").first().select(".lost").attr("style")).isEqualTo("width: 66.7%");
        assertThat(page.select(".missed li").first().select(".seen .es").eachText()).containsExactly("de 3 no lo cumplen", "sin comprobar");
        assertThat(page.select(".missed li").get(1).text()).doesNotContain("sin comprobar");
        assertThat(Jsoup.parse(render(List.of(teams.get(0)))).select(".missed .lost").eachAttr("style").get(0)).isEqualTo("width: 100.0%");
        assertThat(Jsoup.parse(render(List.of(CourseSamples.team("a", Map.of())))).select(".missed")).isEmpty();
    }

    @Test
    @DisplayName("files in common are told with their teams, and their lines are folded away")
    void alike() {
        var text = IntStream.range(0, 6).mapToObj(i -> "line " + i + " <b>\u202e\n").collect(Collectors.joining());
        var page = Jsoup.parse(render(List.of(CourseSamples.team("a", Map.of(), Map.of(), Map.of("x.cfg", text)),
                CourseSamples.team("b", Map.of(), Map.of(), Map.of("x.cfg", text)))));

        assertThat(page.select(".same p .id").text()).isEqualTo("x.cfg");
        assertThat(page.select(".same p b").eachText()).containsExactly("a", "b");
        assertThat(page.select(".same p").text()).contains("el archivo entero, 6 líneas", "the whole file, 6 lines");
        assertThat(page.select(".same details:not([open]) pre").text()).contains("line 0 <b>·", "line 5");
        assertThat(TABLE.select(".alike")).isEmpty();
    }

    @Test
    @DisplayName("extra points leave no grade open, and can be given")
    void extra() {
        var team = CourseSamples.team("a", Map.of());
        var extra = new CatalogueRow("X1", Level.EXTRA, "D", new BigDecimal("0.5"), Text.same("extra"), Text.same(""));
        var list = team.checklist();
        var rows = new ArrayList<>(list.rows());
        rows.add(new Row(extra, Optional.empty(), Verdict.forTheTeacher(Text.same("x"), Text.same("")), "", Text.same(""), false, 0, List.of(), ""));
        var with = new Checklist(list.groups(), rows, list.rubric(), list.score(), list.cause(), list.questions(), list.run(), list.left(), list.defence());
        var page = Jsoup.parse(render(List.of(new Team("a", "teams/a", with, Map.of("D1", BigDecimal.ONE), Text.same(""), 1, Map.of()))));

        assertThat(cell(page, 0, "X1").hasClass("undecided")).isFalse();
        assertThat(cell(page, 0, "X1").select("input").attr("data-extra")).isEqualTo("true");
        assertThat(cell(page, 0, "D1").select("input").attr("data-extra")).isEqualTo("false");
        assertThat(page.select(".grade").text()).isEqualTo("5.0");
    }

    @Test
    @DisplayName("a name that is markup, an attribute, endless, or turns a line around is only a name")
    void hostile() {
        var names = List.of("<script>alert(1)</script>", "\"' onmouseover=\"alert(2)", "\u202egnp.exe\u2066\u0000\ud800", "x".repeat(10_000),
                "</style></script><img src=x onerror=alert(3)>", "=1+1", "__proto__");
        var bad = Text.same("<img src=x onerror=alert(4)>\u202e" + "y".repeat(10_000));
        var teams = names.stream().map(name -> {
            var team = CourseSamples.team(name, Map.of("B2", Verdict.notMet(bad, bad, bad)), Map.of(), Map.of("<b>\u202e", name + "\n1\n2\n3\n4\n5"));
            return new Team(name, "teams/../../" + name, team.checklist(), Map.of(), bad, 1, team.brings());
        }).toList();
        var html = CourseTable.render(teams, "<i>\u202e", List.of(bad));
        var page = Jsoup.parse(html);

        Untrusted.harmless(html);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("img, i:not(.bar i), [onmouseover], [onerror]")).isEmpty();
        assertThat(page.select("tbody a").eachAttr("href")).allSatisfy(href -> assertThat(href).matches("teams/[^/:<>\"]*[^:<>\"]*")
                .doesNotContain(".."));
        assertThat(page.select("tbody th a").eachText()).allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(61));
        assertThat(page.select("tbody .trouble span").eachText()).allSatisfy(why -> assertThat(why.length()).isLessThanOrEqualTo(301));
        assertThat(page.select("tbody tr").eachAttr("data-team")).as("to the last letter").contains("\"\\u202egnp.exe\\u2066\\u0000\\ud800\"",
                "\"" + "x".repeat(10_000) + "\"", "\"\\u0022' onmouseover=\\u0022alert(2)\"");
    }

    @Test
    @DisplayName("a course without deliveries says so, and one of a single team is a table")
    void small() {
        assertThat(Jsoup.parse(render(List.of())).select("main").text()).contains("El curso no tiene entregas.").doesNotContain("Guardar");
        assertThat(Jsoup.parse(render(List.of(CourseSamples.team("a", Map.of())))).select("tbody tr")).hasSize(1);
    }

    @Test
    @DisplayName("teams that were graded by different rubrics are not put into one table")
    void rubrics() {
        var other = CourseSamples.team("b", Map.of());
        var list = other.checklist();
        var less = new Checklist(list.groups(), list.rows().subList(1, 5), list.rubric(), list.score(), list.cause(), list.questions(), list.run(),
                list.left(), list.defence());

        assertThatThrownBy(() -> render(List.of(CourseSamples.team("a", Map.of()), new Team("b", "b", less, Map.of(), Text.same(""), 1, Map.of()))))
                .hasStackTraceContaining("b was graded by another rubric: it has no ");
    }
}
