package relevo.machine;

import java.util.ArrayList;
import java.util.List;

/** A line of a configuration in words: quotes keep blanks together, a word that begins with {@code #} ends the line. */
public final class ConfigWords {

    private ConfigWords() {
    }

    /**
     * As OpenSSH splits one: a backslash takes its meaning from a quote, a blank or another backslash, and is itself before anything else.
     *
     * @throws IllegalArgumentException when a quote is left open
     */
    public static List<String> of(String line) {
        var words = new ArrayList<String>();
        int at = 0;
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
            } else if (line.charAt(at) == '#') {
                break;
            } else {
                var word = new StringBuilder();
                at = word(line, at, word);
                words.add(word.toString());
            }
        }
        return words;
    }

    /** Reads one, and says where it ended. */
    private static int word(String line, int from, StringBuilder word) {
        char quote = 0;
        int at = from;
        for (; at < line.length() && (quote != 0 || !Character.isWhitespace(line.charAt(at))); at++) {
            char here = line.charAt(at);
            if (here == '\\' && at + 1 < line.length() && "\"'\\ ".indexOf(line.charAt(at + 1)) >= 0) {
                word.append(line.charAt(++at));
            } else if (here == quote) {
                quote = 0;
            } else if (quote == 0 && (here == '"' || here == '\'')) {
                quote = here;
            } else {
                word.append(here);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is left open");
        }
        return at;
    }
}
