package relevo.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import relevo.observation.Rendering;
import relevo.timing.Timing;

/** A real browser without a window, which opens pages as a person would. */
public final class Browser {

    private static final List<String> BINARIES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/snap/bin/chromium.chromedriver");

    /** A page of ours that takes longer is broken, where nothing is slow. */
    private static final Duration PAGE = Duration.ofSeconds(20);
    private static final Duration SCRIPT = Duration.ofSeconds(10);
    private static final String NOT_INSTALLED = "chromium is not installed";

    /** Warns that it has no code for this very version of Chromium's tools, which nothing here uses. Held, so that the level is not collected. */
    private static final Logger TOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        TOOLS.setLevel(Level.SEVERE);
    }

    private static CompletableFuture<Window> spare;

    private Browser() {
    }

    /** Whether this machine has a browser and its driver. */
    public static boolean isInstalled() {
        return first(BINARIES).findAny().isPresent() && first(DRIVERS).findAny().isPresent();
    }

    /**
     * Renders a page.
     *
     * @param credentials typed in where the page asks for them
     * @param screenshot  where to write the PNG
     * @return the text of the page as it is shown
     * @throws WebDriverException when the browser fails
     */
    public static String render(URI page, Credentials credentials, Path screenshot) throws IOException {
        try {
            var address = new URI(page.getScheme(), credentials.user() + ":" + credentials.password(), page.getHost(), page.getPort(), page.getPath(),
                    page.getQuery(), null);
            return using(spare().orElseGet(Browser::plain), driver -> {
                driver.get(address.toString());
                Files.write(screenshot, driver.getScreenshotAs(OutputType.BYTES));
                return driver.findElement(By.tagName("body")).getText();
            });
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /**
     * Looks at a page that may be anything. Never fails: what a browser does not show, it does not show.
     *
     * @param screenshot where to write the PNG; not written when the page is not shown
     */
    public static Rendering look(URI page, Path screenshot) {
        if (!isInstalled()) {
            return new Rendering("", "", NOT_INSTALLED);
        }
        var options = options();
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
        // The page is a stranger's: what it wants from elsewhere it does not get.
        options.addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + page.getHost());
        try {
            end();
            return using(new Window(options), driver -> {
                load(driver, page);
                // The address bar shows what was asked for, the document what came.
                var address = String.valueOf(driver.executeScript("return document.documentURI"));
                if (address.startsWith("chrome-error:")) {
                    return new Rendering("", "", line(body(driver)));
                }
                Files.write(screenshot, driver.getScreenshotAs(OutputType.BYTES));
                return new Rendering(body(driver), address, "");
            });
        } catch (IOException | RuntimeException failed) {
            return new Rendering("", "", line(String.valueOf(failed.getMessage())));
        }
    }

    private static void load(ChromeDriver driver, URI page) {
        try {
            driver.get(page.toString());
        } catch (TimeoutException endless) {
            // A page that is never done loading shows what it has.
        }
    }

    private static String body(ChromeDriver driver) {
        return driver.findElements(By.tagName("body")).stream().map(WebElement::getText).findFirst().orElse("");
    }

    /** One line of what the browser said, for a note: the one with its own name of the error, or else the first. */
    private static String line(String said) {
        var lines = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream().filter(line -> line.contains("ERR")).findFirst().or(() -> lines.stream().findFirst()).orElse("error");
    }

    private static ChromeOptions options() {
        var options = new ChromeOptions();
        options.setBinary(first(BINARIES).findFirst().orElseThrow().toString());
        // As root, in a container or on a CI machine, Chromium has no sandbox; it opens nothing but the cluster's own pages.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1400,900");
        return options;
    }

    /** What is done with a browser. */
    private interface Errand<T> {

        T with(ChromeDriver driver) throws IOException;
    }

    private static <T> T using(Window window, Errand<T> errand) throws IOException {
        try (window) {
            return errand.with(window.driver());
        }
    }

    /** Starts a browser, which takes a second, on a thread of its own: to be called when a page is soon to be rendered. The next one who needs one takes it. */
    public static synchronized void prepare() {
        if (spare == null && isInstalled()) {
            spare = CompletableFuture.supplyAsync(Browser::plain);
        }
    }

    /** Ends the one that was prepared and that nobody took. */
    public static void end() {
        spare().ifPresent(Browser::close);
    }

    /** The one that was prepared, which is nobody else's from now on; empty where none was, or where it did not start. */
    private static synchronized Optional<Window> spare() {
        var prepared = spare;
        spare = null;
        try {
            return Optional.ofNullable(prepared).map(CompletableFuture::join);
        } catch (CompletionException failed) {
            return Optional.empty();
        }
    }

    private static Window plain() {
        try {
            return new Window(options());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void close(Window window) {
        try {
            window.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A browser that stays open for several steps, one at a time in this JVM; closing it ends its processes. */
    public static final class Window implements AutoCloseable {

        private final ChromeDriver driver;

        private Window(ChromeOptions options) throws IOException {
            var service = new ChromeDriverService.Builder().usingDriverExecutable(first(DRIVERS).findFirst().orElseThrow().toFile())
                    .usingAnyFreePort().withSilent(true).build();
            BrowserProcesses.endLeftovers();
            driver = new ChromeDriver(service, options);
            try {
                BrowserProcesses.remember();
                driver.manage().timeouts().pageLoadTimeout(Timing.stretched(PAGE)).scriptTimeout(Timing.stretched(SCRIPT));
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
        }

        /**
         * Opens one.
         *
         * @param arguments more of Chromium's own, such as {@code --lang=es}
         */
        public static Window open(String... arguments) throws IOException {
            return new Window(options().addArguments(arguments));
        }

        /** Does in it what a person would. */
        public ChromeDriver driver() {
            return driver;
        }

        @Override
        public void close() throws IOException {
            try {
                driver.quit();
            } finally {
                BrowserProcesses.forget();
            }
        }
    }

    private static Stream<Path> first(List<String> places) {
        return places.stream().map(Path::of).filter(Files::isExecutable);
    }
}
