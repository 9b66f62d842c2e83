package relevo.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriverException;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Snapshot;
import relevo.observation.Statistics;
import relevo.outside.Browser;
import relevo.outside.StatisticsSource;
import relevo.outside.Visitor;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** The statistics page as people see it, one of them in a real browser. */
public final class StatisticsView {

    private final StatisticsSource statistics;
    private final Observatory observatory;
    private final Footprint footprint;

    StatisticsView(StatisticsSource statistics, Observatory observatory, Footprint footprint) {
        this.footprint = footprint;
        this.statistics = statistics;
        this.observatory = observatory;
    }

    /** Its figures now, each row joined with the instance that it means; without any row where it does not open, or shows something else. */
    public Snapshot snapshot() {
        try {
            return observatory.joined(statistics.read());
        } catch (IllegalArgumentException somethingElse) {
            return observatory.joined(new Statistics(List.of()));
        }
    }

    /** Watches the cluster under light traffic while the story goes on, by this page's figures alone. */
    public Observation watchUnderLightTraffic(Consumer<Watch> story) {
        footprint.touch(Footprint.Part.TRAFFIC);
        return observatory.watchThePageUnderLightTraffic(story);
    }

    /** What somebody gets who knows the password. */
    public Page page() {
        return statistics.html();
    }

    /** User and password, where they are such as every manual has; empty otherwise. */
    public String widelyKnownPassword() {
        return statistics.credentials().isWidelyKnown() ? statistics.credentials().user() + ":" + statistics.credentials().password() : "";
    }

    /** What somebody gets who does not. */
    public Page asStranger() {
        return Visitor.withNewConnections().open(statistics.page());
    }

    /**
     * What somebody gets who knows the password and tries to change something. The form names no server, so nothing changes where it is allowed
     * either; HAProxy says all the same whether it would have been.
     */
    public Page attemptChange() {
        return Visitor.withNewConnections().submit(statistics.page(), statistics.credentials(), Map.of("action", "ready"));
    }

    /**
     * Its text as a browser shows it; empty where nobody answers at its address.
     *
     * @param screenshot where to write a picture of it
     * @throws CannotCheck without a browser, or when that fails although somebody answers
     */
    public String rendered(Path screenshot) {
        if (!Browser.isInstalled()) {
            throw new CannotCheck(Text.of("No hay navegador que abra la página de estadísticas.", "There is no browser to open the statistics page."),
                    Text.of("Instale chromium y chromium-driver (infra/setup lo hace).", "Install chromium and chromium-driver (infra/setup does)."), null);
        }
        try {
            return Browser.render(statistics.page(), statistics.credentials(), screenshot);
        } catch (IOException | WebDriverException failed) {
            if (statistics.html().status() == 0) {
                return "";
            }
            throw new CannotCheck(Text.of("El navegador no pudo abrir la página: %s", "The browser could not open the page: %s",
                    failed.getMessage().lines().findFirst().orElse("")),
                    Text.of("Ábrala a mano para ver qué pasa.", "Open it by hand to see what happens."), failed);
        }
    }
}
