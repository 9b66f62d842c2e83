package relevo.live.defence;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import relevo.archive.Redaction;
import relevo.observation.Directive;
import relevo.words.Figure;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * A setting of a configuration, and the line that makes it.
 *
 * @param value the word behind the keyword; empty where it has none
 */
record Said(Directive line, String value) {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(us|ms|s|m|h|d)?");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUOTE = 320;

    /** {@code haproxy.cfg:41}. */
    String where() {
        return where(line);
    }

    static String where(Directive line) {
        return name(line.file().replaceFirst("(?s)^.*/", "")) + ":" + line.line();
    }

    /** In ms; empty for what is no time. */
    OptionalDouble ms() {
        var form = TIME.matcher(value);
        if (!form.matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Long.parseLong(form.group(1)) * switch (form.group(2) == null ? "ms" : form.group(2)) {
            case "us" -> 0.001;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 1;
        });
    }

    /** Empty for what is no count. */
    OptionalDouble count() {
        return value.matches("\\d{1,7}") ? OptionalDouble.of(Double.parseDouble(value)) : OptionalDouble.empty();
    }

    /** {@code 500 ms}, {@code 1.5 s}. */
    static String time(double ms) {
        return ms < 1_000 ? Figure.millis(ms) : BigDecimal.valueOf(Math.round(ms), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** A name that a delivery chose. */
    static String name(String name) {
        return Shown.of(Redaction.of(name), LONGEST_NAME);
    }

    /** What was told elsewhere, on one line and without passwords. */
    static Text quoted(Text told) {
        var plain = told.flat();
        return new Text(quoted(plain.es()), quoted(plain.en()));
    }

    private static String quoted(String told) {
        return Shown.of(Redaction.of(told.strip()).replaceAll("\\s+", " "), LONGEST_QUOTE);
    }
}
