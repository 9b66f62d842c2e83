package relevo.substrate.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import relevo.words.Shown;
import relevo.words.Text;
import relevo.yaml.YamlNode;

/**
 * Boxes and images of instances that may no longer be had ({@code boxes.yaml}).
 *
 * @param boxes  those of Vagrant; the first row that fits a name counts
 * @param images those of LXD and Incus
 */
record Shelf(List<Row> boxes, List<Row> images) {

    private static final String FILE = "boxes.yaml";
    private static final Pattern BOX = Pattern.compile("(?i)(?<![a-z])box(?:_?(?:image|name))?\\s*(?:=>|[:=])\\s*([\"'])(.*?)\\1");
    private static final Pattern IMAGE = Pattern.compile("\\b(?:launch|init)\\s+(?:-\\S+\\s+)*[\"']?([\\w.-]{1,60}:[\\w./-]{0,80})");

    /** A name with {@code *} for anything, and what is to be said of it. */
    record Row(Pattern name, Doubt doubt) {
    }

    /** Something that may go wrong, and what to do then. */
    record Doubt(Text what, Text remedy) {
    }

    static Shelf read() {
        try (var in = Shelf.class.getResourceAsStream("/" + FILE)) {
            var file = YamlNode.parse(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new Shelf(file.need("boxes").items().stream().map(Shelf::row).toList(), file.need("images").items().stream().map(Shelf::row).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(YamlNode row) {
        var name = Pattern.compile(Pattern.quote(row.need("name").text()).replace("*", "\\E.*\\Q"));
        return new Row(name, new Doubt(text(row.need("what")), text(row.need("remedy"))));
    }

    private static Text text(YamlNode node) {
        return new Text(node.need("es").text(), node.need("en").text());
    }

    /** Line to doubt, for each box that Ruby lines name, once. */
    Map<Integer, Doubt> boxes(List<String> ruby) {
        return named(ruby, BOX, 2, boxes);
    }

    /** Line to doubt, for each image that a script launches, once. */
    Map<Integer, Doubt> images(String script) {
        return named(RubyLines.lines(script).stream().map(line -> line.strip().startsWith("#") ? "" : line).toList(), IMAGE, 1, images);
    }

    private static Map<Integer, Doubt> named(List<String> lines, Pattern pattern, int group, List<Row> rows) {
        var doubts = new TreeMap<Integer, Doubt>();
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            for (var found : pattern.matcher(lines.get(i)).results().toList()) {
                var name = found.group(group);
                if (seen.add(name)) {
                    var line = i + 1;
                    rows.stream().filter(row -> row.name().matcher(name).matches()).findFirst().ifPresent(row -> doubts.put(line,
                            new Doubt(Shown.text("«%s»:", "\"%s\":", name).then(row.doubt().what()), row.doubt().remedy())));
                }
            }
        }
        return new LinkedHashMap<>(doubts);
    }
}
