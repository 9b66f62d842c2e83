package relevo.report.mutant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import relevo.report.Catalogue;
import relevo.report.CatalogueRow;
import relevo.report.State;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** What the templates of the matrix show. */
public record MatrixView(Matrix matrix, Catalogue catalogue) {

    /** The columns: every requirement that a cluster can meet, in the catalogue's order. */
    public List<CatalogueRow> requirements() {
        return catalogue.requirements().stream().filter(requirement -> requirement.level().automatic()).toList();
    }

    /** The kinds that were tried. */
    public List<Kind> kinds() {
        return Stream.of(Kind.values()).filter(kind -> !matrix.of(kind).isEmpty()).toList();
    }

    /** The clusters of which a student may read what is not met. */
    public List<Trial> rejected() {
        return matrix.trials().stream().filter(trial -> trial.kind() != Kind.RIGHT).toList();
    }

    /** In a sentence. */
    public Text headline() {
        return Text.of("%s de %s clústeres juzgados exactamente: %s incorrectos, %s correctos, %s entregas habituales.",
                "%s of %s clusters judged exactly: %s wrong ones, %s right ones, %s common deliveries.",
                matrix.exact(), matrix.trials().size(), matrix.of(Kind.WRONG).size(), matrix.of(Kind.RIGHT).size(), matrix.of(Kind.COMMON).size());
    }

    /** What was asked for, and how long it took. */
    public Text story() {
        var asked = matrix.which().isBlank() ? Text.of("Todos.", "All of them.")
                : matrix.which().matches("\\d+") ? Text.of("Una muestra de %s, semilla %s.", "A sample of %s, seed %s.", matrix.which(), matrix.seed())
                : Text.same(matrix.which() + ".");
        return asked.then(Text.same(String.format(Locale.ROOT, "%.0f min.", matrix.seconds() / 60)));
    }

    /** The cell of a cluster and a requirement. */
    public Cell cell(Trial trial, String requirement) {
        var verdict = trial.verdicts().get(requirement);
        if (verdict == null) {
            return new Cell("", "quiet", Text.of("no se probó", "not tried"));
        }
        var state = State.valueOf(verdict.outcome().name());
        var wrong = trial.misjudged().contains(requirement);
        return new Cell(state.symbol() + (wrong ? "!" : ""), wrong ? "finding" : state.css(),
                wrong ? state.label().then(Text.of("(no debía)", "(it should not)")) : state.label());
    }

    /** What a student reads of a cluster: the verdicts that are not met, by requirement. */
    public Map<String, Verdict> messages(Trial trial) {
        var messages = new TreeMap<String, Verdict>();
        trial.with(Outcome.NOT_MET).forEach(id -> messages.put(id, trial.verdicts().get(id)));
        return messages;
    }

    /** The title of a requirement. */
    public Text title(String requirement) {
        return catalogue.find(requirement).map(CatalogueRow::title).orElse(Text.same(requirement));
    }

    /**
     * A cell.
     *
     * @param symbol what stands in it
     * @param css    its class
     * @param label  its meaning, in words
     */
    public record Cell(String symbol, String css, Text label) {
    }
}
