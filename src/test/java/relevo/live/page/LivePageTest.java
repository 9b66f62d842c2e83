package relevo.live.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import relevo.live.page.LivePicture.Glance;
import relevo.live.page.LivePicture.MachineBox;
import relevo.outside.Browser;
import relevo.testing.LiveSamples;
import relevo.testing.StageDouble;
import relevo.testing.ThisMachine;
import relevo.timing.Timing;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** The page in the browser that {@code infra/setup} installs, in front of a cluster that is none. */
class LivePageTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Path SHOTS = Path.of(System.getProperty("relevo.live.shots", "target/live-page"));
    private static final String HOSTILE = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>\u202e${x}";

    private static Browser.Window window;
    private static ChromeDriver browser;

    private final StageDouble stage = new StageDouble(LiveSamples.calm());
    private final String token = PageServer.newToken();
    private PageServer server;

    @BeforeAll
    static void openBrowser() throws IOException {
        ThisMachine.stretch();
        window = Browser.Window.open();
        browser = window.driver();
        browser.executeCdpCommand("Emulation.setUserAgentOverride", Map.of("userAgent", "a browser", "acceptLanguage", "es-CO"));
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        ThisMachine.forget();
        if (window != null) {
            window.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = PageServer.start(stage, 0, token);
    }

    @AfterEach
    void stop() {
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        browser.get("about:blank");
        server.close();
    }

    private static Duration longest() {
        return Timing.stretched(LONG);
    }

    private void open(String fragment) {
        browser.get(server.address() + fragment);
        awaitText("#connection", "en vivo");
        await().atMost(longest()).until(() -> !all("#picture .machine").isEmpty());
    }

    private static List<WebElement> all(String css) {
        return browser.findElements(By.cssSelector(css));
    }

    private static WebElement one(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    private static String text(String css) {
        return String.valueOf(browser.executeScript("return document.querySelector(arguments[0])?.textContent ?? ''", css));
    }

    private static Object script(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    private static void awaitText(String css, String words) {
        await(css + " says " + words).atMost(longest()).until(() -> text(css).contains(words));
    }

    private static void focus(String css) {
        script("document.querySelector(arguments[0]).focus()", css);
    }

    private static boolean focused(String css) {
        return Boolean.TRUE.equals(script("return document.activeElement === document.querySelector(arguments[0])", css));
    }

    /** The words that a screen reader says for each button of a place that is shown. */
    private static List<String> buttons(String css) {
        return all(css + " button").stream().filter(WebElement::isDisplayed)
                .map(button -> Optional.ofNullable(button.getDomAttribute("aria-label")).orElseGet(button::getText)).toList();
    }

    private void clickAll(String css) {
        for (var button : all(css + " button")) {
            if (button.isDisplayed()) {
                var before = stage.orders().size();
                button.click();
                await().atMost(longest()).until(() -> stage.orders().size() == before + 1);
            }
        }
    }

    private List<String> ordered() {
        return stage.orders().stream().map(order -> (order.verb().word() + " " + order.target()).strip()).toList();
    }

    private void see(Glance glance, boolean on) {
        stage.change(view -> LiveSamples.with(view, List.of(
                new MachineBox("node1", on, List.of(LiveSamples.server("web1", false, glance), LiveSamples.server("backup1", true, Glance.IDLE))))));
        await().atMost(longest()).until(() -> all("#picture .machine").size() == 1
                && all("[data-server=web1][data-glance=" + glance.name().toLowerCase() + "]").size() == 1
                && all("[data-machine=node1][data-on=" + on + "]").size() == 1);
    }

    @Test
    @DisplayName("each server and machine has the verbs that make sense for it, named with it, and each sends its order")
    void verbs() {
        open("");
        var expected = new EnumMap<Glance, List<String>>(Glance.class);
        expected.put(Glance.SERVING, List.of("stop web1", "kill web1", "freeze web1"));
        expected.put(Glance.IDLE, List.of("stop web1", "kill web1", "freeze web1"));
        expected.put(Glance.DOWN, List.of("stop web1", "start web1"));
        expected.put(Glance.OFF, List.of("start web1"));
        expected.put(Glance.FROZEN, List.of("kill web1", "start web1"));
        expected.put(Glance.UNKNOWN, List.of("stop web1", "start web1"));
        for (var glance : Glance.values()) {
            see(glance, true);
            stage.orders().clear();
            clickAll("[data-server=web1]");
            assertThat(ordered()).as(glance.name()).isEqualTo(expected.get(glance));
        }
        see(Glance.SERVING, true);
        assertThat(buttons("[data-server=web1]")).containsExactly("Detener web1", "Matar web1", "Congelar web1");

        stage.orders().clear();
        clickAll("[data-machine=node1] > .verbs");
        see(Glance.OFF, false);
        assertThat(buttons("[data-server=web1]")).isEmpty();
        assertThat(buttons("[data-machine=node1]")).containsExactly("Devolver energía node1");
        clickAll("[data-machine=node1] > .verbs");
        assertThat(ordered()).containsExactly("cut node1", "return node1");
    }

    @Test
    @DisplayName("the verbs for all, the traffic and the requirements send their orders")
    void verbsForAll() {
        open("");
        clickAll(".bench");
        clickAll(".undo");
        clickAll("[data-id='G1.2']");
        clickAll(".column:last-child .verbs");

        assertThat(ordered()).containsExactly("stop-production", "stop-all", "light-traffic", "average-traffic", "overload-traffic", "put-right", "play G1.2",
                "play-all", "stop-playing");
        awaitText("#said", "Orden recibida: Parar");
    }

    @Test
    @DisplayName("an order that is not taken is answered with the reason, in the language of the page, and so is one that does not arrive")
    void refused() {
        open("");
        stage.refuse(Optional.of(Text.of("web1 ya está detenido.", "web1 is stopped already.")));
        one("[data-server=web1] [data-verb=stop]").click();
        awaitText("#said", "No se aceptó: web1 ya está detenido.");
        one("[data-language=en]").click();
        awaitText("#said", "Not accepted: web1 is stopped already.");
        server.close();
        one("[data-server=web1] [data-verb=stop]").click();
        awaitText("#said", "The order did not arrive: no connection.");
    }

    @Test
    @DisplayName("the page speaks the browser's language, or the one that was chosen, also the next time")
    void languages() {
        open("");
        assertThat(script("return document.documentElement.lang")).isEqualTo("es");
        assertThat(text("#picture-title")).isEqualTo("El clúster");
        assertThat(one("[data-id='G1.1'] .plain").getText()).isEqualTo("4 de 4 respuestas");

        one("[data-language=en]").click();
        assertThat(script("return document.documentElement.lang")).isEqualTo("en");
        assertThat(text("#picture-title")).isEqualTo("The cluster");
        assertThat(one("[data-id='G1.1'] .plain").getText()).isEqualTo("4 of 4 answers");
        assertThat(buttons("[data-server=web1]")).containsExactly("Stop web1", "Kill web1", "Freeze web1");
        assertThat(one("[data-language=en]").getDomAttribute("aria-pressed")).isEqualTo("true");

        browser.navigate().refresh();
        awaitText("#connection", "live");
        awaitText("#picture-title", "The cluster");
    }

    @Test
    @DisplayName("after a restart with the same address the page goes on by itself; with another it says that this one is over")
    void reconnect() throws IOException {
        open("");
        var port = server.address().getPort();
        server.close();
        awaitText("#connection", "sin conexión, reintentando");
        stage.show(LiveSamples.doing(LiveSamples.calm(), Text.of("De vuelta", "Back")));
        server = PageServer.start(stage, port, token);
        awaitText("#doing", "De vuelta");
        awaitText("#connection", "en vivo");

        server.close();
        server = PageServer.start(stage, port);
        awaitText("#connection", "Esta dirección ya no sirve");
        server.close();
        server = PageServer.start(stage, port, token);
        awaitText("#connection", "en vivo");
    }

    @Test
    @DisplayName("a second tab shows the same and is counted; a closed one is not")
    void tabs() {
        open("");
        // What a browser prefers is told to its first tab alone; what was chosen, to all.
        one("[data-language=es]").click();
        var first = browser.getWindowHandle();
        awaitAudience(1);
        browser.switchTo().newWindow(WindowType.TAB);
        try {
            open("");
            awaitAudience(2);
            stage.show(LiveSamples.doing(LiveSamples.calm(), Text.of("Para las dos", "For both")));
            awaitText("#doing", "Para las dos");
        } finally {
            browser.close();
            browser.switchTo().window(first);
        }
        awaitText("#doing", "Para las dos");
        awaitAudience(1);
        browser.get("about:blank");
        awaitAudience(0);
    }

    private void awaitAudience(int pages) {
        await("an audience of " + pages).atMost(longest())
                .until(() -> !stage.audiences().isEmpty() && stage.audiences().get(stage.audiences().size() - 1) == pages);
    }

    @Test
    @DisplayName("whoever is on a button stays on it when a view comes, and is taken to the next that makes sense when it no longer does")
    void focusStays() {
        see(Glance.IDLE, true, "");
        focus("[data-server=web1] [data-verb=stop]");
        script("window.marked = document.activeElement");
        for (int i = 1; i <= 5; i++) {
            var words = "Vista " + i;
            stage.change(view -> LiveSamples.doing(view, Text.same(words)));
            awaitText("#doing", words);
            assertThat(script("return document.activeElement === window.marked && window.marked.isConnected")).isEqualTo(true);
        }
        see(Glance.OFF, true);
        assertThat(focused("[data-server=web1] [data-verb=start]")).isTrue();
        see(Glance.IDLE, true);
        assertThat(focused("[data-server=web1] [data-verb=stop]")).isTrue();
        see(Glance.OFF, false);
        assertThat(focused("[data-server=web1]")).as("nothing can be done with it").isTrue();

        focus("[data-id='G1.2'] button");
        stage.change(view -> LiveSamples.withCards(view, List.of(LiveSamples.card("G1.0", Optional.empty(), 0),
                LiveSamples.card("G1.2", Optional.of(Verdict.met(Text.same("ok"))), 5))));
        await().atMost(longest()).until(() -> !all("[data-id='G1.2'][data-outcome=met]").isEmpty());
        assertThat(focused("[data-id='G1.2'] button")).isTrue();
    }

    private void see(Glance glance, boolean on, String fragment) {
        open(fragment);
        see(glance, on);
    }

    @Test
    @DisplayName("a verdict changes in its place, is told to a screen reader, and says since when it is there; figures are not told")
    void verdicts() {
        open("");
        assertThat(one("[data-id='G1.2']").getDomAttribute("data-outcome")).isEqualTo("none");
        assertThat(text("#news")).isEmpty();
        script("document.querySelector(\"[data-id='G1.2']\").marked = true");
        var wrong = Verdict.notMet(Text.of("31 y 29", "31 and 29"), Text.of("60 y 0", "60 and 0"), Text.of("Revise balance.", "See balance."));
        var before = System.currentTimeMillis();
        stage.change(view -> LiveSamples.withCards(view, List.of(view.requirements().get(0), LiveSamples.card("G1.2", Optional.of(wrong), 1234))));
        await().atMost(longest()).until(() -> one("[data-id='G1.2']").getDomAttribute("data-outcome").equals("not-met"));

        var row = one("[data-id='G1.2']");
        assertThat(row.getDomAttribute("data-changed")).isEqualTo("1234");
        assertThat(Long.parseLong(row.getDomAttribute("data-shown"))).isBetween(before, System.currentTimeMillis());
        assertThat(row.getText()).contains("✗", "No se cumple", "Se observó", "60 y 0", "Se esperaba", "31 y 29", "Qué hacer", "Revise balance.");
        assertThat(script("return document.querySelector(\"[data-id='G1.2']\").marked")).isEqualTo(true);
        assertThat(text("#news")).isEqualTo("G1.2: No se cumple.");
        assertThat(one("#news").getDomAttribute("aria-live")).isEqualTo("polite");
        assertThat(text("#count")).contains("1 se cumplen", "1 no se cumplen");
        assertThat(all("#picture[aria-live], #picture [aria-live], #strip[aria-live], #strip [aria-live]")).isEmpty();
    }

    @Test
    @DisplayName("what HAProxy complains of is shown with file, line and the line itself, until it is mended")
    void trouble() {
        open("");
        stage.show(LiveSamples.rich());
        awaitText("#trouble", "HAProxy rechaza el archivo");
        assertThat(one("#trouble").getText()).contains("infra/haproxy.cfg, línea 42", "unknown keyword 'chek'", "server web1 10.10.10.11:80 chek maxconn 10");
        stage.change(view -> LiveSamples.troubled(view, Optional.empty()));
        await().atMost(longest()).until(() -> text("#trouble").isEmpty());
    }

    @Test
    @DisplayName("a backup that serves is told by words, a joined one and a full production by figures; what is marked is listed")
    void picture() {
        stage.show(LiveSamples.rich());
        open("");
        assertThat(one("[data-server=backup1]").getText()).contains("atiende como relevo", "respaldo", "7 de 10 cupos", "HAProxy: UP");
        assertThat(one("[data-server=web1]").getText()).contains("producción", "10 de 10 cupos", "6 en cola");
        assertThat(one("[data-server=web2]").getText()).contains("‖", "congelado");
        assertThat(one("[data-machine=node3]").getText()).contains("sin energía");
        assertThat(one(".balancer").getText()).contains("86,4", "17 en cola");
        assertThat(text("#faults")).contains("web2 congelado");
        assertThat(all("#marks li")).hasSize(5);
        assertThat(text("#strip svg title")).startsWith("Ahora:");
        assertThat(all("#strip path[fill^=url]")).as("backups are hatched").hasSize(1);
    }

    @Test
    @DisplayName("names and texts are shown as they are, and a visitor's page runs nothing, reaches nobody and is not of this origin")
    void hostile() throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            stranger.setSoTimeout(1);
            stage.visitorGets(200, "text/html", ("<p id=hello>hola</p><img src='http://127.0.0.1:%1$d/x'><link rel=stylesheet href='http://127.0.0.1:%1$d/y'>"
                    + "<meta http-equiv=refresh content='0;url=http://127.0.0.1:%1$d/z'><script>parent.document.title='broken';fetch('orders')</script>"
                    + "<iframe src='http://127.0.0.1:%1$d/w'></iframe><body onload=\"top.location='about:blank'\">")
                            .formatted(stranger.getLocalPort()).getBytes(UTF_8));
            var card = new RequirementCard(HOSTILE, Text.same(HOSTILE), Text.same(HOSTILE), true,
                    Optional.of(Verdict.notMet(Text.same(HOSTILE), Text.same(HOSTILE), Text.same(HOSTILE))), false, false, 1, 1);
            stage.show(LiveSamples.troubled(LiveSamples.withVisitor(LiveSamples.withCards(LiveSamples.with(LiveSamples.calm(),
                    List.of(new MachineBox(HOSTILE, true, List.of(LiveSamples.server(HOSTILE, false, Glance.SERVING),
                            LiveSamples.server("__proto__", true, Glance.IDLE))))), List.of(card)), 3),
                    Optional.of(new Trouble(Text.same(HOSTILE), List.of(new Trouble.Line(HOSTILE, 1, HOSTILE, HOSTILE))))));
            open("");

            assertThat(one("[data-id] .findings").getText()).contains("<img src=x onerror=");
            assertThat(all("#picture .server .name").get(0).getText()).startsWith("<img src=x");
            assertThat(all("main img, main script")).isEmpty();
            one(".server [data-verb=stop]").click();
            await().atMost(longest()).until(() -> stage.orders().size() == 1);
            assertThat(stage.orders().get(0).target()).isEqualTo(HOSTILE);

            await().atMost(longest()).until(() -> !all("#visitor iframe").isEmpty());
            assertThat(one("#visitor iframe").getDomAttribute("sandbox")).isEmpty();
            browser.switchTo().frame(one("#visitor iframe"));
            await().atMost(longest()).until(() -> text("#hello").equals("hola"));
            browser.switchTo().defaultContent();
            awaitText("#visitor-status", "HTTP 200");
            assertThat(script("try { return document.querySelector('#visitor iframe').contentDocument === null } catch { return true }")).isEqualTo(true);
            assertThat(browser.getTitle()).isEqualTo("reference · Relevo en vivo");
            assertThat(asked(stranger)).as("what a stranger was asked for").isEmpty();
        }
    }

    /** The first line of whoever came; empty when nobody did, or said nothing. */
    private static String asked(ServerSocket stranger) throws IOException {
        try (var caller = stranger.accept()) {
            caller.setSoTimeout(1_000);
            var line = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (SocketTimeoutException nobody) {
            return "";
        }
    }

    @Test
    @DisplayName("the visitor's page is loaded again when it is another, and only one is shown")
    void visitor() {
        open("");
        assertThat(text("#visitor")).isEqualTo("Todavía nadie ha abierto la página.");
        stage.visitorGets(503, "text/plain", "uno".getBytes(UTF_8));
        stage.change(view -> LiveSamples.withVisitor(view, 1));
        awaitText("#visitor-status", "HTTP 503");
        stage.visitorGets(200, "text/plain", "dos".getBytes(UTF_8));
        stage.change(view -> LiveSamples.withVisitor(view, 2));
        awaitText("#visitor-status", "HTTP 200");
        await().atMost(longest()).until(() -> all("#visitor iframe").size() == 1
                && one("#visitor iframe").getDomAttribute("src").equals("visitor?2"));
    }

    @Test
    @DisplayName("the teacher's part is where the teacher asks for it alone; what was seen is folded; notes and points are kept and never overwritten")
    void defence() {
        open("");
        assertThat(one("#defence").isDisplayed()).isFalse();
        browser.get("about:blank");
        open("#teacher");
        one("#seed").sendKeys("k7-ab");
        one("#defence form button").click();
        await().atMost(longest()).until(() -> stage.orders().contains(new Order(Order.Verb.DEFENCE_BEGIN, "", "k7-ab")));

        stage.change(view -> LiveSamples.defended(view, Optional.of(LiveSamples.sheet(DefenceSheet.Search.NONE))));
        awaitText(".drawn", "k7-ab");
        assertThat(one("#riddle").isDisplayed()).isFalse();
        assertThat(all(".asked li")).hasSize(2);
        assertThat(one(".asked li details > p").isDisplayed()).isFalse();
        one(".asked li summary").click();
        assertThat(one(".asked li details > p").getText()).isEqualTo("A los 2,1 s, con producción llena.");
        one("[data-verb=defence-fault]").click();
        await().atMost(longest()).until(() -> ordered().contains("defence-fault"));

        var notes = one("#notes");
        assertThat(notes.getDomProperty("value")).isEqualTo("Explica bien los cupos.");
        notes.sendKeys(" Y");
        stage.change(view -> LiveSamples.doing(view, Text.same("Otra vista")));
        awaitText("#doing", "Otra vista");
        notes.sendKeys(" más");
        assertThat(notes.getDomProperty("value")).isEqualTo("Explica bien los cupos. Y más");
        await("a little after typing").atMost(longest())
                .until(() -> stage.orders().contains(new Order(Order.Verb.DEFENCE_NOTES, "", "Explica bien los cupos. Y más")));
        notes.sendKeys(".", Keys.TAB);
        await("on leaving").atMost(longest()).until(() -> stage.orders().contains(new Order(Order.Verb.DEFENCE_NOTES, "", "Explica bien los cupos. Y más.")));
        one("#points").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.9", Keys.TAB);
        await().atMost(longest()).until(() -> stage.orders().contains(new Order(Order.Verb.DEFENCE_POINTS, "", "0.9")));
        one("[data-verb=defence-end]").click();
        await().atMost(longest()).until(() -> ordered().contains("defence-end"));
    }

    @Test
    @DisplayName("the students see the riddle, its choices and how it ended, and nothing else of the defence")
    void riddle() {
        stage.show(LiveSamples.defended(LiveSamples.calm(), Optional.of(LiveSamples.sheet(DefenceSheet.Search.HIDDEN))));
        open("");
        assertThat(one("#riddle").getText()).contains("Hay un fallo oculto.", "web1 está congelado", "node2 no tiene energía");
        assertThat(browser.getPageSource()).doesNotContain("312", "bien los cupos", "k7-ab");
        one("#choice-b").click();
        stage.change(view -> LiveSamples.doing(view, Text.same("Otra vista")));
        awaitText("#doing", "Otra vista");
        assertThat(one("#choice-b").isSelected()).isTrue();
        one("#riddle form [type=submit]").click();
        await().atMost(longest()).until(() -> ordered().contains("defence-answer b"));
        one("#riddle form [type=button]").click();
        await().atMost(longest()).until(() -> ordered().contains("defence-answer"));

        stage.change(view -> LiveSamples.defended(view, Optional.of(LiveSamples.sheet(DefenceSheet.Search.FOUND))));
        awaitText("#riddle .outcome", "Encontrado. web1 estaba congelado. Tardaron 42,5 s.");
        assertThat(one("#riddle form").isDisplayed()).isFalse();
        assertThat(focused("#riddle .outcome")).as("whoever answered hears how it ended").isTrue();
    }

    @Test
    @DisplayName("at 400 pixels nothing scrolls sideways, in either language, with long names and with the teacher's part")
    void narrow() {
        metrics(400, 900);
        var name = "servidor-de-produccion-con-un-nombre-larguisimo-que-nadie-escribiria";
        stage.show(LiveSamples.rich());
        browser.get(server.address() + "#teacher");
        awaitText("#trouble", "HAProxy");
        fits();
        stage.show(LiveSamples.defended(LiveSamples.with(LiveSamples.rich(), List.of(new MachineBox(name, true,
                List.of(LiveSamples.server(name, false, Glance.SERVING))))), Optional.of(LiveSamples.sheet(DefenceSheet.Search.HIDDEN))));
        awaitText("#picture .machine .name", name);
        fits();
        one("[data-language=en]").click();
        fits();
    }

    private static void fits() {
        assertThat(script("return document.documentElement.scrollWidth")).isEqualTo(script("return document.documentElement.clientWidth"));
    }

    private static void metrics(int width, long height) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private static void media(String name, String value) {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", name, "value", value))));
    }

    @Test
    @DisplayName("light and dark differ, every text can be read in both, and nothing moves for who wants it still")
    void schemes() {
        stage.show(LiveSamples.rich());
        open("");
        for (var scheme : List.of("light", "dark")) {
            media("prefers-color-scheme", scheme);
            assertThat(script("return getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo(scheme.equals("light") ? "rgb(250, 249, 246)" : "rgb(21, 23, 26)");
            assertThat((List<?>) script(CONTRAST)).as(scheme).isEmpty();
        }
        assertThat(script(MOVES)).isEqualTo("breathe");
        media("prefers-reduced-motion", "reduce");
        assertThat(script(MOVES)).isEqualTo("none");
    }

    private static final String MOVES = "return getComputedStyle(document.querySelector('.row[data-playing] > .mark')).animationName";

    /** Texts whose contrast with what is behind them is below 4.5, with that contrast. */
    private static final String CONTRAST = """
            const rgb = words => (words.match(/[\\d.]+/g) ?? []).map(Number);
            const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
              .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = node => { for (let at = node; at; at = at.parentElement) {
              const colour = rgb(getComputedStyle(at).backgroundColor); if (colour.length === 3 || colour[3] > 0.5) return colour; } return [255, 255, 255]; };
            const poor = [];
            document.querySelectorAll('body *').forEach(node => {
              if (![...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()) || !node.checkVisibility() || node.closest('svg')) return;
              const [a, b] = [light(rgb(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
              const ratio = (a + 0.05) / (b + 0.05);
              if (ratio < 4.5) poor.push(`${node.className} ${node.textContent}: ${ratio.toFixed(2)}`);
            });
            return poor;""";

    @Test
    @DisplayName("everything that can be done can be done with the keyboard: it is reached, seen, named and pressed")
    void keyboard() {
        stage.show(LiveSamples.rich());
        open("");
        one("body").sendKeys(Keys.TAB);
        assertThat(focused(".skip")).isTrue();
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(focused("#main")).isTrue();
        var wanted = all("main button").stream().filter(WebElement::isDisplayed).count();
        var names = new java.util.ArrayList<String>();
        for (int i = 0; i < wanted; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            while (!browser.switchTo().activeElement().getTagName().equals("button")) {
                browser.switchTo().activeElement().sendKeys(Keys.TAB);
            }
            var active = browser.switchTo().activeElement();
            names.add(active.getAccessibleName());
            assertThat(active.getCssValue("outline-style")).as(active.getText()).isEqualTo("solid");
        }
        assertThat(names).doesNotHaveDuplicates().doesNotContain("").contains("Congelar backup1", "Devolver energía node3", "Repetir B2");
        focus("[data-server=web1] [data-verb=freeze]");
        browser.switchTo().activeElement().sendKeys(Keys.SPACE);
        await().atMost(longest()).until(() -> ordered().contains("freeze web1"));
    }

    @Test
    @DisplayName("pictures of the page, for eyes: light and dark, wide and narrow, in both languages, and the teacher's part")
    void shots() throws IOException {
        stage.visitorGets(200, "text/html; charset=utf-8", """
                <body style="font-family: sans-serif; padding: 2rem; background: #eef"><h1>web1</h1>
                <p>Servidor de producción, contenido de ejemplo.</p>""".getBytes(UTF_8));
        browser.manage().logs().get(LogType.BROWSER);
        stage.show(LiveSamples.rich());
        open("");
        await().atMost(longest()).until(() -> text("#visitor-status").equals("HTTP 200"));
        shot("light-es", 1440);
        shot("wide-es", 1920);
        shot("narrow-es", 400);
        media("prefers-color-scheme", "dark");
        one("[data-language=en]").click();
        shot("dark-en", 1440);
        shot("narrow-dark-en", 400);
        media("prefers-color-scheme", "light");
        stage.change(view -> LiveSamples.defended(view, Optional.of(LiveSamples.sheet(DefenceSheet.Search.HIDDEN))));
        browser.get("about:blank");
        browser.get(server.address() + "#teacher");
        awaitText(".drawn", "k7-ab");
        shot("teacher-en", 1440);
        stage.show(LiveSamples.calm());
        await().atMost(longest()).until(() -> all(".machine").size() == 2);
        shot("calm-en", 1024);

        assertThat(SHOTS.resolve("narrow-dark-en.png")).isNotEmptyFile();
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).as("what the browser complains of").isEmpty();
    }

    private static void shot(String name, int width) throws IOException {
        metrics(width, 900);
        await().atMost(longest()).until(() -> script(
                "return document.querySelector('#strip svg').getAttribute('width') <= document.documentElement.clientWidth")
                .equals(true));
        metrics(width, ((Number) script("return document.documentElement.scrollHeight")).longValue());
        Files.createDirectories(SHOTS);
        var png = (String) browser.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png")).get("data");
        Files.write(SHOTS.resolve(name + ".png"), Base64.getDecoder().decode(png));
    }
}
