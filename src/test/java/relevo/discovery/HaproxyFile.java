package relevo.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.observation.Directive;
import relevo.observation.Section;
import relevo.verdict.CannotCheck;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * Reads configurations as HAProxy splits them into words: spaces and tabs part them, a backslash takes the next character as it is, single
 * quotes take everything as it is, double quotes everything but a backslash and {@code ${VARIABLE}}, and {@code #} begins a comment. What a word
 * means is not its business.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#2.2">HAProxy's configuration manual, section 2.2</a>
 */
public final class HaproxyFile {

    private static final Set<String> SECTIONS = Set.of("global", "defaults", "frontend", "backend", "listen", "peers", "resolvers", "userlist", "mailers",
            "http-errors", "cache", "program", "ring", "log-forward", "fcgi-app", "crt-store", "traces");

    /** HAProxy itself refuses a line of more. */
    private static final int MOST_WORDS = 64;
    /** Letters; no name, condition or path of a person's is longer. */
    private static final int LONGEST_WORD = 8_192;
    /** Without comments; ten times what any delivery has, and little enough to be compared line by line. */
    private static final int MOST_LINES = 2_000;

    private HaproxyFile() {
    }

    /**
     * The sections of a file, in their order.
     *
     * @param environment of the process that reads it
     * @throws CannotCheck when it has more lines than a person writes
     */
    public static List<Section> sections(String name, String text, Map<String, String> environment) {
        var sections = new ArrayList<Section>();
        var lines = text.split("\n", -1);
        var read = 0;
        for (int i = 0; i < lines.length; i++) {
            var words = words(lines[i], environment);
            if (words.isEmpty()) {
                continue;
            }
            if (++read > MOST_LINES) {
                throw new CannotCheck(Text.of("%s tiene más de %s líneas: no se lee.", "%s has more than %s lines: it is not read.", Figure.quote(name),
                        MOST_LINES), Text.of("Deje en ese archivo solo lo que el clúster usa.", "Leave in that file only what the cluster uses."), null);
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
        for (int i = 0; i < line.length() && words.size() < MOST_WORDS; i++) {
            var c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                append(word, String.valueOf(line.charAt(++i)));
                begun = true;
            } else if (c == quote && quote != ' ') {
                quote = ' ';
            } else if (quote == ' ' && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (quote == '"' && c == '$' && i + 1 < line.length()) {
                var end = end(line, i + 1);
                append(word, environment.getOrDefault(line.substring(i + 1, end).replaceAll("[{}]", ""), ""));
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
                append(word, String.valueOf(c));
                begun = true;
            }
        }
        if (begun && words.size() < MOST_WORDS) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    private static void append(StringBuilder word, String more) {
        word.append(more, 0, Math.min(more.length(), LONGEST_WORD - word.length()));
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
