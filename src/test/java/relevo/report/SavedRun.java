package relevo.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import relevo.archive.SavedDefence;
import relevo.archive.SavedLeftAsFound;
import relevo.archive.SavedObservations;
import relevo.judge.Ruling;
import relevo.judge.Rulings;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** A whole run as its reports have it: its checklist under any rubric, with the verdicts that it gave or with those that its observations lead to now. */
public final class SavedRun {

    private static final Verdict NOTHING_SAVED = Verdict.couldNotCheck(
            Text.of("No se guardó nada que evaluar.", "Nothing was saved to be judged."), Text.of("Repita la comprobación.", "Repeat the check."));

    private final Path reports;
    private final SavedChecklist saved;

    private SavedRun(Path reports, SavedChecklist saved) {
        this.reports = reports;
        this.saved = saved;
    }

    /** @throws IllegalArgumentException when there is no {@code checklist.json}, or it is something else; names the file */
    public static SavedRun in(Path reports) {
        return new SavedRun(reports, SavedChecklist.read(reports.resolve("checklist.json")));
    }

    /** With the verdicts and the points that the run gave. */
    public Checklist asGiven(Catalogue catalogue) {
        return asGiven(catalogue, rubric(catalogue));
    }

    /** With the verdicts that the run gave and under this rubric, if it is the one of that name that graded it; otherwise with the points that it gave. */
    public Checklist asGivenBy(Catalogue catalogue, Rubric rubric) {
        var same = rubric.name().equals(saved.rubric()) && saved.points().entrySet().stream().allMatch(row ->
                rubric.graded().find(row.getKey()).filter(one -> one.points().compareTo(row.getValue()) == 0).isPresent());
        return asGiven(catalogue, same ? rubric : rubric(catalogue));
    }

    /** With the verdicts that the run gave, under another rubric. */
    public Checklist asGiven(Catalogue catalogue, Rubric rubric) {
        return checklist(catalogue, rubric, saved::verdict);
    }

    /**
     * Judged again.
     *
     * @throws IllegalArgumentException when what is saved cannot be read or judged; names the file or the requirement
     */
    public Checklist judgedAgain(Catalogue catalogue, Rubric rubric) {
        return judged(catalogue, rubric, verdicts());
    }

    Checklist judged(Catalogue catalogue, Rubric rubric, Map<String, SavedVerdict> verdicts) {
        return checklist(catalogue, rubric, id -> Optional.ofNullable(verdicts.get(id)).map(SavedVerdict::verdict).orElse(NOTHING_SAVED));
    }

    /** The rubric that the run was graded by. */
    public Rubric rubric(Catalogue catalogue) {
        return Rubric.of(catalogue, saved.points());
    }

    SavedChecklist saved() {
        return saved;
    }

    /** What the observations lead to now, by id; without those of which nothing is saved. */
    Map<String, SavedVerdict> verdicts() {
        var observations = new SavedObservations(reports);
        var verdicts = new TreeMap<String, SavedVerdict>();
        saved.rows().keySet().forEach(id -> SavedVerdict.of(observations, id).ifPresent(verdict -> verdicts.put(id, verdict)));
        return verdicts;
    }

    private Checklist checklist(Catalogue catalogue, Rubric rubric, Function<String, Verdict> verdict) {
        var known = saved.rows().keySet().stream().filter(id -> catalogue.find(id).isPresent()).toList();
        var results = known.stream().map(id -> saved.result(id, verdict.apply(id))).toList();
        return Checklist.of(catalogue, rubric, results, specified(), saved.run()).leaving(new SavedLeftAsFound(reports).read())
                .defended(new SavedDefence(reports).read());
    }

    /**
     * Of a run that left no checklist: nothing could be checked, for one reason.
     *
     * @param startedAt ISO 8601
     */
    public static Checklist nothing(Catalogue catalogue, Rubric rubric, Text why, Text remedy, String startedAt, double seconds) {
        List<Result> results = specified().stream().sorted().map(id -> new Result(id, Verdict.couldNotCheck(why, remedy), 0, List.of(), "")).toList();
        return Checklist.of(catalogue, rubric, results, specified(), new RunInfo("none", startedAt, seconds, Map.of(), false, true));
    }

    private static Set<String> specified() {
        return Rulings.ALL.stream().map(Ruling::id).collect(Collectors.toSet());
    }
}
