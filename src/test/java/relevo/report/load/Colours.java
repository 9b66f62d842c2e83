package relevo.report.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relevo.report.load.LoadSummary.Share;

/** Production is blue and plain, backups are orange and hatched: told apart on paper and without colours too. */
final class Colours {

    private static final int SHADES = 3;

    private Colours() {
    }

    /** The class of each server. */
    static Map<String, String> of(List<Share> shares) {
        Map<String, String> classes = new LinkedHashMap<>();
        int production = 0;
        int backups = 0;
        for (Share share : shares) {
            classes.put(share.server(), share.role().equals("backup") ? "backup-" + backups++ % SHADES : "production-" + production++ % SHADES);
        }
        return classes;
    }
}
