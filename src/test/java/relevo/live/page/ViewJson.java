package relevo.live.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** A view as the page reads it: the records' own names, texts as {@code {"es", "en"}}, and null for what is empty. */
final class ViewJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ViewJson() {
    }

    /** On one line. @param teacher whether to tell what only the teacher is to see */
    static String render(View view, boolean teacher) {
        var root = NODES.objectNode();
        root.put("atMs", view.atMs()).put("project", view.project()).put("busy", view.busy()).put("visitorPage", view.visitorPage());
        root.set("doing", text(view.doing()));
        root.set("trouble", view.trouble().map(ViewJson::trouble).orElse(null));
        root.set("picture", picture(view.picture()));
        root.set("strip", strip(view.strip()));
        root.set("requirements", list(view.requirements(), ViewJson::requirement));
        var faults = root.putArray("faults");
        view.faults().forEach(fault -> faults.add(text(fault)));
        root.set("defence", view.defence().map(sheet -> defence(sheet, teacher)).orElse(null));
        return root.toString();
    }

    static String render(Text text) {
        return text(text).toString();
    }

    private static <T> ArrayNode list(List<T> items, BiConsumer<T, ObjectNode> written) {
        var array = NODES.arrayNode();
        items.forEach(item -> written.accept(item, array.addObject()));
        return array;
    }

    private static ObjectNode text(Text text) {
        var flat = text.flat();
        return NODES.objectNode().put("es", flat.es()).put("en", flat.en());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Programs may say figures that are none. */
    private static double figure(double value) {
        return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : 0;
    }

    private static ObjectNode trouble(Trouble trouble) {
        var node = NODES.objectNode();
        node.set("what", text(trouble.what()));
        node.set("lines", list(trouble.lines(), (line, out) -> out.put("file", line.file()).put("number", line.number()).put("said", line.said())
                .put("text", line.text())));
        return node;
    }

    private static ObjectNode picture(LivePicture picture) {
        var node = NODES.objectNode();
        var balancer = picture.balancer();
        node.putObject("balancer").put("name", balancer.name()).put("machine", balancer.machine()).put("runs", balancer.runs())
                .put("perSecond", figure(balancer.perSecond())).put("queued", balancer.queued()).put("address", balancer.address());
        node.set("machines", list(picture.machines(), (machine, out) -> out.put("name", machine.name()).put("on", machine.on())
                .set("servers", list(machine.servers(), ViewJson::server))));
        return node;
    }

    private static void server(LivePicture.ServerBox server, ObjectNode out) {
        out.put("name", server.name()).put("backup", server.backup()).put("glance", word(server.glance())).put("status", server.status())
                .put("perSecond", figure(server.perSecond())).put("current", server.current())
                .put("slots", server.slots().isPresent() ? server.slots().getAsLong() : null).put("queued", server.queued());
    }

    private static ObjectNode strip(Strip strip) {
        var node = NODES.objectNode();
        node.set("points", list(strip.points(), ViewJson::point));
        node.set("marks", list(strip.marks(), (mark, out) -> out.put("atMs", mark.atMs()).put("kind", word(mark.kind())).set("what", text(mark.what()))));
        return node;
    }

    private static void point(Strip.Point point, ObjectNode out) {
        out.put("atMs", point.atMs()).put("queued", point.queued()).put("visitorOk", point.visitorOk());
        out.put("visitorMs", point.visitorMs().isPresent() ? figure(point.visitorMs().getAsDouble()) : null);
        var perSecond = out.putObject("perSecond");
        point.perSecond().forEach((server, rate) -> perSecond.put(server, figure(rate)));
    }

    private static void requirement(RequirementCard card, ObjectNode out) {
        out.put("id", card.id()).put("core", card.core()).put("stale", card.stale()).put("playing", card.playing()).put("seconds", figure(card.seconds()))
                .put("changedMs", card.changedMs());
        out.set("group", text(card.group()));
        out.set("title", text(card.title()));
        out.set("verdict", card.verdict().map(ViewJson::verdict).orElse(null));
    }

    private static ObjectNode verdict(Verdict verdict) {
        var node = NODES.objectNode();
        node.put("outcome", word(verdict.outcome())).put("waitsFor", verdict.waitsFor());
        node.set("seen", text(verdict.told()));
        node.set("test", text(verdict.test()));
        node.set("expected", text(verdict.expected()));
        node.set("remedy", text(verdict.remedy()));
        return node;
    }

    /** The students' screen gets the riddle alone. */
    private static ObjectNode defence(DefenceSheet sheet, boolean teacher) {
        var node = NODES.objectNode();
        node.set("riddle", riddle(sheet.riddle()));
        if (teacher) {
            node.put("seed", sheet.seed()).put("notes", sheet.notes()).put("points", sheet.points()).put("most", sheet.most());
            node.set("questions", list(sheet.questions(), (asked, out) -> {
                out.put("id", asked.id());
                out.set("ask", text(asked.ask()));
                out.set("seen", text(asked.seen()));
            }));
        }
        return node;
    }

    private static ObjectNode riddle(DefenceSheet.Riddle riddle) {
        var node = NODES.objectNode();
        node.put("search", word(riddle.search())).put("seconds", riddle.seconds().isPresent() ? figure(riddle.seconds().getAsDouble()) : null);
        node.set("told", text(riddle.told()));
        node.set("choices", list(riddle.choices(), (choice, out) -> out.put("id", choice.id()).set("text", text(choice.text()))));
        return node;
    }
}
