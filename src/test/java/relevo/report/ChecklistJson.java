package relevo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import relevo.archive.OralDefence;
import relevo.observation.LeftAsFound;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * The checklist for programs: graders, the course table, the {@link Gate}.
 *
 * <pre>{@code
 * {"substrate", "startedAt", "seconds", "versions": {}, "nodesStandIn", "complete", "rubric", "cause": {"es", "en"} | null,
 *  "score": {"earned", "automatic", "lost", "waiting", "unchecked", "forTheTeacher", "byHand", "total"},
 *  "startHere": [{"id", "worth", "waiting": [id]}],
 *  "requirements": [{"id", "level": "core|extended|oral|manual|extra", "group", "title": {"es", "en"}, "points", "earned": number | null, "ran",
 *                    "verdict": "met|notMet|couldNotCheck|notApplicable|forTheTeacher", "waitsFor": id | "", "reason": {"es", "en"},
 *                    "test": {…}, "expected": {…}, "remedy": {…}, "note": {…}, "evidence": [], "seconds", "repeat"}],
 *  "questions": [{"id", "ask": {"es", "en"}, "seen": {"es", "en"}}],
 *  "leftAsFound": {"certain", "line": {"es", "en"}, "unread": [],
 *                  "changes": [{"machine", "instance", "before", "after", "command", "what": {"es", "en"}}]} | null,
 *  "defence": {"at", "points": number | null, "of", "notes",
 *              "rounds": [{"seed", "asked": [{"id", "ask": {…}, "seen": {…}}],
 *                          "faults": [{"found": "found|missed|givenUp", "told": {…}, "seconds"}]}]} | null}
 * }</pre>
 *
 * <p>Points are decimal numbers, times are s, evidence paths are relative to the file's folder, and a text that says nothing is empty in both languages.
 * {@code earned} is null where the teacher decides and has not; {@code byHand} has what was given. {@code defence} is null where there was none.
 * {@code startHere} has what to repair first, weightiest first: {@code worth} is its points and
 * those of all that wait for it. {@code leftAsFound} is null where that was not looked at.
 * {@code test} has the figures of the statistical test that a verdict rests on.
 */
public final class ChecklistJson {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private ChecklistJson() {
    }

    /** The document, indented. */
    public static String render(Checklist checklist) {
        try {
            return Printable.json(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(checklist)) + "\n");
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
        root.put("nodesStandIn", run.nodesStandIn()).put("complete", run.complete()).put("rubric", checklist.rubric());
        root.set("cause", checklist.cause().map(cause -> text(cause.seen())).orElse(null));
        var score = checklist.score();
        root.putObject("score").put("earned", Points.tidy(score.earned())).put("automatic", Points.tidy(score.automatic()))
                .put("lost", Points.tidy(score.lost())).put("waiting", Points.tidy(score.waiting())).put("unchecked", Points.tidy(score.unchecked()))
                .put("forTheTeacher", Points.tidy(score.forTheTeacher()))
                .put("byHand", Points.tidy(score.byHand())).put("total", Points.tidy(score.total()));
        var startHere = root.putArray("startHere");
        checklist.roots().forEach(first -> {
            var waiting = startHere.addObject().put("id", first.row().id()).put("worth", Points.tidy(first.worth())).putArray("waiting");
            first.waiting().forEach(row -> waiting.add(row.id()));
        });
        var requirements = root.putArray("requirements");
        checklist.rows().forEach(row -> requirements.add(requirement(row)));
        var questions = root.putArray("questions");
        checklist.questions().forEach(question -> questions.addObject().put("id", question.id())
                .<ObjectNode>set("ask", text(question.ask())).set("seen", text(question.seen())));
        root.set("leftAsFound", checklist.left().map(ChecklistJson::left).orElse(null));
        root.set("defence", checklist.defence().map(ChecklistJson::defence).orElse(null));
        return root;
    }

    private static ObjectNode defence(OralDefence defence) {
        var node = JSON.createObjectNode().put("at", defence.at()).put("points", defence.points().map(Points::tidy).orElse(null))
                .put("of", Points.tidy(defence.most())).put("notes", defence.notes());
        var rounds = node.putArray("rounds");
        defence.rounds().forEach(round -> {
            var one = rounds.addObject().put("seed", round.seed());
            var asked = one.putArray("asked");
            round.asked().forEach(question -> asked.addObject().put("id", question.id())
                    .<ObjectNode>set("ask", text(question.ask())).set("seen", text(question.seen())));
            var faults = one.putArray("faults");
            round.hunts().forEach(hunt -> faults.addObject().put("found", switch (hunt.found()) {
                case FOUND -> "found";
                case MISSED -> "missed";
                case GIVEN_UP -> "givenUp";
            }).put("seconds", hunt.seconds()).set("told", text(hunt.told())));
        });
        return node;
    }

    private static ObjectNode left(LeftAsFound left) {
        var node = JSON.createObjectNode().put("certain", left.certain());
        node.set("line", text(Leaving.line(left)));
        var changes = node.putArray("changes");
        left.changes().forEach(change -> changes.addObject().put("machine", change.machine()).put("instance", change.instance())
                .put("before", change.before()).put("after", change.after()).put("command", change.command()).set("what", text(Leaving.told(change))));
        var unread = node.putArray("unread");
        left.unread().forEach(unread::add);
        return node;
    }

    private static ObjectNode requirement(Row row) {
        var node = JSON.createObjectNode();
        node.put("id", row.id()).put("level", row.requirement().level().key()).put("group", row.requirement().group());
        node.set("title", text(row.requirement().title()));
        node.put("points", Points.tidy(row.points())).put("earned", row.earned().map(Points::tidy).orElse(null)).put("ran", row.ran());
        node.put("verdict", row.verdict().outcome().key()).put("waitsFor", row.waitsFor());
        node.set("reason", text(row.verdict().told()));
        node.set("test", text(row.verdict().test()));
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
