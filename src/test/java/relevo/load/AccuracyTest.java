package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.observation.Percentiles;
import relevo.observation.Stage;

class AccuracyTest {

    private static final List<Stage> RAMP = List.of(new Stage(20, 180, 2), Stage.flat(150, 1));

    @Test
    @DisplayName("of a real run: as many arrivals as scheduled, in each half second too, and percentiles as JMeter's own results have them, within 1 %")
    void withinOnePercent(@TempDir Path folder) throws IOException {
        var asked = new AtomicInteger();
        Generated seen;
        // From 1 to 120 ms, so that every percentile is another.
        try (NullServer server = new NullServer(client -> {
            Thread.sleep(1 + asked.getAndIncrement() * 7L % 120);
            client.getOutputStream().write(NullServer.response("200 OK", "X-Served-By: slow\r\n", "ok"));
            return true;
        })) {
            seen = new Generator().writing(folder.resolve("run.jtl")).open(server.at("/"), RAMP, 7, System.nanoTime());
        }

        assertThat((double) seen.answers().size()).isCloseTo(350, withinPercentage(1));
        var began = seen.beganMs().get(0);
        var firstSecond = seen.answers().stream().filter(answer -> answer.atMs() < began + 1_000).count();
        // The first second of the ramp has 60 of them; whoever is late by less than the lag counts as on time.
        assertThat((double) firstSecond).isBetween(60 - 180 * seen.worstLagMs() / 1_000 - 1, 61.0);

        var exact = elapsed(folder.resolve("run.jtl"));
        var told = Percentiles.of(seen.answers());
        assertThat(exact).hasSize(seen.answers().size());
        assertThat(told.p50()).isCloseTo(nearestRank(exact, 50), withinPercentage(1));
        assertThat(told.p90()).isCloseTo(nearestRank(exact, 90), withinPercentage(1));
        assertThat(told.p95()).isCloseTo(nearestRank(exact, 95), withinPercentage(1));
        assertThat(told.p99()).isCloseTo(nearestRank(exact, 99), withinPercentage(1));
        assertThat(told.max()).isEqualTo(exact.get(exact.size() - 1));
    }

    private static List<Double> elapsed(Path jtl) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(jtl)) {
            return rows.stream().map(row -> Double.parseDouble(row.getField("elapsed"))).sorted().toList();
        }
    }

    private static double nearestRank(List<Double> sorted, double percentile) {
        return sorted.get((int) Math.ceil(percentile / 100 * sorted.size()) - 1);
    }
}
