package relevo.substrate.vagrant;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A command as a line for a POSIX shell, which is what SSH carries: each word reaches the program as it is. */
final class ShellWords {

    private ShellWords() {
    }

    static String quoted(String... words) {
        return Arrays.stream(words).map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
    }
}
