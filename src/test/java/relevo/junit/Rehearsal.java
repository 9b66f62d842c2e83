package relevo.junit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import relevo.cluster.Cluster;
import relevo.observation.BroughtUp;
import relevo.run.CurrentRun;
import relevo.verdict.Verdict;

/** The specification, or a part of it, played by another test on a cluster which that test brought up: no checklist, and no build that fails. */
public final class Rehearsal {

    private Rehearsal() {
    }

    /**
     * Plays the tests of these requirements.
     *
     * @param cluster   as it is to be judged; each test leaves it as it found it
     * @param broughtUp how its machines came up
     * @param ids       of the catalogue
     * @param reports   where evidence and load observations go
     * @param delivery  folder that was handed in
     * @return a verdict on each, by id
     */
    public static Map<String, Verdict> of(Cluster cluster, BroughtUp broughtUp, Set<String> ids, Path reports, Path delivery) {
        var verdicts = new TreeMap<String, Verdict>();
        try (var playing = new Playing(cluster, broughtUp, CurrentRun.begin(reports, delivery))) {
            SpecificationTests.inOrder(ids).forEach(id -> verdicts.put(id, playing.play(id).verdict()));
        }
        return verdicts;
    }
}
