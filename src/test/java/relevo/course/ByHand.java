package relevo.course;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import relevo.report.Points;
import relevo.report.Rubric;
import relevo.words.Nearest;
import relevo.words.Printable;
import relevo.words.Text;

/** Points that the teacher gave by hand, as the table writes them: a CSV with {@code team,requirement,points}. */
final class ByHand {

    private static final List<String> HEADER = List.of("team", "requirement", "points");
    private static final Pattern POINTS = Pattern.compile("\\d{1,3}([.,]\\d{1,4})?");
    private static final long LARGEST = 5L << 20;

    private ByHand() {
    }

    /**
     * By team, then by id.
     *
     * @throws IllegalArgumentException when the file is another one, or names a team or a row that is none, or gives more than a row is worth; names
     *                                  the file, the line and the value
     */
    static Map<String, Map<String, BigDecimal>> read(Path file, List<String> teams, Rubric rubric) {
        Map<String, Map<String, BigDecimal>> given = new TreeMap<>();
        for (var line : lines(file)) {
            var where = file + ":" + line.getStartingLineNumber();
            var team = plain(line.getField("team"));
            var id = line.getField("requirement").strip();
            if (!teams.contains(team)) {
                throw refused("%s: no hay ningún equipo «%s»; el más parecido es «%s».", "%s: there is no team \"%s\"; the nearest is \"%s\".", where, team,
                        Nearest.of(team, teams));
            }
            var row = rubric.graded().find(id).orElseThrow(() -> refused("%s: la rúbrica no tiene «%s»; el más parecido es %s.",
                    "%s: the rubric has no \"%s\"; the nearest is %s.", where, id, Nearest.of(id, rubric.graded().requirements().stream().map(one -> one.id())
                            .toList())));
            var points = line.getField("points").strip();
            if (!POINTS.matcher(points).matches() || new BigDecimal(points.replace(',', '.')).compareTo(row.points()) > 0) {
                throw refused("%s: «%s» puntos para %s: escriba de 0 a %s.", "%s: \"%s\" points for %s: write 0 to %s.", where, points, id,
                        Points.show(row.points()));
            }
            if (given.computeIfAbsent(team, unseen -> new TreeMap<>()).put(id, new BigDecimal(points.replace(',', '.'))) != null) {
                throw refused("%s: %s de «%s» está dos veces.", "%s: %s of \"%s\" stands there twice.", where, id, team);
            }
        }
        return given;
    }

    /** Without the mark that keeps a spreadsheet from taking a name for a formula. */
    private static String plain(String team) {
        return team.matches("(?s)'\\s*[=+@\\-\\t\\r].*") ? team.substring(1) : team;
    }

    private static List<NamedCsvRecord> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw refused("%s pasa de 5 MB.", "%s is larger than 5 MB.", file);
            }
            var text = Files.readString(file).replaceFirst("^\ufeff", "");
            // A spreadsheet that writes decimals with a comma separates cells with a semicolon.
            var separator = text.startsWith("team;") ? ';' : ',';
            try (var parsed = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofNamedCsvRecord(text)) {
                var lines = parsed.stream().toList();
                if (!lines.isEmpty() && !lines.get(0).getHeader().equals(HEADER)) {
                    throw refused("%s: su primera línea debe ser team,requirement,points.", "%s: its first line must be team,requirement,points.", file);
                }
                lines.stream().filter(line -> line.getFieldCount() != HEADER.size()).findFirst().ifPresent(line -> {
                    throw refused("%s:%s: le faltan o le sobran celdas.", "%s:%s: it has too few or too many cells.", file, line.getStartingLineNumber());
                });
                return lines;
            }
        } catch (CharacterCodingException other) {
            throw refused("%s no está en UTF-8.", "%s is not in UTF-8.", file);
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw refused("%s no se puede leer: %s", "%s cannot be read: %s", file, unreadable.getMessage());
        }
    }

    private static IllegalArgumentException refused(String es, String en, Object... parts) {
        return new IllegalArgumentException(Printable.of(Text.of(es, en, parts).toString()));
    }
}
