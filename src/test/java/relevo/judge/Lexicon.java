package relevo.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import relevo.words.PlainText;
import relevo.yaml.YamlNode;

/**
 * The words of {@code src/test/resources/apology.yaml}, by which a page's text is known for what it is.
 *
 * @param denied   an apology is refused
 * @param accepted an apology
 * @param doubtful polite, and perhaps an apology
 * @param stock    HAProxy's own pages, whole
 * @param servers  pages that web servers bring along
 */
record Lexicon(List<Pattern> denied, List<Pattern> accepted, List<Pattern> doubtful, List<Pattern> stock, List<Pattern> servers) {

    /** What an apology is, as far as words can tell. */
    static final Lexicon OWN = load();

    private static Lexicon load() {
        try (var in = Lexicon.class.getResourceAsStream("/apology.yaml")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException when a key is missing or unknown, or a pattern is none */
    static Lexicon parse(String yaml) {
        var root = YamlNode.parse("apology.yaml", yaml);
        root.allow(Set.of("denied", "accepted", "doubtful", "stock", "servers"));
        var stock = root.need("stock").items().stream()
                .map(page -> Pattern.compile("(" + page.need("heading").text() + " )?" + page.need("text").text())).toList();
        return new Lexicon(patterns(root, "denied"), patterns(root, "accepted"), patterns(root, "doubtful"), stock, patterns(root, "servers"));
    }

    private static List<Pattern> patterns(YamlNode root, String key) {
        return root.need(key).items().stream().map(item -> Pattern.compile(item.text())).toList();
    }

    /** The sentence, as it is written, in which an apology stands; empty where there is none, or one that is denied. */
    Optional<String> apology(String text) {
        String folded = PlainText.fold(text);
        return denied.stream().anyMatch(pattern -> pattern.matcher(folded).find()) ? Optional.empty() : sentence(text, accepted);
    }

    /** As {@link #apology}, of what may be one. */
    Optional<String> doubt(String text) {
        return sentence(text, denied).or(() -> sentence(text, doubtful));
    }

    /** Whether a text is nothing but what HAProxy says by itself. */
    boolean isStock(String text) {
        String bare = PlainText.fold(text).replaceAll("[^a-z0-9]+", " ").strip();
        return stock.stream().anyMatch(pattern -> pattern.matcher(bare).matches());
    }

    /** Whether a text is one that web servers bring along. */
    boolean isServers(String text) {
        String folded = PlainText.fold(text).strip();
        return servers.stream().anyMatch(pattern -> pattern.matcher(folded).find());
    }

    private static Optional<String> sentence(String text, List<Pattern> patterns) {
        String composed = PlainText.composed(text);
        String folded = PlainText.fold(text);
        for (Pattern pattern : patterns) {
            var found = pattern.matcher(folded);
            if (found.find()) {
                int begin = found.start();
                while (begin > 0 && ".!?¡¿\n".indexOf(composed.charAt(begin - 1)) < 0) {
                    begin--;
                }
                int end = found.end();
                while (end < composed.length() && ".!?¡¿\n".indexOf(composed.charAt(end)) < 0) {
                    end++;
                }
                return Optional.of(composed.substring(begin, end).strip());
            }
        }
        return Optional.empty();
    }
}
