package relevo.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Which known word somebody may have meant. */
public final class Nearest {

    private Nearest() {
    }

    /**
     * The known word with the fewest letters inserted, deleted, changed or swapped with the next; capitals do not count.
     *
     * @param known at least one; the first of several equally near ones is taken
     */
    public static String of(String written, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(word -> distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT)))).orElseThrow();
    }

    private static int distance(String one, String other) {
        int[][] changes = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : least(changes, one, other, i, j);
            }
        }
        return changes[one.length()][other.length()];
    }

    private static int least(int[][] changes, String one, String other, int i, int j) {
        int changed = changes[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, 1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, 1 + changes[i - 2][j - 2]) : least;
    }
}
