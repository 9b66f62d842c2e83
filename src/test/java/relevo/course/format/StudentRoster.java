package relevo.course.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import relevo.course.Team;
import relevo.words.Nearest;
import relevo.words.Printable;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * Who is in which team: a CSV with a heading, a column {@code team} or {@code equipo}, and those by which a gradebook knows its students; commas or
 * semicolons between them.
 *
 * @param file     its name, for complaints
 * @param columns  the gradebook's own, without the team's
 * @param students in the file's order
 * @param teamless lines that name a student and no team
 */
public record StudentRoster(String file, List<String> columns, List<Student> students, List<Integer> teamless) {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final List<String> TEAM = List.of("team", "equipo");
    private static final String CANVAS_POINTS = "Points Possible";

    public StudentRoster {
        columns = List.copyOf(columns);
        students = List.copyOf(students);
        teamless = List.copyOf(teamless);
    }

    /**
     * One line.
     *
     * @param line   in the file, from 1
     * @param team   as the course calls it
     * @param values one for each of the roster's columns, as they are
     */
    public record Student(int line, String team, List<String> values) {

        public Student {
            values = List.copyOf(values);
        }
    }

    /**
     * Reads one.
     *
     * @param teams names of the course's teams, at least one
     * @throws IllegalArgumentException when it will not do; one line that names the file, the line, the value and the remedy
     */
    public static StudentRoster read(Path file, Collection<String> teams) {
        var name = Printable.line(String.valueOf(file.getFileName()));
        return parse(name, text(name, file), teams);
    }

    private static StudentRoster parse(String name, String text, Collection<String> teams) {
        var records = records(name, text);
        if (records.isEmpty()) {
            throw no(name, 1, "it is empty: begin with a heading such as team,Email address");
        }
        var heading = records.get(0).getFields().stream().map(String::strip).toList();
        requireDistinct(name, heading);
        var at = teamColumn(name, heading);
        var kept = IntStream.range(0, heading.size()).filter(i -> i != at && !heading.get(i).isEmpty()).boxed().toList();
        var students = new ArrayList<Student>();
        var teamless = new ArrayList<Integer>();
        for (var record : records.subList(1, records.size())) {
            var line = (int) record.getStartingLineNumber();
            requireNoMore(name, line, record, heading.size());
            var written = field(record, at);
            var values = kept.stream().map(i -> field(record, i)).toList();
            if (!written.isBlank()) {
                students.add(new Student(line, known(name, line, written.strip(), teams), values));
            } else if (values.stream().anyMatch(value -> !value.isBlank()) && !field(record, 0).contains(CANVAS_POINTS)) {
                teamless.add(line);
            }
        }
        return new StudentRoster(name, kept.stream().map(heading::get).toList(), students, teamless);
    }

    /** What the teacher should know, though it stops nothing: teams without students, students without a team. */
    public List<Text> warnings(Collection<String> teams) {
        var warnings = new ArrayList<Text>();
        teams.stream().filter(team -> students.stream().noneMatch(student -> student.team().equals(team)))
                .map(team -> Shown.text("%s: el equipo «%s» no tiene estudiantes: sus notas no llegan a nadie.",
                        "%s: the team \"%s\" has no students: its grades reach nobody.", file, team))
                .forEach(warnings::add);
        teamless.stream().map(line -> Shown.text("%s: línea %s: no dice de qué equipo es; se omite.", "%s: line %s: it names no team; left out.", file, line))
                .forEach(warnings::add);
        return warnings;
    }

    /** A student's value in one column, whose name is found whatever its capitals; empty where there is none. */
    String value(Student student, String column) {
        return IntStream.range(0, columns.size()).filter(i -> columns.get(i).equalsIgnoreCase(column)).mapToObj(student.values()::get).findFirst().orElse("");
    }

    /** The team that a student is in. */
    static Team teamOf(Student student, List<Team> teams) {
        return teams.stream().filter(team -> team.name().equals(student.team())).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "The roster's line %d is in a team that this course has not: \"%s\"".formatted(student.line(), Shown.of(student.team()))));
    }

    private static String text(String name, Path file) {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("%s: cannot be read: check that the file is there, and whose it is".formatted(name), unreadable);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("%s: it has more than 5 MB: a roster has one line for each student and the columns that a gradebook needs"
                    .formatted(name));
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            var line = 1 + (int) IntStream.range(0, in.position()).filter(i -> bytes[i] == '\n').count();
            throw no(name, line, "the byte 0x%02x is not UTF-8: save the file as \"CSV UTF-8\"".formatted(bytes[in.position()]));
        }
        var text = out.flip().toString();
        return text.startsWith(Csv.BOM) ? text.substring(1) : text;
    }

    private static List<CsvRecord> records(String name, String text) {
        var heading = text.lines().findFirst().orElse("");
        var separator = heading.indexOf(',') < 0 && heading.indexOf(';') >= 0 ? ';' : ',';
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException broken) {
            throw new IllegalArgumentException("%s: no CSV (%s): close every quote, and double those inside a value"
                    .formatted(name, Printable.line(String.valueOf(broken.getMessage()))), broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void requireDistinct(String name, List<String> heading) {
        var seen = new TreeMap<String, String>();
        for (var column : heading) {
            var folded = column.toLowerCase(Locale.ROOT);
            if (!column.isEmpty() && seen.put(TEAM.contains(folded) ? TEAM.get(0) : folded, column) != null) {
                throw no(name, 1, "the column \"%s\" is there twice: delete or rename one".formatted(Shown.of(column)));
            }
        }
    }

    private static int teamColumn(String name, List<String> heading) {
        return IntStream.range(0, heading.size()).filter(i -> TEAM.contains(heading.get(i).toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> no(name, 1, "no column \"team\" or \"equipo\" among \"%s\": add one that says which team each student is in"
                        .formatted(heading.stream().limit(10).map(Shown::of).collect(Collectors.joining(", ")))));
    }

    private static void requireNoMore(String name, int line, CsvRecord record, int columns) {
        record.getFields().stream().skip(columns).filter(value -> !value.isBlank()).findFirst().ifPresent(value -> {
            throw no(name, line, "\"%s\" is under no column: put values that have a separator in them between quotes".formatted(Shown.of(value)));
        });
    }

    private static String known(String name, int line, String written, Collection<String> teams) {
        return teams.stream().filter(team -> same(team, written)).findFirst().orElseThrow(() -> no(name, line,
                "no team \"%s\" in this course: did you mean \"%s\"?".formatted(Shown.of(written),
                        Shown.of(Nearest.of(Shown.of(written), teams)))));
    }

    private static boolean same(String team, String written) {
        return Normalizer.normalize(team.strip(), Normalizer.Form.NFC).equals(Normalizer.normalize(written, Normalizer.Form.NFC));
    }

    private static String field(CsvRecord record, int column) {
        return column < record.getFieldCount() ? record.getField(column) : "";
    }

    private static IllegalArgumentException no(String name, int line, String why) {
        return new IllegalArgumentException("%s: line %d: %s".formatted(name, line, why));
    }
}
