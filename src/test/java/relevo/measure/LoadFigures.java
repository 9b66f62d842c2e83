package relevo.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Percentiles;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * What characterises the response to one scenario.
 *
 * @param scenario its name
 * @param offered  requests/s asked for
 * @param achieved successful responses/s, over the schedule
 * @param p50      median response time, ms
 * @param p95      95th percentile, ms
 * @param p99      99th percentile, ms
 * @param requests all requests
 * @param failed   the ones that failed
 * @param causes   why, with how often; empty without failures
 * @param shares   successful answers per server
 */
public record LoadFigures(String scenario, double offered, double achieved, double p50, double p95, double p99, long requests, long failed, String causes,
                   Map<String, Long> shares) {

    /** The figures of one run. */
    public static LoadFigures of(LoadRun run) {
        List<Answer> answers = run.seen().answers();
        List<Answer> failed = answers.stream().filter(a -> !a.ok()).toList();
        Percentiles latency = Percentiles.of(answers);
        Map<String, Long> shares = new TreeMap<>(answers.stream().filter(a -> a.ok() && !a.server().isEmpty())
                .collect(Collectors.groupingBy(Answer::server, Collectors.counting())));
        double achieved = run.seconds() > 0 ? (answers.size() - failed.size()) / run.seconds() : 0;
        return new LoadFigures(run.scenario(), run.offeredPerSecond(), achieved, latency.p50(), latency.p95(), latency.p99(),
                answers.size(), failed.size(), Tally.causes(failed), shares);
    }

    /** All of them in a sentence. */
    public Text text() {
        long good = requests - failed;
        String servers = shares.entrySet().stream().map(e -> e.getKey() + " " + Figure.percent(e.getValue(), good)).collect(Collectors.joining(", "));
        String errors = Figure.count(failed) + (causes.isEmpty() ? "" : " (" + causes + ")");
        return Text.of("%1$s: ofrecidas %2$s, logradas %3$s; p50 %4$s, p95 %5$s, p99 %6$s; errores %7$s de %8$s; %9$s.",
                "%1$s: offered %2$s, achieved %3$s; p50 %4$s, p95 %5$s, p99 %6$s; errors %7$s of %8$s; %9$s.",
                scenario, Figure.rate(offered), Figure.rate(achieved), Figure.millis(p50), Figure.millis(p95), Figure.millis(p99), errors,
                Figure.count(requests), servers);
    }
}
