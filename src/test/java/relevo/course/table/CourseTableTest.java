package relevo.course.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import relevo.course.Team;
import relevo.outside.Browser;
import relevo.testing.CourseSamples;
import relevo.testing.Samples;
import relevo.words.Text;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseTableTest {

    private final List<Team> teams = CourseSamples.three();
    private final String html = CourseTable.render(teams, "default", List.of(Text.of("Falta una.", "One is missing.")));
    private final Document page = Jsoup.parse(html);

    private static String cell(String team, String id) {
        return "tr[data-team=\"" + team + "\"] td[data-id=" + id + "]";
    }

    @Test
    @DisplayName("each team has a row, each requirement a column, each cell its state in words and a way to the evidence")
    void cells() {
        assertThat(page.select("tbody tr").eachAttr("data-team")).containsExactlyElementsOf(teams.stream().map(Team::name).toList());
        assertThat(page.select("thead th").eachAttr("title")).hasSize(Samples.CATALOGUE.requirements().size());
        var b2 = page.selectFirst(cell("equipo ñ", "B2"));
        assertThat(b2.hasClass("not-met")).isTrue();
        assertThat(b2.selectFirst("a").attr("href")).isEqualTo("teams/equipo ñ/checklist.html#B2");
        assertThat(b2.selectFirst("a").attr("aria-label")).isEqualTo("equipo ñ: B2 No se cumple de 0.3 · equipo ñ: B2 Not met of 0.3");
        assertThat(b2.selectFirst("small").text()).isEqualTo("0.0");
        assertThat(page.selectFirst("tr[data-team=\"equipo ñ\"] .first").text()).startsWith("B2");
    }

    @Test
    @DisplayName("what nobody decided is a box to type into; what the suite decided is none")
    void boxes() {
        assertThat(page.select("tr[data-team=\"equipo ñ\"] input").eachAttr("aria-label")).hasSize(4)
                .contains("G1.1 equipo ñ, 0–0.15", "G1.2 equipo ñ, 0–0.15", "S1 equipo ñ, 0–0.2", "D1 equipo ñ, 0–1.0");
        assertThat(page.select("tr[data-team=team-01] input").eachAttr("value")).containsExactly("1.0");
        assertThat(page.selectFirst("tr[data-team=team-01] .grade").text()).isEqualTo("5.0");
        assertThat(page.selectFirst("tr[data-team=\"equipo ñ\"] .grade").text()).isEqualTo("—");
    }

    @Test
    @DisplayName("what most missed comes first, what nobody missed not at all, and what was unchecked is counted apart")
    void missed() {
        assertThat(page.select(".missed li .id").eachText()).containsExactly("B2");
        assertThat(page.selectFirst(".missed li").text()).startsWith("1 B2").contains("(1 unchecked)");
    }

    @Test
    @DisplayName("why a team was not judged is in its row; notices and files alike are told")
    void told() {
        assertThat(page.selectFirst(".trouble .en").text()).isEqualTo("It did not start: the folder is empty.");
        assertThat(page.select(".notice .es").eachText()).containsExactly("Falta una.");
        assertThat(page.select(".alike")).isEmpty();
        var longer = "frontend web\n bind :80\n mode http\n option httplog\n default_backend farm\n";
        var alike = Jsoup.parse(CourseTable.render(List.of(CourseSamples.team("a", Map.of(), Map.of(), Map.of("haproxy.cfg", longer)),
                CourseSamples.team("<b>", Map.of(), Map.of(), Map.of("haproxy.cfg", longer))), "default", List.of()));
        assertThat(alike.selectFirst(".alike summary").text()).startsWith("a, <b>: haproxy.cfg, todo igual, 5 líneas");
        assertThat(alike.selectFirst(".alike pre").text()).contains("option httplog");
    }

    @Test
    @DisplayName("nothing of a stranger's acts: markup, quotes, characters that turn a line, names without end")
    void hostile() {
        var names = List.of("<script>alert(1)</script>", "\" onmouseover=\"x", "a\u202eb", "\u0000\u001b[2J", "x".repeat(10_000));
        var rendered = CourseTable.render(names.stream().map(name -> CourseSamples.team(name, Map.of(), Map.of(), Map.of("haproxy.cfg", name))).toList(),
                "</title>", List.of(Text.same("<img src=x>")));
        var read = Jsoup.parse(rendered);

        assertThat(read.select("script")).hasSize(1);
        assertThat(read.select("img, [onmouseover]")).isEmpty();
        assertThat(read.select("tbody th a").eachText()).anyMatch(text -> text.equals("a·b")).allMatch(text -> text.length() < 70);
        assertThat(rendered).doesNotContain("\u001b", "\u202e");
        assertThat(page.selectFirst("meta[http-equiv]").attr("content")).startsWith("default-src 'none'");
    }

    @Test
    @DisplayName("typed in a real browser, points add up at once, are kept, sorted by, and saved for bin/grade")
    void typed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("index.html"), html);
        assertThat(Browser.isInstalled()).as("chromium and its driver: infra/setup installs them").isTrue();
        Browser.<Void>use(driver -> {
            driver.get(folder.resolve("index.html").toUri().toString());
            assertThat(driver.findElement(By.cssSelector(".tools")).isDisplayed()).isTrue();
            type(driver, "equipo ñ", "G1.1", "0.1");
            assertThat(text(driver, "tr[data-team='equipo ñ'] .earned")).isEqualTo("3.3");
            assertThat(text(driver, "tr[data-team='equipo ñ'] .grade")).isEqualTo("—");
            type(driver, "equipo ñ", "G1.2", "0");
            type(driver, "equipo ñ", "S1", "0.25");
            assertThat(text(driver, "tr[data-team='equipo ñ'] .open")).as("0.25 is more than it is worth").isEqualTo("1.2");
            type(driver, "equipo ñ", "S1", "0.2");
            type(driver, "equipo ñ", "D1", "0.5");
            assertThat(text(driver, "tr[data-team='equipo ñ'] .grade")).isEqualTo("4.0");

            driver.navigate().refresh();
            assertThat(text(driver, "tr[data-team='equipo ñ'] .grade")).as("kept").isEqualTo("4.0");
            Files.writeString(folder.resolve("by-hand.csv"), (String) driver.executeScript("return window.byHand()"));

            press(driver, 1);
            assertThat(order(driver)).containsExactly(teams.get(2).name(), "equipo ñ", "team-01");
            press(driver, 1);
            assertThat(order(driver)).first().isEqualTo("team-01");
            assertThat(driver.findElements(By.cssSelector("th[aria-sort=descending]"))).hasSize(1);

            driver.findElement(By.id("filter")).sendKeys("TEAM");
            assertThat(driver.findElements(By.cssSelector("tbody tr")).stream().filter(WebElement::isDisplayed)).hasSize(1);
            return null;
        });
        assertThat(folder.resolve("by-hand.csv")).hasContent("""
                team,requirement,points
                "team-01",D1,1.0
                "equipo ñ",G1.1,0.1
                "equipo ñ",G1.2,0
                "equipo ñ",S1,0.2
                "equipo ñ",D1,0.5
                """);
    }

    private static void type(ChromeDriver driver, String team, String id, String points) {
        var box = driver.findElement(By.cssSelector("tr[data-team='" + team + "'] td[data-id='" + id + "'] input"));
        box.clear();
        box.sendKeys(points);
    }

    private static String text(ChromeDriver driver, String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    private static void press(ChromeDriver driver, int column) {
        driver.findElements(By.cssSelector("thead th")).get(column).findElement(By.tagName("button")).click();
    }

    private static List<String> order(ChromeDriver driver) {
        return driver.findElements(By.cssSelector("tbody tr")).stream().map(row -> row.getAttribute("data-team")).toList();
    }

    @Test
    @DisplayName("a course of fifty is one page, in bounds")
    void fifty() {
        var many = IntStream.range(0, 50).mapToObj(i -> CourseSamples.team("team-" + i, Map.of(), Map.of("D1", BigDecimal.ONE), Map.of())).toList();

        assertThat(CourseTable.render(many, "default", List.of()).length()).isLessThan(2_000_000);
    }
}
