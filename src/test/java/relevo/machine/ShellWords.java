package relevo.machine;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A command as a line for a POSIX shell, which is what SSH carries: each word reaches the program as it is. */
public final class ShellWords {

    private static final String PLAIN = "[\\w@%+=:,./-]+";

    private ShellWords() {
    }

    /** In quotes where a shell would take a word for more than it is. */
    public static String quoted(String... words) {
        return Arrays.stream(words).map(word -> word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
    }
}
