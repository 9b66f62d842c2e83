package relevo.course;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import relevo.report.Points;
import relevo.words.Nearest;
import relevo.words.Shown;

/**
 * Reads the points that a teacher gave by hand, as the table of the course writes them and a spreadsheet may write them again.
 *
 * <pre>{@code
 * team,requirement,points
 * team-01,D1,0.8
 * }</pre>
 *
 * <p>RFC 4180 in UTF-8. A spreadsheet set to Spanish separates by semicolons and writes a decimal comma; then both are read. An apostrophe before
 * a name that a spreadsheet would calculate ({@code '=A1}) is no part of the name.
 */
public final class ByHand {

    private static final List<String> HEADER = List.of("team", "requirement", "points");
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}([.,]\\d{1,6})?");

    private final Path file;
    private final Set<String> teams;
    private final Map<String, BigDecimal> worth;
    private final Map<String, Map<String, BigDecimal>> given = new LinkedHashMap<>();

    private ByHand(Path file, Collection<String> teams, Map<String, BigDecimal> worth) {
        this.file = file;
        this.teams = Set.copyOf(teams);
        this.worth = worth;
    }

    /**
     * The points of each team, by id of the row; teams without any are not there.
     *
     * @param teams every name on the course's list
     * @param worth by id, the most that can be given
     * @throws IllegalArgumentException when anything in it is wrong; one line with the file, the line, what is written there and what to write
     */
    public static Map<String, Map<String, BigDecimal>> read(Path file, Collection<String> teams, Map<String, BigDecimal> worth) {
        return new ByHand(file, teams, worth).read();
    }

    private Map<String, Map<String, BigDecimal>> read() {
        var text = text();
        var separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        try (var reader = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            var headed = false;
            for (var record : reader) {
                if (headed) {
                    take(record);
                } else {
                    header(record);
                    headed = true;
                }
            }
            if (!headed) {
                throw wrong(1, "the file is empty: its first line must be " + String.join(",", HEADER));
            }
        } catch (CsvParseException broken) {
            throw new IllegalArgumentException("%s: not CSV: %s: export it again from the table of the course"
                    .formatted(Shown.of(file.toString(), 400), Shown.of(String.valueOf(broken.getMessage()))), broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return given;
    }

    private String text() {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new IllegalArgumentException("%s: is not UTF-8 text: save it as \"CSV UTF-8\"".formatted(file), other);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("%s: cannot be read (%s): check the path".formatted(file, unreadable.getClass().getSimpleName()), unreadable);
        }
    }

    private void header(CsvRecord record) {
        if (!record.getFields().stream().map(String::strip).toList().equals(HEADER)) {
            throw wrong(record.getStartingLineNumber(), "the first line is \"%s\": it must be %s"
                    .formatted(Shown.of(String.join(",", record.getFields())), String.join(",", HEADER)));
        }
    }

    private void take(CsvRecord record) {
        var line = record.getStartingLineNumber();
        if (record.getFieldCount() != HEADER.size()) {
            throw wrong(line, "\"%s\" has %s fields: write three, %s; a name with a comma stands in quotes"
                    .formatted(Shown.of(String.join(",", record.getFields())), record.getFieldCount(), String.join(",", HEADER)));
        }
        var team = known(line, "team", unguarded(record.getField(0)), teams);
        var id = known(line, "requirement", record.getField(1).strip(), worth.keySet());
        var points = points(line, record.getField(2).strip(), id);
        var earlier = given.computeIfAbsent(team, unseen -> new LinkedHashMap<>()).putIfAbsent(id, points);
        if (earlier != null) {
            throw wrong(line, "\"%s\" has %s twice, %s and now %s: keep one of the lines"
                    .formatted(Shown.of(team), id, Points.show(earlier), Points.show(points)));
        }
    }

    /** A name as it was before it was kept from being a formula. */
    private static String unguarded(String name) {
        return GUARDED.matcher(name).matches() ? name.substring(1) : name;
    }

    private String known(long line, String what, String written, Collection<String> valid) {
        if (valid.contains(written)) {
            return written;
        }
        if (valid.contains(written.strip())) {
            return written.strip();
        }
        // Shown, not whole: a name may be as long as its writer liked, and this compares letter by letter.
        var nearest = Optional.of(valid.stream().sorted().map(Shown::of).toList()).filter(known -> !known.isEmpty())
                .map(known -> "the nearest is " + Nearest.of(Shown.of(written), known)).orElse("there is none: delete the line");
        throw wrong(line, "%s is \"%s\": the course has no such %s; %s".formatted(what, Shown.of(written), what, nearest));
    }

    private BigDecimal points(long line, String written, String id) {
        var most = worth.get(id);
        var range = "write 0 to %s, with a decimal point".formatted(Points.show(most));
        if (!NUMBER.matcher(written).matches()) {
            throw wrong(line, "points of %s is \"%s\": %s".formatted(id, Shown.of(written), written.isEmpty() ? range + ", or delete the line" : range));
        }
        var points = new BigDecimal(written.replace(',', '.'));
        if (points.compareTo(most) > 0) {
            throw wrong(line, "points of %s is \"%s\": it is worth %s: %s".formatted(id, written, Points.show(most), range));
        }
        return points;
    }

    private IllegalArgumentException wrong(long line, String what) {
        return new IllegalArgumentException("%s:%s: %s".formatted(Shown.of(file.toString(), 400), line, what));
    }
}
