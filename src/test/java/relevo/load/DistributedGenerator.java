package relevo.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import relevo.observation.Answer;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;

/** A generator's plans, each divided among its servers, which begin together. Every server has a plan of its own, and this JVM the answers. */
final class DistributedGenerator {

    /** One server's part, which is empty of answers before it has run. */
    private record Share(String server, DslTestPlan plan, RemoteRecorder recorder, double[] due) {
    }

    private final Generator generator;
    private final List<String> servers;

    DistributedGenerator(Generator generator) {
        this.generator = generator;
        servers = generator.servers().names();
    }

    Generated open(URI target, List<Stage> stages, long seed, long originNanos) {
        return together(openOnEach(target, stages, seed, originNanos));
    }

    Generated closed(URI target, int users, Duration length, long originNanos) {
        return together(closedOnEach(target, users, length, originNanos));
    }

    /** As {@link Generator#open}, by server. */
    Map<String, Generated> openOnEach(URI target, List<Stage> stages, long seed, long originNanos) {
        double part = 1.0 / servers.size();
        // Servers do not begin at the same ms: equal gaps on each would add up to bursts, independent random arrivals add up to random arrivals.
        Schedule schedule = new Schedule(Generator.LEAD_IN_SECONDS,
                stages.stream().map(stage -> new Stage(stage.from() * part, stage.to() * part, stage.seconds())).toList(),
                generator.evenArrivals() && servers.size() == 1);
        Random seeds = new Random(seed);
        List<Share> shares = servers.stream().map(server -> {
            long own = seeds.nextLong() | 1;
            double[] due = schedule.due(own);
            OpenArrivals arrivals = new OpenArrivals(schedule.expression(generator.patience().overtime().multipliedBy(2)), own,
                    generator.request(target));
            return new Share(server, generator.plan(arrivals), new RemoteRecorder(originNanos), due);
        }).toList();
        return run(shares, schedule.seconds());
    }

    /** As {@link Generator#closed}, by server; one that would have no user is left out. */
    Map<String, Generated> closedOnEach(URI target, int users, Duration length, long originNanos) {
        long seconds = (long) Math.ceil(length.toNanos() / Generator.NANOS_PER_SECOND);
        List<Share> shares = IntStream.range(0, Math.min(users, servers.size())).mapToObj(server -> {
            int own = users / servers.size() + (server < users % servers.size() ? 1 : 0);
            return new Share(servers.get(server), generator.plan(threadGroup("users", own, Duration.ofSeconds(seconds), generator.request(target))),
                    new RemoteRecorder(originNanos), new double[0]);
        }).toList();
        return run(shares, seconds);
    }

    private Map<String, Generated> run(List<Share> shares, double seconds) {
        StartLine line = new StartLine(shares.size());
        List<RemoteEngine> engines = shares.stream()
                .map(share -> new RemoteEngine(share.server(), share.recorder(), share.due().length, line)).toList();
        PlanRun.of(() -> CompletableFuture.allOf(IntStream.range(0, shares.size())
                        .mapToObj(server -> engines.get(server).start(shares.get(server).plan()))
                        .toArray(CompletableFuture<?>[]::new)).get(),
                line::awaitBeginning, () -> engines.forEach(RemoteEngine::stop),
                Duration.ofMillis((long) (seconds * 1_000)).plus(generator.patience().overtime()));
        Map<String, Generated> seen = new LinkedHashMap<>();
        shares.forEach(share -> seen.put(share.server(), generated(share, seconds)));
        return seen;
    }

    private static Generated generated(Share share, double seconds) {
        List<Answer> answers = share.recorder().answers();
        double[] due = share.due();
        // Nobody here knows when a server began; the arrival that was the least late tells.
        double beganMs = IntStream.range(0, Math.min(due.length, answers.size()))
                .mapToDouble(k -> answers.get(k).atMs() - due[k] * 1_000).min().orElse(0);
        return new Generated(answers, due.length, seconds, Generator.lag99Ms(due, beganMs, answers));
    }

    private static Generated together(Map<String, Generated> shares) {
        List<Answer> answers = new ArrayList<>();
        shares.values().forEach(share -> answers.addAll(share.answers()));
        answers.sort(Comparator.comparingDouble(Answer::atMs));
        return new Generated(List.copyOf(answers), shares.values().stream().mapToLong(Generated::planned).sum(),
                shares.values().stream().mapToDouble(Generated::seconds).max().orElse(0),
                shares.values().stream().mapToDouble(Generated::worstLagMs).max().orElse(0));
    }
}
