package relevo.course.table;

import java.util.List;
import java.util.regex.Pattern;

/** What of a configuration, a script or a page does something: neither comments nor blanks. Capitals count. */
final class Significant {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\ufeff]+");
    /** A number sign at the start of a line or between blanks; not Ruby's {@code #{x}}, nor a colour such as {@code #fff}. */
    private static final Pattern COMMENT = Pattern.compile("^#(?!\\{).*| #( .*)?$");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private Significant() {
    }

    /** The lines of a text, each with single spaces, without comments and blanks. */
    static List<String> lines(String text) {
        return withoutRemarks(text).lines().map(line -> SPACE.matcher(line).replaceAll(" ").strip())
                .map(line -> COMMENT.matcher(line).replaceFirst("").strip()).filter(line -> !line.isEmpty()).toList();
    }

    /** Whether a line says anything; a bracket does not. */
    static boolean says(String line) {
        return LETTER.matcher(line).find();
    }

    /** Without HTML's comments; one that never ends hides nothing. */
    private static String withoutRemarks(String text) {
        var kept = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", at)) {
            int end = text.indexOf("-->", start);
            if (end < 0) {
                break;
            }
            kept.append(text, at, start);
            at = end + "-->".length();
        }
        return kept.append(text.substring(at)).toString();
    }
}
