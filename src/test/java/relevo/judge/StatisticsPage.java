package relevo.judge;

import java.util.Map;
import java.util.Set;
import relevo.haproxy.Statistics;
import relevo.observation.Observation;
import relevo.observation.Page;

/** Judges G3. */
public final class StatisticsPage {

    private StatisticsPage() {
    }

    public static Verdict listsEveryServer(Page page, Statistics statistics, Map<String, String> instanceOf, Set<String> webInstances, String rendered) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict tellsTheTruth(Observation seen) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict guarded(Page anonymous, Page authorised, Page adminAttempt) {
        throw new UnsupportedOperationException("not written yet");
    }
}
