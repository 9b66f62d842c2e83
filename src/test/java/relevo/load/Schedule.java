package relevo.load;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.jmeter.threads.openmodel.ParserException;
import org.apache.jmeter.threads.openmodel.ThreadSchedule;
import org.apache.jmeter.threads.openmodel.ThreadScheduleProcessGenerator;
import org.apache.jmeter.threads.openmodel.ThreadScheduleUtils;
import org.apache.jmeter.threads.openmodel.TokenizerException;
import relevo.observation.Stage;

/**
 * The open model's arrivals, as JMeter will make them.
 *
 * @param leadIn nothing happens before, s; not part of the length
 * @param stages one after the other
 * @param even   equal gaps; otherwise a Poisson process that depends on the seed
 */
record Schedule(double leadIn, List<Stage> stages, boolean even) {

    private static final double MOST_ARRIVALS = 1e6;

    Schedule {
        double arrivals = stages.stream().mapToDouble(Stage::arrivals).sum();
        if (!(arrivals >= 1 && arrivals <= MOST_ARRIVALS)) {
            throw new IllegalArgumentException("a schedule of %.1f arrivals is not between 1 and %.0f: %s"
                    .formatted(arrivals, MOST_ARRIVALS, stages));
        }
    }

    /** Its length, s, without the lead-in. */
    double seconds() {
        return stages.stream().mapToDouble(Stage::seconds).sum();
    }

    /** In the language of JMeter's Open Model Thread Group, and then nothing for a while. */
    String expression(Duration after) {
        return arrivals() + " pause(" + after.toMillis() + " ms)";
    }

    /** When each arrival is due, s after the start; the same for the same seed. */
    double[] due(long seed) {
        var process = new ThreadScheduleProcessGenerator(new Random(seed), parsed());
        DoubleStream.Builder due = DoubleStream.builder();
        while (process.hasNext()) {
            due.add(process.nextDouble());
        }
        return due.build().toArray();
    }

    private ThreadSchedule parsed() {
        try {
            return ThreadScheduleUtils.ThreadSchedule(arrivals());
        } catch (ParserException | TokenizerException e) {
            throw new IllegalArgumentException("JMeter does not understand the schedule " + arrivals(), e);
        }
    }

    private String arrivals() {
        return "pause(%s sec) ".formatted(plain(leadIn)) + stages.stream()
                .map(stage -> "rate(%s/sec) %s(%s sec) rate(%s/sec)".formatted(plain(stage.from()),
                        even ? "even_arrivals" : "random_arrivals", plain(stage.seconds()), plain(stage.to())))
                .collect(Collectors.joining(" "));
    }

    private static String plain(double figure) {
        return BigDecimal.valueOf(figure).toPlainString();
    }
}
