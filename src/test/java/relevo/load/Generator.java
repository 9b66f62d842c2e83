package relevo.load;

import static us.abstracta.jmeter.javadsl.JmeterDsl.httpCache;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpCookies;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jtlWriter;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import relevo.observation.Answer;
import relevo.observation.Stage;
import us.abstracta.jmeter.javadsl.core.DslTestPlan.TestPlanChild;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.samplers.DslSampler;
import us.abstracta.jmeter.javadsl.core.threadgroups.DslDefaultThreadGroup;

/**
 * Puts load on a target with JMeter, one plan at a time in a JVM. Requests are GETs, never repeated, without cookies or a
 * cache, and redirects are not followed: every request that is sent is one answer.
 *
 * <p>Times are whole ms, which is how JMeter's clock ticks.
 *
 * @param patience     how long it waits
 * @param keepAlive    whether users of the closed model keep their connection for their next request; arrivals of the open
 *                     model are new users, who open one each and ask to keep it or not
 * @param evenArrivals equal gaps between the open model's arrivals; otherwise a Poisson process
 * @param jtl          where to write JMeter's results, replacing what is there; the plan goes next to it, ending in {@code .jmx},
 *                     with a pause after the last arrival that is cut short here but not elsewhere
 * @param servers      who makes the load instead of this JVM, in equal shares; arrivals are then a Poisson process on each
 * @param heldMs       how long each request itself keeps its server busy ({@link HoldingConnection}), ms; 0 for one without a body
 */
public record Generator(Patience patience, boolean keepAlive, boolean evenArrivals, Optional<Path> jtl, Servers servers, long heldMs) {

    /** Before the first arrival, so that starting the plan delays none. */
    static final double LEAD_IN_SECONDS = 0.1;
    static final double NANOS_PER_SECOND = 1e9;

    /** Usual patience, connections kept, even arrivals, nothing written. */
    public Generator() {
        this(Patience.usual(), true, true, Optional.empty(), Servers.NONE, 0);
    }

    public Generator waiting(Patience other) {
        return new Generator(other, keepAlive, evenArrivals, jtl, servers, heldMs);
    }

    public Generator keepingAlive(boolean other) {
        return new Generator(patience, other, evenArrivals, jtl, servers, heldMs);
    }

    public Generator arrivingEvenly(boolean other) {
        return new Generator(patience, keepAlive, other, jtl, servers, heldMs);
    }

    public Generator writing(Path results) {
        return new Generator(patience, keepAlive, evenArrivals, Optional.of(results), servers, heldMs);
    }

    public Generator sharedBy(Servers others) {
        return new Generator(patience, keepAlive, evenArrivals, jtl, others, heldMs);
    }

    /** @param ms how long each request keeps its server busy by itself, whatever the resource, ms; 0 for not at all */
    public Generator holding(double ms) {
        return new Generator(patience, keepAlive, evenArrivals, jtl, servers, Math.round(ms));
    }

    /**
     * Loads JMeter and makes it fast, once per JVM, without touching anything but a server of its own. Whoever has
     * something else to wait for does this meanwhile; otherwise the first plan does it first.
     */
    public static void warmUp() {
        Ceiling.warmUp();
    }

    /** Arrivals at one rate; otherwise as {@link #open(URI, List, long, long)}. */
    public Generated open(URI target, double perSecond, Duration length, long seed, long originNanos) {
        return open(target, List.of(Stage.flat(perSecond, length.toNanos() / NANOS_PER_SECOND)), seed, originNanos);
    }

    /**
     * Arrivals that follow a schedule and do not wait for answers.
     *
     * @param seed        of random arrivals: the same seed, the same arrivals; not 0
     * @param originNanos what the answers' times count from, on the {@link System#nanoTime} clock
     * @throws IllegalStateException when JMeter fails, or the calling thread is interrupted
     */
    public Generated open(URI target, List<Stage> stages, long seed, long originNanos) {
        if (servers.any()) {
            return new DistributedGenerator(this).open(target, stages, seed, originNanos);
        }
        warmUp();
        return unprepared(target, stages, seed, originNanos);
    }

    /** As {@link #open(URI, List, long, long)}, however cold JMeter is. */
    Generated unprepared(URI target, List<Stage> stages, long seed, long originNanos) {
        if (seed == 0) {
            throw new IllegalArgumentException("a seed of 0 means no seed to JMeter");
        }
        Schedule schedule = new Schedule(LEAD_IN_SECONDS, stages, evenArrivals);
        double[] due = schedule.due(seed);
        // JMeter cuts off whoever is still being served when a schedule ends, so it ends long after the last arrival:
        // once everyone has left, or when patience runs out.
        OpenArrivals arrivals = new OpenArrivals(schedule.expression(patience.overtime().multipliedBy(2)), seed, request(target));
        SampleRecorder recorder = new SampleRecorder(originNanos, due.length, arrivals::end);
        run(List.of(arrivals), recorder, LEAD_IN_SECONDS + schedule.seconds());
        List<Answer> answers = recorder.answers();
        return new Generated(answers, due.length, schedule.seconds(), lag99Ms(due, recorder.startMs(), answers),
                began(stages, LEAD_IN_SECONDS, recorder.startMs()));
    }

    /** One number of users; otherwise as {@link #closed(URI, List, long)}. */
    public Generated closed(URI target, int users, Duration length, long originNanos) {
        return closed(target, List.of(Stage.flat(users, length.toNanos() / NANOS_PER_SECOND)), originNanos);
    }

