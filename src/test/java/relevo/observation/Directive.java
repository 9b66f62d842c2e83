package relevo.observation;

import java.util.List;

/**
 * One line of a configuration of HAProxy, in words: quotes and comments are gone.
 *
 * @param file  that it stands in
 * @param line  counted from 1
 * @param words the keyword first; never empty
 */
public record Directive(String file, int line, List<String> words) {

    /** Whether it begins with these words. */
    public boolean is(String... beginning) {
        return words.size() >= beginning.length && words.subList(0, beginning.length).equals(List.of(beginning));
    }

    /** The word behind the first one that is this; empty when there is none. */
    public String after(String keyword) {
        var at = words.indexOf(keyword);
        return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
    }
}
