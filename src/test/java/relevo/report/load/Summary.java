package relevo.report.load;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import relevo.archive.SavedLoad;
import relevo.judge.LoadResponse;
import relevo.measure.AcceptedLimits;
import relevo.measure.BackupService;
import relevo.measure.BrokenStick;
import relevo.measure.ConcurrencyLevel;
import relevo.measure.LittlesLaw;
import relevo.measure.Ramp;
import relevo.measure.Recovery;
import relevo.measure.ScalabilityLaw;
import relevo.measure.Window;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.LoadRun;
import relevo.observation.Percentiles;
import relevo.observation.Role;
import relevo.words.Text;

/** Draws up the numbers of the report from what was saved, and from nothing else. */
final class Summary {

    private static final double[] RANKS = {1, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 97, 98, 99, 99.5, 99.9, 100};
    private static final int FEWEST_LEVELS = 3;

    private Summary() {
    }

    /** @param verdicts what the saved observations decide */
    static LoadSummary of(SavedLoad saved, List<LoadSummary.Judged> verdicts) {
        var runs = saved.runs();
        return new LoadSummary(saved.provenance(), runs.stream().map(run -> scenario(run, saved)).toList(),
                runs.stream().flatMap(run -> scaling(run).stream()).findFirst(), runs.stream().flatMap(run -> breakpoint(run, runs).stream()).findFirst(),
                verdicts);
    }

    private static LoadSummary.Scenario scenario(LoadRun run, SavedLoad saved) {
        var answers = run.seen().answers();
        var good = answers.stream().filter(Answer::ok).count();
        var little = LittlesLaw.of(run);
        return new LoadSummary.Scenario(run.scenario(), run.model(), run.resource(), run.holdMs(), run.capacityPerSecond(), run.fullBy(),
                run.seconds(), run.offeredPerSecond(),
                run.seconds() > 0 ? good / run.seconds() : 0, answers.size(), run.planned(), answers.size() - good, run.worstLagMs(), Percentiles.of(answers),
                run.limits().map(limits -> limits.errorPercent() / 100), run.limits().map(limits -> AcceptedLimits.p95Ms(run)), distribution(answers),
                causes(answers),
                shares(run, good), Window.of(run, 1).stream().map(Summary::second).toList(), marks(run), backups(run),
                new LoadSummary.Little(little.sampled(), little.implied(), little.holds()), LoadResponse.doubt(run), files(run.scenario(), saved),
                run.heldByRequest());
    }

    private static List<LoadSummary.Rank> distribution(List<Answer> answers) {
        var ms = answers.stream().mapToDouble(Answer::tookMs).sorted().toArray();
        var ranks = new ArrayList<LoadSummary.Rank>();
        for (var percentile : RANKS) {
            // A percentile that so few requests cannot tell from the longest is left out.
            if (ms.length > 0 && (percentile == 100 || ms.length * (100 - percentile) >= 100)) {
                ranks.add(new LoadSummary.Rank(percentile, Percentiles.nearestRank(ms, percentile)));
            }
        }
        return ranks;
    }

    private static Map<String, Long> causes(List<Answer> answers) {
        return new TreeMap<>(answers.stream().filter(answer -> !answer.ok())
                .collect(groupingBy(answer -> answer.error().isEmpty() ? "HTTP " + answer.status() : answer.error(), counting())));
    }

