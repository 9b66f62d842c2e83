package relevo.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Several results on one requirement, taken together: the worst outcome decides, and only its results are quoted. */
final class WorstOf {

    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.NOT_MET, Outcome.COULD_NOT_CHECK, Outcome.FOR_THE_TEACHER, Outcome.MET, Outcome.NOT_APPLICABLE);

    private WorstOf() {
    }

    /** @param results of one requirement, at least one */
    static Result together(List<Result> results) {
        var outcome = WORST_FIRST.stream()
                .filter(candidate -> results.stream().anyMatch(result -> result.verdict().outcome() == candidate))
                .findFirst().orElseThrow();
        var decisive = results.stream().filter(result -> result.verdict().outcome() == outcome).toList();
        var verdict = new Verdict(outcome, quote(decisive, Verdict::seen), quote(decisive, Verdict::expected), quote(decisive, Verdict::remedy),
                waitsFor(decisive));
        var seconds = results.stream().mapToDouble(Result::seconds).sum();
        var evidence = results.stream().flatMap(result -> result.evidence().stream()).distinct().toList();
        return new Result(results.get(0).id(), verdict, seconds, evidence, decisive.get(0).repeat());
    }

    /** Only where all of them wait for the same: otherwise there is a reason of its own, too. */
    private static String waitsFor(List<Result> decisive) {
        var named = decisive.stream().map(result -> result.verdict().waitsFor()).distinct().toList();
        return named.size() == 1 ? named.get(0) : "";
    }

    private static Text quote(List<Result> results, Function<Verdict, Text> part) {
        var texts = results.stream().map(Result::verdict).map(part).distinct().toList();
        return new Text(texts.stream().map(Text::es).filter(text -> !text.isEmpty()).collect(joining("\n")),
                texts.stream().map(Text::en).filter(text -> !text.isEmpty()).collect(joining("\n")));
    }

    /** @throws IllegalArgumentException when a result is about nothing that a machine can decide */
    static void requireKnown(Catalogue catalogue, List<Result> results) {
        Set<String> unknown = new TreeSet<>();
        results.stream().map(Result::id)
                .filter(id -> catalogue.find(id).filter(requirement -> requirement.level().automatic()).isEmpty())
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("results on " + String.join(", ", unknown)
                    + ", which the catalogue does not have or leaves to the teacher: correct the id in the spec, or add it to catalogue.yaml");
        }
    }
}
