package relevo.live.defence;

import java.util.HashSet;
import java.util.Set;
import relevo.live.page.DefenceSheet;
import relevo.words.Text;

/**
 * A question that could be asked.
 *
 * @param id    of the requirement that it is about; empty for none
 * @param facts what it asks for, by name: no two questions of a defence share one
 * @param core  whether points hang on its requirement
 */
record Candidate(Topic topic, String id, Set<String> facts, boolean core, Text ask, Text seen) {

    Candidate {
        var all = new HashSet<>(facts);
        if (!id.isEmpty()) {
            all.add("requirement " + id);
        }
        facts = Set.copyOf(all);
    }

    DefenceSheet.Asked asked() {
        return new DefenceSheet.Asked(id, ask, seen);
    }
}
