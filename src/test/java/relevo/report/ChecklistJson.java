package relevo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import relevo.words.Text;

/**
 * The checklist for programs: graders, the course table, the {@link Gate}.
 *
 * <pre>{@code
 * {"substrate", "startedAt", "seconds", "versions": {}, "nodesStandIn", "complete", "cause": {"es", "en"} | null,
 *  "score": {"earned", "automatic", "unchecked", "total"},
 *  "requirements": [{"id", "level": "core|extended|oral", "group", "title": {"es", "en"}, "points", "earned": number | null, "ran",
 *                    "verdict": "met|notMet|couldNotCheck|notApplicable", "reason": {"es", "en"}, "expected": {…}, "remedy": {…},
 *                    "note": {…}, "evidence": [], "seconds", "repeat"}],
 *  "questions": [{"id", "ask": {"es", "en"}, "seen": {"es", "en"}}]}
 * }</pre>
 *
 * <p>Points are decimal numbers, times are s, evidence paths are relative to the file's folder, and a text that says nothing is empty in both languages.
 * {@code earned} is null where the teacher decides.
 */
public final class ChecklistJson {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private ChecklistJson() {
    }

    /** The document, indented. */
    public static String render(Checklist checklist) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(checklist)) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as a tree. */
    public static ObjectNode tree(Checklist checklist) {
        var run = checklist.run();
        var root = JSON.createObjectNode();
        root.put("substrate", run.substrate()).put("startedAt", run.startedAt()).put("seconds", run.seconds());
        var versions = root.putObject("versions");
        run.versions().forEach(versions::put);
        root.put("nodesStandIn", run.nodesStandIn()).put("complete", run.complete());
        root.set("cause", checklist.cause().map(cause -> text(cause.seen())).orElse(null));
        var score = checklist.score();
        root.putObject("score").put("earned", Points.tidy(score.earned())).put("automatic", Points.tidy(score.automatic()))
                .put("unchecked", Points.tidy(score.unchecked())).put("total", Points.tidy(score.total()));
        var requirements = root.putArray("requirements");
        checklist.rows().forEach(row -> requirements.add(requirement(row)));
        var questions = root.putArray("questions");
        checklist.questions().forEach(question -> questions.addObject().put("id", question.id())
                .<ObjectNode>set("ask", text(question.ask())).set("seen", text(question.seen())));
        return root;
    }

    private static ObjectNode requirement(Row row) {
        var node = JSON.createObjectNode();
        node.put("id", row.id()).put("level", row.requirement().level().key()).put("group", row.requirement().group());
        node.set("title", text(row.requirement().title()));
        node.put("points", Points.tidy(row.points())).put("earned", row.earned().map(Points::tidy).orElse(null)).put("ran", row.ran());
        node.put("verdict", row.verdict().outcome().key());
        node.set("reason", text(row.verdict().seen()));
        node.set("expected", text(row.verdict().expected()));
        node.set("remedy", text(row.verdict().remedy()));
        node.set("note", text(row.note()));
        var evidence = node.putArray("evidence");
        row.evidence().forEach(evidence::add);
        return node.put("seconds", row.seconds()).put("repeat", row.repeat());
    }

    private static ObjectNode text(Text text) {
        return JSON.createObjectNode().put("es", text.es()).put("en", text.en());
    }
}
