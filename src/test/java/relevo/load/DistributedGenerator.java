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
import relevo.observation.Stage;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

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

    Generated closed(URI target, List<Stage> stages, long originNanos) {
        return together(closedOnEach(target, stages, originNanos));
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
            return new Share(server, generator.plan(List.of(arrivals)), new RemoteRecorder(originNanos), due);
        }).toList();
        return run(shares, stages, Generator.LEAD_IN_SECONDS);
    }

    /** As {@link Generator#closed}, by server; one that would have no user is left out. */
    Map<String, Generated> closedOnEach(URI target, List<Stage> stages, long originNanos) {
        List<Stage> whole = Generator.wholeSeconds(stages);
        List<Share> shares = new ArrayList<>();
        for (int server = 0; server < servers.size(); server++) {
            List<Stage> own = part(whole, server);
            if (own.stream().anyMatch(stage -> stage.from() > 0)) {
                shares.add(new Share(servers.get(server), generator.plan(generator.users(target, own)), new RemoteRecorder(originNanos), new double[0]));
            }
        }
        return run(shares, whole, 0);
    }

    private List<Stage> part(List<Stage> stages, int server) {
        return stages.stream().map(stage -> {
            int users = (int) Math.round(stage.from());
            return Stage.flat(users / servers.size() + (server < users % servers.size() ? 1 : 0), stage.seconds());
        }).toList();
    }

    private Map<String, Generated> run(List<Share> shares, List<Stage> stages, double leadInS) {
        double seconds = stages.stream().mapToDouble(Stage::seconds).sum();
        StartLine line = new StartLine(shares.size());
        List<RemoteEngine> engines = shares.stream()
                .map(share -> new RemoteEngine(share.server(), share.recorder(), share.due().length, line)).toList();
        PlanRun.of(() -> CompletableFuture.allOf(IntStream.range(0, shares.size())
                        .mapToObj(server -> engines.get(server).start(shares.get(server).plan()))
                        .toArray(CompletableFuture<?>[]::new)).get(),
                line::awaitBeginning, () -> engines.forEach(RemoteEngine::stop),
                Duration.ofMillis((long) (seconds * 1_000)).plus(generator.patience().overtime()));
        Map<String, Generated> seen = new LinkedHashMap<>();
        shares.forEach(share -> seen.put(share.server(), generated(share, stages, leadInS)));
        return seen;
    }

    private static Generated generated(Share share, List<Stage> stages, double leadInS) {
        List<Answer> answers = share.recorder().answers();
        double[] due = share.due();
        // Nobody here knows when a server began; the arrival that was the least late tells, or the first of the users that come at once.
        double startMs = due.length == 0 ? answers.stream().mapToDouble(Answer::atMs).findFirst().orElse(0)
                : IntStream.range(0, Math.min(due.length, answers.size())).mapToDouble(k -> answers.get(k).atMs() - due[k] * 1_000).min().orElse(0);
        return new Generated(answers, due.length, stages.stream().mapToDouble(Stage::seconds).sum(), Generator.lag99Ms(due, startMs, answers),
                Generator.began(stages, leadInS, startMs));
    }

    private static Generated together(Map<String, Generated> shares) {
        List<Answer> answers = new ArrayList<>();
        shares.values().forEach(share -> answers.addAll(share.answers()));
        answers.sort(Comparator.comparingDouble(Answer::atMs));
        return new Generated(List.copyOf(answers), shares.values().stream().mapToLong(Generated::planned).sum(),
                shares.values().stream().mapToDouble(Generated::seconds).max().orElse(0),
                shares.values().stream().mapToDouble(Generated::worstLagMs).max().orElse(0),
                shares.values().stream().map(Generated::beganMs).min(Comparator.comparingDouble(began -> began.get(0))).orElse(List.of()));
    }
}
