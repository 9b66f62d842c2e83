package relevo.course.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import relevo.words.Printable;

/**
 * Tables as RFC 4180 has them, for spreadsheets that take a cell for a formula when they may.
 *
 * <p>No cell begins with {@code = + - @} or their wide forms, white space before them or none; what would gets an apostrophe. The same after a
 * semicolon, which separates cells where a comma separates decimals. Cells have one line; no letter in them acts.
 */
final class Csv {

    /** Tells Excel that it is UTF-8; without it an accent is read in the machine's own code page. */
    static final String BOM = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[\\s\\p{Z}'\"]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private Csv() {
    }

    /** The lines, each ended by CR LF. */
    static String of(List<List<String>> lines) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            lines.forEach(line -> csv.writeRecord(line.stream().map(Csv::cell).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** A text as a cell may hold it. */
    static String cell(String text) {
        return FORMULA.matcher(Printable.of(text).replace('\n', ' ')).replaceAll("$1'");
    }
}
