package relevo.course.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import relevo.course.ByHand;
import relevo.course.Team;
import relevo.testing.CourseSamples;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** What the table's script does, in the browser that {@code infra/setup} installs. */
class CourseTableBrowserTest {

    private static final List<String> NAMES = List.of("team-10", "team-9", "=cmd|' /C calc'!A0", "Lós, \"dos\" \u202e", "'=x");
    private static final Verdict WRONG = Verdict.notMet(Text.same("x"), Text.same("y"), Text.same("z"));
    private static final Verdict UNCHECKED = Verdict.couldNotCheck(Text.same("?"), Text.same("?"));

    /** With the mark that tells a spreadsheet what it is. */
    private static final String HEADER = "\ufeffteam,requirement,points\r\n";
    /** Warns of each version of Chromium that is newer than its own. Held, so that the level is not collected. */
    private static final Logger TOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    @TempDir
    private static Path folder;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws Exception {
        var teams = new ArrayList<Team>();
        for (int i = 0; i < NAMES.size(); i++) {
            teams.add(CourseSamples.team(NAMES.get(i), i == 0 ? Map.of("G1.1", UNCHECKED) : i == 1 ? Map.of("B2", WRONG) : Map.of(),
                    i == 2 ? Map.of("D1", new BigDecimal("0.7")) : Map.of(), Map.of()));
        }
        Files.writeString(folder.resolve("index.html"), CourseTable.render(teams, "default", List.of()));
        TOOLS.setLevel(Level.SEVERE);
        var options = new ChromeOptions();
        options.setBinary(installed("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                "--window-size=1400,900");
        browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(
                installed("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/snap/bin/chromium.chromedriver")).usingAnyFreePort()
                .withSilent(true).build(), options);
    }

    private static File installed(String... places) {
        return Stream.of(places).map(File::new).filter(File::canExecute).findFirst()
                .orElseThrow(() -> new AssertionError("the table's script is tested in Chromium, which is not installed: infra/setup does that"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void fresh() {
        load();
        browser.executeScript("localStorage.clear()");
        load();
    }

    private static void load() {
        browser.get(folder.resolve("index.html").toUri().toString());
    }

    private static WebElement input(int team, String id) {
        return browser.findElements(By.cssSelector("input[data-id='" + id + "']")).stream()
                .filter(input -> input.findElement(By.xpath("ancestor::tr")).getDomAttribute("data-team").equals(new TeamRow(CourseSamples.team(
                        NAMES.get(team), Map.of())).key())).findFirst().orElseThrow();
    }

    private static String figure(int team, String css) {
        return input(team, "D1").findElement(By.xpath("ancestor::tr")).findElement(By.cssSelector("td." + css)).getText();
    }

    private static void type(int team, String id, String points) {
        var input = input(team, id);
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        input.sendKeys(points);
    }

    private static List<String> order() {
        return browser.findElements(By.cssSelector("tbody tr")).stream().filter(WebElement::isDisplayed)
                .map(row -> row.findElement(By.cssSelector("th a")).getText()).toList();
    }

    private static WebElement heading(String words) {
        return browser.findElements(By.cssSelector(".sort")).stream().filter(button -> button.getText().equals(words)).findFirst().orElseThrow();
    }

    /** Byte by byte: as text it would come without its mark. */
    private static String csv() {
        var bytes = (List<?>) browser.executeAsyncScript("""
                const done = arguments[0];
                URL.createObjectURL = blob => { blob.arrayBuffer().then(buffer => done(Array.from(new Uint8Array(buffer)))); return '#'; };
                document.getElementById('save').click();""");
        var text = new ByteArrayOutputStream();
        bytes.forEach(one -> text.write(((Number) one).intValue()));
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("what is typed changes the totals at once, and the grade is there when nothing is open")
    void totals() {
        assertThat(figure(1, "grade")).isEqualTo("—");
        type(1, "D1", "0.9");
        assertThat(figure(1, "earned")).isEqualTo("4.6");
        assertThat(figure(1, "open")).isEqualTo("0.0");
        assertThat(figure(1, "grade")).isEqualTo("4.6");
        assertThat(browser.findElement(By.id("graded")).getText()).isEqualTo("2");

        type(0, "D1", "0.2");
        type(0, "G1.1", "0.1");
        assertThat(figure(0, "grade")).as("3.85, 0.1 and 0.2").isEqualTo("4.15");
        assertThat(input(0, "G1.1").findElement(By.xpath("..")).getDomAttribute("class")).doesNotContain("undecided");

        type(0, "G1.1", "");
        assertThat(figure(0, "grade")).isEqualTo("—");
        assertThat(figure(0, "open")).isEqualTo("0.15");
        assertThat(input(0, "G1.1").findElement(By.xpath("..")).getDomAttribute("class")).contains("undecided");
    }

    @Test
    @DisplayName("what is out of range is marked, counted for nothing, and not saved")
    void range() {
        for (var points : List.of("1.01", "-0.1", "1e9")) {
            type(1, "D1", points);
            assertThat(input(1, "D1").getDomAttribute("aria-invalid")).as(points).isEqualTo("true");
            assertThat(figure(1, "grade")).isEqualTo("—");
            assertThat(browser.findElement(By.cssSelector("[role=status]")).getText()).contains("Fuera de rango, no cuentan: 1.");
            assertThat(csv()).doesNotContain("team-9");
        }
        type(1, "D1", "1");
        assertThat(input(1, "D1").getDomAttribute("aria-invalid")).isEqualTo("false");
        assertThat(browser.findElement(By.cssSelector("[role=status]")).getText()).doesNotContain("Fuera de rango");
    }

    @Test
    @DisplayName("what was typed is there when the page is opened again, until it is forgotten, or the page itself says something newer")
    void kept() throws Exception {
        type(1, "D1", "0.9");
        type(2, "D1", "0.4");
        load();
        assertThat(figure(1, "grade")).isEqualTo("4.6");
        assertThat(input(2, "D1").getDomProperty("value")).isEqualTo("0.4");

        var page = Files.readString(folder.resolve("index.html"));
        Files.writeString(folder.resolve("index.html"), page.replace("value=\"0.7\"", "value=\"0.8\""));
        load();
        assertThat(input(2, "D1").getDomProperty("value")).as("newer").isEqualTo("0.8");
        Files.writeString(folder.resolve("index.html"), page);
        load();

        browser.findElement(By.id("forget")).click();
        browser.switchTo().alert().accept();
        assertThat(figure(1, "grade")).isEqualTo("—");
        load();
        assertThat(figure(1, "grade")).isEqualTo("—");
        assertThat(input(2, "D1").getDomProperty("value")).isEqualTo("0.7");
    }

    @Test
    @DisplayName("without storage everything works, and the page says that it keeps nothing")
    void nothingKept() {
        browser.executeScript("Storage.prototype.setItem = () => { throw new Error('full'); }");
        type(1, "D1", "0.9");

        assertThat(figure(1, "grade")).isEqualTo("4.6");
        assertThat(browser.findElement(By.cssSelector("[role=status]")).getText()).contains("Este navegador no conserva lo escrito");
    }

    @Test
    @DisplayName("the file of points is CSV that the reader reads: all that was given, names to the last letter, and none that a spreadsheet calculates")
    void file() throws Exception {
        assertThat(csv()).isEqualTo(HEADER + "'=cmd|' /C calc'!A0,D1,0.7\r\n");

        type(0, "G1.1", "0.123456");
        for (int i = 0; i < NAMES.size(); i++) {
            type(i, "D1", "0.5" + i);
        }
        var text = csv();
        assertThat(text).isEqualTo(HEADER + "team-10,G1.1,0.123456\r\nteam-10,D1,0.5\r\nteam-9,D1,0.51\r\n'=cmd|' /C calc'!A0,D1,0.52\r\n"
                + "\"Lós, \"\"dos\"\" \u202e\",D1,0.53\r\n''=x,D1,0.54\r\n");
        var read = ByHand.read(Files.writeString(folder.resolve("by-hand.csv"), text), NAMES, Map.of("D1", BigDecimal.ONE, "G1.1", new BigDecimal("0.15")));
        assertThat(read).containsOnlyKeys(NAMES);
        assertThat(read.get("Lós, \"dos\" \u202e")).isEqualTo(Map.of("D1", new BigDecimal("0.53")));
    }

    @Test
    @DisplayName("any column sorts by the keyboard, says so to a screen reader, and knows what was typed since")
    void sorting() {
        heading("Equipo").sendKeys(Keys.ENTER);
        assertThat(order()).containsSubsequence("team-9", "team-10");
        heading("Equipo").sendKeys(Keys.SPACE);
        assertThat(order()).containsSubsequence("team-10", "team-9");
        assertThat(browser.findElements(By.cssSelector("th[aria-sort=descending]"))).singleElement()
                .satisfies(th -> assertThat(th.getText()).contains("Equipo"));

        heading("B2").sendKeys(Keys.ENTER);
        assertThat(order()).last().isEqualTo("team-9");
        heading("B2").sendKeys(Keys.ENTER);
        assertThat(order()).first().isEqualTo("team-9");
        assertThat(browser.findElements(By.cssSelector("th[aria-sort=ascending]"))).singleElement().satisfies(th -> assertThat(th.getText()).contains("B2"));

        type(1, "D1", "1");
        heading("Nota").sendKeys(Keys.ENTER);
        assertThat(order()).as("equal ones in the order of the list").startsWith("team-9", "=cmd|' /C calc'!A0");
        type(3, "D1", "0.95");
        heading("D1").sendKeys(Keys.ENTER);
        assertThat(order()).startsWith("team-9", "Lós, \"dos\" ·", "=cmd|' /C calc'!A0");
    }

    @Test
    @DisplayName("the filter finds teams without regard to capitals and accents, and Enter goes to the next team that is shown")
    void filter() {
        ask("TEAM");
        assertThat(order()).containsExactly("team-10", "team-9");
        assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("2 / 5");
        ask("LOS");
        assertThat(order()).containsExactly("Lós, \"dos\" ·");

        ask("0");
        assertThat(order()).containsExactly("team-10", "=cmd|' /C calc'!A0");
        input(0, "D1").sendKeys("0.5", Keys.ENTER);
        assertThat(browser.switchTo().activeElement()).isEqualTo(input(2, "D1"));
        assertThat(figure(0, "earned")).isEqualTo("4.35");
    }

    private static void ask(String words) {
        browser.findElement(By.id("filter")).sendKeys(Keys.chord(Keys.CONTROL, "a"), words);
    }

    @Test
    @DisplayName("English is one key away, and hides Spanish")
    void english() {
        browser.findElement(By.id("language-es")).sendKeys(Keys.ARROW_RIGHT);

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Table of the course");
        assertThat(browser.findElement(By.id("save")).getText()).isEqualTo("Save by-hand.csv");
    }

    @Test
    @DisplayName("at 400 pixels only the table scrolls sideways, and whose row it is stays in sight")
    void narrow() {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        try {
            assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                    .isEqualTo(browser.executeScript("return document.documentElement.clientWidth"));
            browser.executeScript("document.querySelector('.scroll').scrollLeft = 600");
            assertThat(browser.executeScript("return document.querySelector('tbody th').getBoundingClientRect().left >= 0")).isEqualTo(true);
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }
}
