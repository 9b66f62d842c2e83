package relevo.report.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.observation.Percentiles;
import relevo.observation.Provenance;
import relevo.words.Text;

/**
 * Every number of the load report: what {@code reports/load/summary.json} holds and {@code index.html} shows. Times are ms unless named
 * otherwise, rates requests/s, parts 0 to 1.
 *
 * @param provenance where the numbers come from
 * @param scenarios  one for each that was played, in the order of the scenario file
 * @param scaling    throughput against concurrency; empty when no closed scenario with several levels was played
 * @param limit      what the ramp of the breakpoint scenario found; empty when it was not played
 * @param verdicts   what these observations decide, in the catalogue's order
 */
public record LoadSummary(Provenance provenance, List<Scenario> scenarios, Optional<Scaling> scaling, Optional<Breakpoint> limit, List<Judged> verdicts) {

    /**
     * One scenario.
     *
     * @param name              {@code smoke}, {@code average}, …
     * @param model             {@code open} or {@code closed}
     * @param resource          path asked for
     * @param holdMs            the resource's own service time
     * @param capacityPerSecond what production alone can serve of it
     * @param fullBy            the words of the configuration, with file and line, by which production was taken for full; empty where nobody asked
     * @param seconds           length of the schedule, s
     * @param offeredPerSecond  mean of the schedule; for the closed model what was sent
     * @param achievedPerSecond good answers over the schedule
     * @param requests          sent
     * @param planned           arrivals in the schedule; 0 for the closed model
     * @param failed            of the requests
     * @param lagMs             how late they were sent (p99)
     * @param latency           of all requests, failed ones included
     * @param errorLimit        most part of the requests that may fail, when the scenario has limits
     * @param p95LimitMs        most that p95 may be, when the scenario has limits
     * @param distribution      latency by percentile, ascending
     * @param errors            requests by cause ({@code 503}, {@code read timed out}, …)
     * @param shares            good answers by server, production first
     * @param overTime          one for each second of the schedule and of what followed it
     * @param marks             faults, returns, and where backups came and went
     * @param backups           when the backups served; empty where they did not
     * @param little            Little's law over the schedule
     * @param doubt             why nothing may be concluded from it; empty when something may
     * @param files             link text to path relative to {@code reports/load/}: JMeter's results, plan and dashboard, the saved observation
     * @param heldByRequest     whether that service time was the request's own, whose body ended so late
     */
    public record Scenario(String name, String model, String resource, double holdMs, double capacityPerSecond, String fullBy, double seconds,
                           double offeredPerSecond, double achievedPerSecond, long requests, long planned, long failed, double lagMs,
                           Percentiles latency, Optional<Double> errorLimit, Optional<Double> p95LimitMs, List<Rank> distribution,
                           Map<String, Long> errors, List<Share> shares, List<Second> overTime, List<Mark> marks,
                           Optional<Backups> backups, Little little, Optional<Text> doubt, Map<String, String> files, boolean heldByRequest) {

        /** One whose service time is the resource's. */
        public Scenario(String name, String model, String resource, double holdMs, double capacityPerSecond, String fullBy, double seconds,
                double offeredPerSecond, double achievedPerSecond, long requests, long planned, long failed, double lagMs, Percentiles latency,
                Optional<Double> errorLimit, Optional<Double> p95LimitMs, List<Rank> distribution, Map<String, Long> errors, List<Share> shares,
                List<Second> overTime, List<Mark> marks, Optional<Backups> backups, Little little, Optional<Text> doubt, Map<String, String> files) {
            this(name, model, resource, holdMs, capacityPerSecond, fullBy, seconds, offeredPerSecond, achievedPerSecond, requests, planned, failed,
                    lagMs, latency, errorLimit, p95LimitMs, distribution, errors, shares, overTime, marks, backups, little, doubt, files, false);
        }
    }

    /** A latency that this percentage of the requests did not exceed. */
    public record Rank(double percentile, double ms) {
    }

