package relevo.report.mutant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    /** In a sentence. */
    public Text headline() {
        return Text.of("%s de %s clústeres juzgados exactamente: %s incorrectos, %s correctos.",
                "%s of %s clusters judged exactly: %s wrong ones, %s right ones.",
                matrix.exact(), matrix.trials().size(), matrix.wrong().size(), matrix.right().size());
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

    /** What a student reads of a wrong cluster: the verdicts that are not met, by requirement. */
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
