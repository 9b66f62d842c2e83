package relevo.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.jmeter.report.config.ConfigurationException;
import org.apache.jmeter.report.dashboard.GenerationException;
import org.apache.jmeter.report.dashboard.ReportGenerator;
import org.apache.jmeter.util.JMeterUtils;
import relevo.archive.Folder;

/** JMeter's own HTML dashboard of a scenario's results, for those who know it. */
public final class Dashboard {

    private Dashboard() {
    }

    /**
     * Writes {@code dashboard/} beside a file of results, replacing what is there.
     *
     * @param jtl JMeter's results, as CSV
     * @throws IllegalStateException when JMeter cannot read them
     */
    public static void write(Path jtl) {
        var folder = jtl.toAbsolutePath().resolveSibling("dashboard");
        try {
            Folder.remove(folder);
            QuietEngine.ready();
            JMeterUtils.setProperty("jmeter.reportgenerator.outputdir", folder.toString());
            JMeterUtils.setProperty("jmeter.reportgenerator.overall_granularity", "1000");
            new ReportGenerator(jtl.toString(), null).generate();
        } catch (ConfigurationException | GenerationException failed) {
            throw new IllegalStateException("JMeter could not make a dashboard of " + jtl, failed);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
