package relevo.course.table;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import relevo.course.Team;
import relevo.words.Shown;

/**
 * Lines that several teams have, in a file of the same name: a fact that judges nobody.
 *
 * @param file  name of the file, as the teams bring it
 * @param teams who has them, in the order of the list
 * @param whole whether all of the file is the same, comments and blanks apart; otherwise a run of lines of it
 * @param lines without comments and blanks
 */
public record Alike(String file, List<String> teams, boolean whole, List<String> lines) {

    /** A file with fewer lines says too little. */
    static final int LEAST_WHOLE = 5;
    /** Tutorials and manuals share shorter runs. */
    static final int LEAST_RUN = 8;
    /** Of each file; nobody writes more by hand, and comparing takes the square of it. */
    private static final int COMPARED = 1_000;

    /** Of a run; whoever must see more opens the files. */
    private static final int SHOWN = 200;
    private static final int LONGEST_LINE = 400;

    /** Teams whose file has this very text. */
    private record Version(List<String> teams, List<String> lines) {
    }

    /** The first of its lines. */
    public List<String> shown() {
        return lines.stream().limit(SHOWN).map(line -> Shown.of(line, LONGEST_LINE)).toList();
    }

    /** How many lines it has besides. */
    public int further() {
        return Math.max(0, lines.size() - SHOWN);
    }

    /** What teams share, whole files before parts, longest first. */
    static List<Alike> of(List<Team> teams) {
        var names = new TreeSet<String>();
        teams.forEach(team -> names.addAll(team.brings().keySet()));
        var found = new ArrayList<Alike>();
        for (var file : names) {
            var versions = versions(file, teams);
            versions.stream().filter(version -> version.teams().size() > 1 && significant(version.lines()) >= LEAST_WHOLE)
                    .forEach(version -> found.add(new Alike(file, version.teams(), true, version.lines())));
            runs(versions).forEach((lines, who) -> found.add(new Alike(file, inOrder(who, teams), false, lines)));
        }
        found.sort(comparing(Alike::whole).reversed().thenComparing(alike -> -alike.lines().size()).thenComparing(Alike::file));
        return found;
    }

    private static List<Version> versions(String file, List<Team> teams) {
        var who = new LinkedHashMap<List<String>, List<String>>();
        teams.stream().filter(team -> team.brings().containsKey(file)).forEach(team ->
                who.computeIfAbsent(Significant.lines(team.brings().get(file)), unseen -> new ArrayList<>()).add(team.name()));
        return who.entrySet().stream().map(entry -> new Version(entry.getValue(), entry.getKey())).toList();
    }

    private static long significant(List<String> lines) {
        return lines.stream().filter(Significant::says).count();
    }

    private static List<String> inOrder(LinkedHashSet<String> who, List<Team> teams) {
        return teams.stream().map(Team::name).filter(who::contains).toList();
    }

    /** Runs of lines to the teams that have them, among different versions of a file. */
    private static Map<List<String>, LinkedHashSet<String>> runs(List<Version> versions) {
        var rare = rare(versions);
        var numbers = new HashMap<String, Integer>();
        var coded = rare.stream().map(lines -> lines.stream().mapToInt(line -> numbers.computeIfAbsent(line, unseen -> numbers.size())).toArray()).toList();
        var runs = new LinkedHashMap<List<String>, LinkedHashSet<String>>();
        for (int i = 0; i < versions.size(); i++) {
            for (int j = i + 1; j < versions.size(); j++) {
                var run = longest(coded.get(i), coded.get(j));
                if (run[1] >= LEAST_RUN) {
                    var who = runs.computeIfAbsent(rare.get(i).subList(run[0], run[0] + run[1]), unseen -> new LinkedHashSet<>());
                    who.addAll(versions.get(i).teams());
                    who.addAll(versions.get(j).teams());
                }
            }
        }
        return runs;
    }

    /** Each version without what says nothing and what more than half of the teams have, as everybody took it from the same place; two may share anything. */
    private static List<List<String>> rare(List<Version> versions) {
        var teams = new HashMap<String, Integer>();
        versions.forEach(version -> new HashSet<>(version.lines()).forEach(line -> teams.merge(line, version.teams().size(), Integer::sum)));
        var most = Math.max(2, versions.stream().mapToInt(version -> version.teams().size()).sum() / 2);
        return versions.stream().map(version -> version.lines().stream().filter(line -> Significant.says(line) && teams.get(line) <= most)
                .limit(COMPARED).toList()).toList();
    }

    /** The longest run of equal numbers in both: where it starts in the first, and its length. */
    private static int[] longest(int[] one, int[] other) {
        var best = new int[] {0, 0};
        var before = new int[other.length + 1];
        for (int i = 0; i < one.length; i++) {
            var here = new int[other.length + 1];
            for (int j = 0; j < other.length; j++) {
                if (one[i] == other[j]) {
                    here[j + 1] = before[j] + 1;
                    if (here[j + 1] > best[1]) {
                        best = new int[] {i + 1 - here[j + 1], here[j + 1]};
                    }
                }
            }
            before = here;
        }
        return best;
    }
}
