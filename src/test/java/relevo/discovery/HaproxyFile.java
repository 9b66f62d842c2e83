package relevo.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.observation.Directive;
import relevo.observation.Section;

/**
 * Reads configurations as HAProxy splits them into words: spaces and tabs part them, a backslash takes the next character as it is, single
 * quotes take everything as it is, double quotes everything but a backslash and {@code ${VARIABLE}}, and {@code #} begins a comment. What a word
 * means is not its business.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#2.2">HAProxy's configuration manual, section 2.2</a>
 */
final class HaproxyFile {

    private static final Set<String> SECTIONS = Set.of("global", "defaults", "frontend", "backend", "listen", "peers", "resolvers", "userlist", "mailers",
            "http-errors", "cache", "program", "ring", "log-forward", "fcgi-app", "crt-store", "traces");

    private HaproxyFile() {
    }

    /**
     * The sections of a file, in their order.
     *
     * @param environment of the process that reads it
     */
    static List<Section> sections(String name, String text, Map<String, String> environment) {
        var sections = new ArrayList<Section>();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var words = words(lines[i], environment);
            if (words.isEmpty()) {
                continue;
            }
            if (SECTIONS.contains(words.get(0))) {
                sections.add(new Section(words.get(0), words.size() > 1 ? words.get(1) : "", new ArrayList<>()));
            } else if (!sections.isEmpty()) {
                sections.get(sections.size() - 1).directives().add(new Directive(name, i + 1, words));
            }
        }
        return sections;
    }

    static List<String> words(String line, Map<String, String> environment) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var begun = false;
        var quote = ' ';
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                begun = true;
            } else if (c == quote && quote != ' ') {
                quote = ' ';
            } else if (quote == ' ' && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (quote == '"' && c == '$' && i + 1 < line.length()) {
                var end = end(line, i + 1);
                word.append(environment.getOrDefault(line.substring(i + 1, end).replaceAll("[{}]", ""), ""));
                i = end - 1;
            } else if (quote == ' ' && c == '#') {
                break;
            } else if (quote == ' ' && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    /** Where the name of a variable ends that begins there: behind its brace, or at the first character that no name has. */
    private static int end(String line, int from) {
        if (line.charAt(from) == '{') {
            var brace = line.indexOf('}', from);
            return brace < 0 ? line.length() : brace + 1;
        }
        var end = from;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
