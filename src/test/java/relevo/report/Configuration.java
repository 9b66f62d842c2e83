package relevo.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * What the balancer was configured with, and the lines of it that findings name as {@code haproxy.cfg:91}.
 *
 * @param blocks  one for each file; none where the run saved none
 * @param files   the block that a file's name means, with and without its folders; a name that means several means none
 * @param trouble why there is none although something was saved; otherwise empty in both languages
 */
record Configuration(List<ConfigurationBlock> blocks, Map<String, Integer> files, Text trouble) {

    /** In all files together, or this share of it at least for each: a page is to be read. */
    private static final int MOST_LINES = 2_000;
    private static final int FEWEST_LINES = 200;
    static final Configuration NONE = new Configuration(List.of(), Map.of(), Text.same(""));

    /** Never throws: a checklist is more than its configuration. */
    static Configuration of(Checklist checklist, Path reports) {
        try {
            var saved = ConfigurationSource.of(checklist, reports);
            var most = Math.max(FEWEST_LINES, MOST_LINES / Math.max(1, saved.size()));
            var blocks = IntStream.range(0, saved.size()).mapToObj(i -> ConfigurationBlock.of(saved.get(i), "cfg" + (i + 1), most)).toList();
            return new Configuration(blocks, files(blocks), Text.same("")).namedBy(checklist);
        } catch (IllegalArgumentException unreadable) {
            return new Configuration(List.of(), Map.of(), Text.of("No se pudo mostrar la configuración: %s", "The configuration could not be shown: %s",
                    unreadable.getMessage()));
        }
    }

    private static Map<String, Integer> files(List<ConfigurationBlock> blocks) {
        var meant = new HashMap<String, List<Integer>>();
        for (int i = 0; i < blocks.size(); i++) {
            var block = i;
            Stream.of(blocks.get(i).file(), blocks.get(i).name()).distinct().filter(name -> !name.isEmpty())
                    .forEach(name -> meant.computeIfAbsent(name, unseen -> new ArrayList<>()).add(block));
        }
        meant.values().removeIf(several -> several.size() > 1);
        return meant.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    }

    private Configuration namedBy(Checklist checklist) {
        var changed = new ArrayList<>(blocks);
        checklist.rows().stream().filter(row -> row.isRoot() && !checklist.saidOnTop(row)).forEach(row -> {
            var verdict = row.verdict();
            Stream.of(verdict.expected(), verdict.seen(), verdict.remedy()).flatMap(text -> Stream.of(text.es(), text.en()))
                    .forEach(side -> references(side).forEach(found -> target(found).ifPresent(line -> {
                        var block = files.get(found.group(1));
                        changed.set(block, changed.get(block).named(line.number(), row));
                    })));
        });
        return new Configuration(List.copyOf(changed), files, trouble);
    }

    private List<MatchResult> references(String side) {
        if (files.isEmpty()) {
            return List.of();
        }
        var names = files.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\w./@-])(" + names + "):(\\d{1,6})(?!\\d)").matcher(Printable.of(side)).results().toList();
    }

    /** The line, where it is shown. */
    private Optional<ConfigurationLine> target(MatchResult reference) {
        var lines = blocks.get(files.get(reference.group(1))).lines();
        var number = Integer.parseInt(reference.group(2));
        return number >= 1 && number <= lines.size() ? Optional.of(lines.get(number - 1)) : Optional.empty();
    }

    /** A sentence, parted where it names a line. */
    List<Piece> pieces(String side) {
        var text = Printable.of(side);
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var found : references(side)) {
            var line = target(found);
            if (line.isPresent()) {
                pieces.add(new Piece(text.substring(at, found.start()), ""));
                pieces.add(new Piece(found.group(), "#" + line.get().anchor()));
                at = found.end();
            }
        }
        pieces.add(new Piece(text.substring(at), ""));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    /** How many lines a finding points at. */
    int marked() {
        return blocks.stream().mapToInt(block -> block.marked().size()).sum();
    }
}