    /**
     * What one server answered.
     *
     * @param server  name
     * @param role    {@code production} or {@code backup}
     * @param served  good answers
     * @param part    of all good answers
     * @param latency of its good answers
     */
    public record Share(String server, String role, long served, double part, Percentiles latency) {
    }

    /**
     * What came to an end within one second.
     *
     * @param atS      its beginning, s since the schedule's
     * @param offered  arrivals that the schedule has in it; for the closed model those that were sent
     * @param achieved good answers
     * @param failed   the others
     * @param p50      latency of the answers; 0 without any
     * @param p95      latency of the answers; 0 without any
     * @param served   good answers by server
     * @param busy     mean requests that production was working on, by HAProxy
     * @param queued   mean requests that waited for a place, by HAProxy
     */
    public record Second(int atS, double offered, double achieved, double failed, double p50, double p95, Map<String, Long> served, double busy,
            double queued) {
    }

    /** Something that happened, s since the schedule's beginning. */
    public record Mark(double atS, Text what) {
    }

    /**
     * How the backups took part.
     *
     * @param part         of the good answers
     * @param activationMs from production being full until both had served; empty when it never was, or they did not both serve
     * @param releaseMs    from the end of the schedule until the last one served; 0 when they had stopped before
     * @param transitions  how often they began to serve after not serving; 1 is right, more is flapping
     */
    public record Backups(double part, Optional<Double> activationMs, double releaseMs, long transitions) {
    }

    /** Mean requests in the system, by HAProxy and by the clients, and whether the two agree. */
    public record Little(double sampled, double implied, boolean holds) {
    }

    /**
     * Throughput against concurrency.
     *
     * @param scenario it was played in
     * @param slots    requests that production works on at once (N)
     * @param levels   by users
     * @param law      the Universal Scalability Law fitted to them
     * @param knee     users at which throughput stops growing; empty when it always grew
     */
    public record Scaling(String scenario, int slots, List<Level> levels, Law law, Optional<Range> knee) {
    }

    /**
     * So many users, each asking again when answered.
     *
     * @param users        at the same time (C)
     * @param perSecond    good answers
     * @param latency      of all requests
     * @param backupShare  part that the backups served
     * @param oracle       part that they should: max(0, (C − N) / C), up to twice N; empty above
     * @param served       good answers by server
     */
    public record Level(int users, double perSecond, Percentiles latency, double backupShare, Optional<Double> oracle, Map<String, Long> served) {
    }

    /**
     * X(N) = λN / (1 + σ(N − 1) + κN(N − 1)).
     *
     * @param lambda    requests/s of one user alone
     * @param sigma     contention
     * @param kappa     coherence
     * @param worst     largest residual, as part of the measured throughput
     * @param supported whether it describes what was measured
     * @param why       in words
     */
    public record Law(double lambda, double sigma, double kappa, double worst, boolean supported, Text why) {
    }

    /**
     * A ramp until the system no longer follows.
     *
     * @param scenario   it was played in
     * @param points     by offered rate
     * @param saturation where it stopped following; empty when it always did
     * @param peak       most good answers/s
     * @param last       good answers/s at the ramp's end
     * @param recoveryMs from its end until light load was healthy again and stayed so; empty when it never was, or nobody looked
     */
    public record Breakpoint(String scenario, List<Point> points, Optional<Range> saturation, double peak, double last, Optional<Double> recoveryMs) {
    }

    /** A stretch of the ramp. */
    public record Point(double offered, double achieved, double p50, double p95, double failedPart, double backupShare) {
    }

    /** A figure with the range that contains it. */
    public record Range(double low, double best, double high) {
    }

    /**
     * What was decided.
     *
     * @param id       requirement
     * @param title    what it asks for
     * @param outcome  {@code met}, {@code notMet}, {@code couldNotCheck}
     * @param seen     with figures
     * @param remedy   where to look; empty when met
     * @param evidence scenario names, and paths relative to {@code reports/}
     */
    public record Judged(String id, Text title, String outcome, Text seen, Text remedy, List<String> evidence) {
    }
}
