package relevo.outside;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser without a window, which opens the statistics page as a person would. */
public final class Browser {

    private static final List<String> BINARIES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/snap/bin/chromium.chromedriver");

    /** Warns that it has no code for this very version of Chromium's tools, which nothing here uses. Held, so that the level is not collected. */
    private static final Logger TOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        TOOLS.setLevel(Level.SEVERE);
    }

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
        var service = new ChromeDriverService.Builder().usingDriverExecutable(first(DRIVERS).findFirst().orElseThrow().toFile())
                .usingAnyFreePort().withSilent(true).build();
        var options = new ChromeOptions();
        options.setBinary(first(BINARIES).findFirst().orElseThrow().toString());
        // As root, in a container or on a CI machine, Chromium has no sandbox; it opens nothing but the cluster's own page.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1400,900");
        BrowserProcesses.endLeftovers();
        var driver = new ChromeDriver(service, options);
        try {
            BrowserProcesses.remember();
            driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(20));
            driver.get(new URI(page.getScheme(), credentials.user() + ":" + credentials.password(), page.getHost(), page.getPort(), page.getPath(),
                    page.getQuery(), null).toString());
            Files.write(screenshot, driver.getScreenshotAs(OutputType.BYTES));
            return driver.findElement(By.tagName("body")).getText();
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        } finally {
            driver.quit();
            BrowserProcesses.forget();
        }
    }

    private static Stream<Path> first(List<String> places) {
        return places.stream().map(Path::of).filter(Files::isExecutable);
    }
}