    private static List<LoadSummary.Share> shares(LoadRun run, long good) {
        var answered = run.seen().answers().stream().filter(Answer::ok).collect(groupingBy(Answer::server));
        return run.seen().roles().entrySet().stream().filter(entry -> entry.getValue() != Role.BALANCER)
                .sorted(Map.Entry.<String, Role>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(entry -> {
                    var own = answered.getOrDefault(entry.getKey(), List.of());
                    return new LoadSummary.Share(entry.getKey(), entry.getValue().name().toLowerCase(Locale.ROOT), own.size(), part(own.size(), good),
                            Percentiles.of(own));
                }).toList();
    }

    private static LoadSummary.Second second(Window window) {
        return new LoadSummary.Second((int) window.fromS(), window.offered(), window.goodput(), window.failed() / window.lengthS(), window.p50(), window.p95(),
                window.served(),
                window.busy(), window.queued());
    }

    private static List<LoadSummary.Mark> marks(LoadRun run) {
        var marks = new ArrayList<LoadSummary.Mark>();
        for (Event event : run.seen().events()) {
            marks.add(new LoadSummary.Mark((event.atMs() - run.scheduleBeganMs()) / 1000, Text.same((event.kind().word() + " " + event.target()).strip())));
        }
        if (!run.open()) {
            for (var i = 0; i < run.stages().size(); i++) {
                var users = Math.round(run.stages().get(i).from());
                marks.add(new LoadSummary.Mark((run.beganMs().get(i) - run.scheduleBeganMs()) / 1000, Text.of("%d usuarios", "%d users", users)));
            }
        }
        var byBackups = run.seen().answers().stream().filter(answer -> answer.ok() && run.seen().roles().get(answer.server()) == Role.BACKUP).toList();
        byBackups.stream().mapToDouble(Answer::atMs).min().ifPresent(at -> marks.add(mark(run, at, Text.of("entran los respaldos", "backups join"))));
        byBackups.stream().mapToDouble(answer -> answer.atMs() + answer.tookMs()).max()
                .ifPresent(at -> marks.add(mark(run, at, Text.of("los respaldos acaban", "backups end"))));
        marks.sort(Comparator.comparingDouble(LoadSummary.Mark::atS));
        return List.copyOf(marks);
    }

    private static LoadSummary.Mark mark(LoadRun run, double atMs, Text what) {
        return new LoadSummary.Mark((atMs - run.scheduleBeganMs()) / 1000, what);
    }

    private static Optional<LoadSummary.Backups> backups(LoadRun run) {
        var service = BackupService.of(run);
        return service.transitions() == 0 ? Optional.empty()
                : Optional.of(new LoadSummary.Backups(service.part(), boxed(service.activationMs()), service.releaseMs(), service.transitions()));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static Map<String, String> files(String scenario, SavedLoad saved) {
        var files = new LinkedHashMap<String, String>();
        for (var entry : Map.of("observation.json", "observation.json", scenario + ".jtl", "JTL", scenario + ".jmx", "JMX", "dashboard/index.html", "JMeter")
                .entrySet().stream()
                .sorted(Map.Entry.comparingByValue()).toList()) {
            var path = scenario + "/" + entry.getKey();
            if (Files.exists(saved.folder().resolve(path))) {
                files.put(entry.getValue(), path);
            }
        }
        return files;
    }

    private static Optional<LoadSummary.Scaling> scaling(LoadRun run) {
        var levels = ConcurrencyLevel.of(run);
        if (levels.size() < FEWEST_LEVELS) {
            return Optional.empty();
        }
        var points = levels.stream().map(level -> new BrokenStick.Point(level.users(), level.perSecond())).toList();
        var law = ScalabilityLaw.fit(points);
        var perUser = points.get(0).y() / points.get(0).x();
        var knee = BrokenStick.fit(points, perUser).map(fit -> new LoadSummary.Range(fit.low() / perUser, fit.best() / perUser, fit.high() / perUser));
        return Optional.of(new LoadSummary.Scaling(run.scenario(), run.slots(),
                levels.stream().map(level -> new LoadSummary.Level(level.users(), level.perSecond(), level.latency(), level.backups(), boxed(level.expected()),
                        level.served())).toList(),
                new LoadSummary.Law(law.lambda(), law.sigma(), law.kappa(), law.worst(), law.supported(), law.text()), knee));
    }

    private static Optional<LoadSummary.Breakpoint> breakpoint(LoadRun run, List<LoadRun> runs) {
        var recovery = runs.stream().filter(other -> other.scenario().equals("recovery")).findFirst();
        return Ramp.of(run).map(ramp -> new LoadSummary.Breakpoint(run.scenario(),
                ramp.windows().stream().map(window -> new LoadSummary.Point(window.offered(), window.goodput(), window.p50(), window.p95(),
                        part(window.failed(), window.good() + window.failed()), part(window.backups(), window.good()))).toList(),
                ramp.saturation().map(point -> new LoadSummary.Range(point.low(), point.best(), point.high())), ramp.peak(), ramp.last(),
                recovery.flatMap(after -> boxed(Recovery.ms(after)))));
    }

    static double part(double some, double all) {
        return all == 0 ? 0 : some / all;
    }
}
