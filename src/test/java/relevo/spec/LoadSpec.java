package relevo.spec;

import java.util.List;
import relevo.judge.LoadResponse;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.load.Load;

/** How the system responds to different demands. */
@Specification
class LoadSpec {

    @Requirement("L1")
    void respondsToDifferentDemands(Load load, Verdicts verdicts) {
        var runs = List.of(load.of("smoke"), load.of("average"), load.of("stress"), load.of("spike"));

        verdicts.accept(LoadResponse.characterised(runs), runs.toArray());
    }

    @Requirement("L2")
    void isHealthyAtAverageLoad(Load load, Verdicts verdicts) {
        var average = load.of("average");

        verdicts.accept(LoadResponse.healthy(average), average);
    }
}
