package relevo.report.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.judge.Backups;
import relevo.judge.LastResort;
import relevo.judge.LoadResponse;
import relevo.observation.LoadRun;
import relevo.observation.Page;
import relevo.report.Catalogue;
import relevo.verdict.Verdict;

/** What saved load observations decide, by the judges that the specification asks. A requirement whose scenarios were not played is left out. */
final class Judgements {

    /** The scenario that is played while every server is down. */
    static final String APOLOGY = "apology";

    private Judgements() {
    }

    /**
     * In the catalogue's order.
     *
     * @param apology the page that visitors saw while every server was down
     */
    static List<LoadSummary.Judged> of(List<LoadRun> saved, Optional<Page> apology) {
        Map<String, LoadRun> runs = saved.stream().collect(Collectors.toMap(LoadRun::scenario, run -> run));
        var judged = new ArrayList<LoadSummary.Judged>();
        if (runs.containsKey("smoke")) {
            judged.add(judged("B1", Backups.idleUnderLightLoad(runs.get("smoke")), "smoke"));
        }
        if (runs.containsKey("stress")) {
            var stress = runs.get("stress");
            judged.add(judged("B2", Backups.joinUnderOverload(stress), "stress"));
            judged.add(judged("B7", Backups.relieveProduction(stress), "stress"));
            judged.add(judged("B3", Backups.fallIdleAgain(stress, stress.after()), "stress"));
        }
        if (runs.containsKey(APOLOGY) && apology.isPresent()) {
            judged.add(judged("S3", LastResort.holdsUnderLoad(runs.get(APOLOGY), apology.get()), APOLOGY));
        }
        if (runs.containsKey("average")) {
            var inL1 = saved.stream().filter(run -> !run.scenario().equals(APOLOGY)).toList();
            judged.add(judged("L1", LoadResponse.characterised(inL1), inL1.stream().map(LoadRun::scenario).toArray(String[]::new)));
            judged.add(judged("L2", LoadResponse.healthy(runs.get("average")), "average"));
        }
        if (runs.containsKey("breakpoint") && runs.containsKey("recovery")) {
            judged.add(judged("L3", LoadResponse.degradesGracefully(runs.get("breakpoint"), runs.get("recovery")), "breakpoint", "recovery"));
        }
        return List.copyOf(judged);
    }

    private static LoadSummary.Judged judged(String id, Verdict verdict, String... scenarios) {
        var title = Catalogue.load().find(id).orElseThrow().title();
        var evidence = Stream.concat(Stream.of(scenarios), Stream.of(scenarios).map(name -> "load/" + name + "/observation.json")).toList();
        return new LoadSummary.Judged(id, title, verdict.outcome().key(), verdict.seen().flat(), verdict.remedy(), evidence);
    }
}
