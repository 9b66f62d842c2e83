package relevo.course.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import relevo.course.Team;

/**
 * Files of several teams that say the same: a fact, and judged by nobody but the teacher.
 *
 * @param file  what it is, {@code haproxy.cfg}
 * @param teams names of the teams, in the course's order
 * @param whole whether all of it is the same, but for comments and spaces; otherwise the lines that these two share and most teams do not have
 * @param lines that are the same, in order
 */
public record Alike(String file, List<String> teams, boolean whole, List<String> lines) {

    /** Fewer lines say nothing. */
    private static final int FEWEST = 5;
    /** Lines that most do not have, shared by two. */
    private static final int FEWEST_RARE = 8;
    private static final int MOST_LINES = 2_000;

    /** All of them: whole files first, then those that share most. */
    static List<Alike> among(List<Team> teams) {
        var found = new ArrayList<Alike>();
        var files = new TreeSet<String>();
        teams.forEach(team -> files.addAll(team.brings().keySet()));
        for (var file : files) {
            var lines = new LinkedHashMap<String, List<String>>();
            teams.stream().filter(team -> team.brings().containsKey(file)).forEach(team -> lines.put(team.name(), significant(team.brings().get(file))));
            var whole = whole(file, lines);
            found.addAll(whole);
            found.addAll(partly(file, lines, whole));
        }
        return found;
    }

    private static List<Alike> whole(String file, Map<String, List<String>> lines) {
        var same = new LinkedHashMap<List<String>, List<String>>();
        lines.forEach((team, text) -> same.computeIfAbsent(text, unseen -> new ArrayList<>()).add(team));
        return same.entrySet().stream().filter(group -> group.getValue().size() > 1 && group.getKey().size() >= FEWEST)
                .map(group -> new Alike(file, group.getValue(), true, group.getKey())).toList();
    }

    private static List<Alike> partly(String file, Map<String, List<String>> lines, List<Alike> whole) {
        var rare = rare(lines);
        var names = List.copyOf(lines.keySet());
        var pairs = new ArrayList<Alike>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                var two = List.of(names.get(i), names.get(j));
                var shared = new ArrayList<>(rare.get(two.get(0)));
                shared.retainAll(rare.get(two.get(1)));
                var smaller = Math.min(rare.get(two.get(0)).size(), rare.get(two.get(1)).size());
                if (shared.size() >= FEWEST_RARE && 2 * shared.size() >= smaller && whole.stream().noneMatch(group -> group.teams().containsAll(two))) {
                    pairs.add(new Alike(file, two, false, shared));
                }
            }
        }
        pairs.sort((one, other) -> other.lines().size() - one.lines().size());
        return pairs;
    }

    /** Of each team the lines that no more than half of the teams have; of two teams every line. */
    private static Map<String, Set<String>> rare(Map<String, List<String>> lines) {
        var teams = new HashMap<String, Integer>();
        lines.values().forEach(text -> Set.copyOf(text).forEach(line -> teams.merge(line, 1, Integer::sum)));
        var rare = new HashMap<String, Set<String>>();
        lines.forEach((team, text) -> {
            var own = new LinkedHashSet<>(text);
            own.removeIf(line -> lines.size() > 2 && 2 * teams.get(line) > lines.size());
            rare.put(team, own);
        });
        return rare;
    }

    /** Without comments, blank lines and the spaces between words. */
    private static List<String> significant(String text) {
        return text.lines().limit(MOST_LINES).map(line -> line.replaceFirst("(^|\\s)#.*", "").strip().replaceAll("\\s+", " ")).filter(line -> !line.isEmpty())
                .toList();
    }
}
