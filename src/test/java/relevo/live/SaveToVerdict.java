package relevo.live;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import relevo.outside.Browser;
import relevo.timing.Daemon;

/** How long it takes from saving haproxy.cfg until a browser shows verdicts, and whether a fault is put right of which nobody is left: {@code bench/live}. */
public final class SaveToVerdict {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S+/");
    private static final List<String> QUICK_GROUPS = List.of("G1.1", "G1.2", "G3.1", "G3.2", "G5");
    private static final Duration A_RUN = Duration.ofMinutes(8);
    private static final Duration AN_EDIT = Duration.ofMinutes(2);

    private final Path infra;
    private final int port;

    private SaveToVerdict(Path infra, int port) {
        this.infra = infra;
        this.port = port;
    }

    /** @param arguments a copy of {@code infra/}, which is edited, and how many times */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        new SaveToVerdict(Path.of(arguments[0]), free).measure(Integer.parseInt(arguments[1]));
    }

    private void measure(int edits) throws IOException, InterruptedException {
        var live = start();
        try (var window = Browser.Window.open()) {
            window.driver().get(live.address);
            System.out.println("a whole run first, which shows what each requirement looks at and what it costs");
            await().atMost(A_RUN).ignoreExceptions().until(() -> window.driver().findElements(By.cssSelector("[data-verb=stop]")).size() >= 4);
            window.driver().findElement(By.cssSelector("[data-verb=play-all]")).click();
            await().atMost(A_RUN).pollInterval(Duration.ofSeconds(1)).until(() -> outcomes(window).values().stream().noneMatch("none"::equals));
            System.out.println("whole run: " + outcomes(window));
            var first = new ArrayList<Double>();
            var quick = new ArrayList<Double>();
            var overload = new ArrayList<Double>();
            for (var i = 1; i <= edits; i++) {
                rest(window);
                var saved = save(i);
                await().atMost(AN_EDIT).pollInterval(Duration.ofSeconds(1)).until(() -> shown(window, saved).containsKey("B2")
                        && shown(window, saved).keySet().containsAll(QUICK_GROUPS));
                var shown = shown(window, saved);
                first.add(Collections.min(shown.values()));
                quick.add(QUICK_GROUPS.stream().mapToDouble(shown::get).max().orElseThrow());
                overload.add(shown.get("B2"));
                System.out.printf(Locale.ROOT, "edit %d: first verdict after %.1f s, G1 G3 G5 after %.1f s, B2 after %.1f s%n", i, first.get(i - 1),
                        quick.get(i - 1), overload.get(i - 1));
            }
            tell("first verdict", first);
            tell("G1, G3, G5", quick);
            tell("B2", overload);
            rest(window);
            window.driver().findElement(By.cssSelector("[data-verb=stop][data-target=web1]")).click();
            await().atMost(AN_EDIT).until(() -> glance(window, "web1").equals("off"));
            System.out.println("web1 is off; killing live with SIGKILL");
        } finally {
            live.process.destroyForcibly().waitFor();
        }
        putRight();
    }

    /** What was broken off is put right before the next edit, whose time it is not. */
    private static void rest(Browser.Window window) {
        window.driver().findElement(By.cssSelector("[data-verb=stop-playing]")).click();
        await().atMost(AN_EDIT).during(Duration.ofSeconds(1)).until(() -> !window.driver().findElement(By.id("waiting")).isDisplayed());
    }

    private void putRight() throws IOException, InterruptedException {
        var again = start();
        try (var window = Browser.Window.open()) {
            window.driver().get(again.address);
            await().atMost(A_RUN).ignoreExceptions().until(() -> List.of("idle", "serving").contains(glance(window, "web1")));
            System.out.println("started again: web1 is up");
        } finally {
            again.process.destroy();
            System.out.println("ended with status " + again.process.waitFor());
        }
    }

    /** A comment would touch nothing: a time-out that every section inherits changes by a millisecond. @return when it was saved, ms since the epoch */
    private long save(int number) throws IOException {
        var file = infra.resolve("haproxy.cfg");
        var changed = Files.readString(file).replaceFirst("(?m)^(frontend web.*)$(\n    timeout client \\S+)?",
                "$1\n    timeout client " + (59_000 + number) + "ms");
        var next = file.resolveSibling("haproxy.cfg.new");
        Files.writeString(next, changed);
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return System.currentTimeMillis();
    }

    private static Map<String, String> outcomes(Browser.Window window) {
        var outcomes = new TreeMap<String, String>();
        window.driver().findElements(By.cssSelector("[data-id][data-outcome]"))
                .forEach(card -> outcomes.put(card.getAttribute("data-id"), card.getAttribute("data-outcome")));
        return outcomes;
    }

    /** Seconds from then until each verdict was shown that came since. */
    @SuppressWarnings("unchecked")
    private static Map<String, Double> shown(Browser.Window window, long sinceMs) {
        var times = (List<List<Object>>) window.driver().executeScript("return [...document.querySelectorAll('[data-id][data-shown]')]"
                + ".map(card => [card.dataset.id, Number(card.dataset.changed), Number(card.dataset.shown)])");
        var shown = new TreeMap<String, Double>();
        times.stream().filter(card -> ((Number) card.get(1)).longValue() > sinceMs)
                .forEach(card -> shown.put((String) card.get(0), (((Number) card.get(2)).doubleValue() - sinceMs) / 1_000));
        return shown;
    }

    private static String glance(Browser.Window window, String server) {
        return window.driver().findElement(By.cssSelector("[data-server=" + server + "]")).getAttribute("data-glance");
    }

    private static void tell(String what, List<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%s: median %.1f s, worst %.1f s of %d edits%n", what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1),
                sorted.size());
    }

    /** @param address that it printed */
    private record Started(Process process, String address) {
    }

    private Started start() throws IOException, InterruptedException {
        var process = new ProcessBuilder("bin/live", "--port", String.valueOf(port), "-Drelevo.substrate=docker", "-Drelevo.infra=" + infra,
                "-Drelevo.reports=" + infra.resolveSibling("reports")).redirectErrorStream(true).start();
        var lines = new LinkedBlockingQueue<String>();
        Daemon.start("relevo-live-output", () -> {
            try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException ended) {
                // With the process.
            }
        });
        for (String line; (line = lines.poll(2, TimeUnit.MINUTES)) != null; ) {
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Started(process, address.group());
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("bin/live named no address within 2 minutes");
    }
}