    /**
     * Users who ask again as soon as they are answered; so many in each stage, other ones than in the stage before.
     *
     * @param stages      of whole seconds, rounded up, and flat; requests under way at the end of each are waited for
     * @param originNanos what the answers' times count from, on the {@link System#nanoTime} clock
     * @throws IllegalStateException when JMeter fails, or the calling thread is interrupted
     */
    public Generated closed(URI target, List<Stage> stages, long originNanos) {
        if (servers.any()) {
            return new DistributedGenerator(this).closed(target, stages, originNanos);
        }
        warmUp();
        SampleRecorder recorder = new SampleRecorder(originNanos, 0, () -> { });
        List<Stage> whole = wholeSeconds(stages);
        double seconds = whole.stream().mapToDouble(Stage::seconds).sum();
        run(users(target, whole), recorder, seconds);
        return new Generated(recorder.answers(), 0, seconds, 0, began(whole, 0, recorder.startMs()));
    }

    /** JMeter's thread groups know no parts of a second. */
    static List<Stage> wholeSeconds(List<Stage> stages) {
        return stages.stream().map(stage -> Stage.flat(stage.from(), Math.ceil(stage.seconds()))).toList();
    }

    /** A thread group for each stage, which begins when the one before ends; none for a stage without users. */
    List<DslDefaultThreadGroup> users(URI target, List<Stage> stages) {
        List<DslDefaultThreadGroup> groups = new ArrayList<>();
        long since = 0;
        for (Stage stage : stages) {
            int users = (int) Math.round(stage.from());
            long seconds = Math.round(stage.seconds());
            if (users > 0) {
                DslDefaultThreadGroup group = threadGroup("users " + users).children(request(target));
                groups.add((since == 0 ? group : group.holdFor(Duration.ofSeconds(since))).rampTo(users, Duration.ZERO).holdFor(Duration.ofSeconds(seconds)));
            }
            since += seconds;
        }
        return groups;
    }

    /**
     * When each stage began, ms since the origin.
     *
     * @param leadInS before the first, s
     * @param startMs of the plan; not a number when nobody came: as if it had begun with the observation
     */
    static List<Double> began(List<Stage> stages, double leadInS, double startMs) {
        List<Double> began = new ArrayList<>();
        double at = (Double.isNaN(startMs) ? 0 : startMs) + leadInS * 1_000;
        for (Stage stage : stages) {
            began.add(at);
            at += stage.seconds() * 1_000;
        }
        return List.copyOf(began);
    }

    /**
     * What this generator's open model reaches against a server that answers at once, requests/s. Measured once per JVM, in
     * less than 2 s; loads above half of it say more about the generator than about the system. 0 where others make the load: only how
     * late they send tells of them.
     */
    public double ceilingPerSecond() {
        return servers.any() ? 0 : Ceiling.perSecond();
    }

    /** Measures the ceiling another time; the higher one counts. */
    void measureCeilingAgain() {
        if (!servers.any()) {
            Ceiling.again();
        }
    }

    DslSampler request(URI target) {
        return heldMs > 0 ? new HoldingRequest(target, heldMs, keepAlive, patience) : httpSampler("request", target.toString())
                .header("User-Agent", "relevo")
                .connectionTimeout(patience.connect())
                .responseTimeout(patience.response())
                .useKeepAlive(keepAlive)
                .followRedirects(false);
    }

    private void run(List<? extends TestPlanChild> users, SampleRecorder recorder, double seconds) {
        PlanRun.of(plan(users), new QuietEngine(recorder), recorder.begun(), Duration.ofMillis((long) (seconds * 1_000)).plus(patience.overtime()));
    }

    /** The plan that these users make, saved when results are written. */
    DslTestPlan plan(List<? extends TestPlanChild> users) {
        // A cache would hide requests, a cookie would pin a user to a server.
        List<TestPlanChild> parts = new ArrayList<>(List.of(httpCookies().disable(), httpCache().disable()));
        parts.addAll(users);
        jtl.ifPresent(file -> parts.add(jtlWriter(folder(file), file.getFileName().toString())));
        DslTestPlan plan = testPlan(parts.toArray(TestPlanChild[]::new));
        jtl.ifPresent(file -> export(plan, file));
        return plan;
    }

    private static String folder(Path jtl) {
        return jtl.toAbsolutePath().getParent().toString();
    }

    private static void export(DslTestPlan plan, Path jtl) {
        try {
            Files.createDirectories(Path.of(folder(jtl)));
            Files.deleteIfExists(jtl);
            Path jmx = jtl.resolveSibling(jtl.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".jmx");
            plan.saveAsJmx(jmx.toString());
            // The DSL keeps connections by a property of its own engine; any other would open one for every request.
            Files.writeString(jmx, Files.readString(jmx).replace("same_user_on_next_iteration\">false", "same_user_on_next_iteration\">true"));
        } catch (IOException e) {
            throw new UncheckedIOException("the plan could not be saved next to " + jtl, e);
        }
    }

    /** The k-th arrival sent is the k-th due, whichever user made it. */
    static double lag99Ms(double[] due, double startMs, List<Answer> answers) {
        double[] lag = new double[Math.min(due.length, answers.size())];
        for (int k = 0; k < lag.length; k++) {
            lag[k] = Math.max(0, answers.get(k).atMs() - startMs - due[k] * 1_000);
        }
        Arrays.sort(lag);
        return lag.length == 0 ? 0 : lag[(int) Math.ceil(lag.length * 0.99) - 1];
    }
}
