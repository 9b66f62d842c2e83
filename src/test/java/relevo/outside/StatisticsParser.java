package relevo.outside;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import relevo.observation.BackendRow;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;
import relevo.words.Printable;

/**
 * Reads the CSV form of HAProxy's statistics page ({@code <uri>;csv}), described in its management guide, section 9.1.
 *
 * <p>Columns are found by name: versions add, move and leave out columns, and one of 2.6's is called {@code -}.
 */
public final class StatisticsParser {

    private static final String SERVER = "2";
    private static final String BACKEND = "1";
    private static final int SHOWN = 60;
    private static final int LOOKED_AT = 1_000;

    private StatisticsParser() {
    }

    /**
     * Reads one CSV.
     *
     * @param csv the text, whole; a column that is missing, empty or no count reads as empty, 0 or no limit
     * @return its server rows and its BACKEND rows; FRONTEND and listener rows are left out
     * @throws IllegalArgumentException when the text is not such a CSV; the message shows how it begins
     */
    public static Statistics parse(String csv) {
        List<CsvRecord> records = read(csv);
        if (records.isEmpty()) {
            throw notStatistics(csv, null);
        }
        Map<String, Integer> columns = columns(records.get(0));
        if (!columns.containsKey("pxname") || !columns.containsKey("svname")) {
            throw notStatistics(csv, null);
        }
        List<Line> lines = records.stream().skip(1).map(record -> new Line(columns, record)).toList();
        Map<String, String> algorithms = new HashMap<>();
        List<BackendRow> backends = new ArrayList<>();
        for (Line line : lines) {
            if (line.isBackend()) {
                algorithms.put(line.text("pxname"), line.text("algo"));
                backends.add(new BackendRow(line.text("pxname"), line.number("qcur"), line.number("qmax")));
            }
        }
        List<ServerRow> servers = lines.stream().filter(Line::isServer).map(line -> line.server(algorithms)).toList();
        return new Statistics(servers, List.copyOf(backends));
    }

    private static List<CsvRecord> read(String csv) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(csv)) {
            return reader.stream().toList();
        } catch (CsvParseException broken) {
            throw notStatistics(csv, broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Integer> columns(CsvRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            columns.putIfAbsent(header.getField(i).replaceFirst("^#", "").strip(), i);
        }
        return columns;
    }

    private static IllegalArgumentException notStatistics(String csv, Throwable cause) {
        String start = Printable.of(csv.substring(0, Math.min(csv.length(), LOOKED_AT)).strip().replaceAll("\\s+", " "));
        String shown = start.length() > SHOWN ? start.substring(0, SHOWN) + "…" : start;
        return new IllegalArgumentException("Not the CSV of an HAProxy statistics page (its first column is \"# pxname\"); it begins with: "
                + (shown.isEmpty() ? "(nothing)" : shown), cause);
    }

    /** One record, by column name. */
    private record Line(Map<String, Integer> columns, CsvRecord record) {

        String text(String column) {
            Integer at = columns.get(column);
            return at == null || at >= record.getFieldCount() ? "" : record.getField(at).strip();
        }

        long number(String column) {
            return optional(column).orElse(0);
        }

        OptionalLong optional(String column) {
            String text = text(column);
            return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        }

        boolean isServer() {
            String type = text("type");
            String name = text("svname");
            return type.isEmpty() ? !name.isEmpty() && !name.equals("FRONTEND") && !name.equals("BACKEND") : type.equals(SERVER);
        }

        boolean isBackend() {
            String type = text("type");
            return type.isEmpty() ? text("svname").equals("BACKEND") : type.equals(BACKEND);
        }

        ServerRow server(Map<String, String> algorithms) {
            String proxy = text("pxname");
            String algorithm = text("algo").isEmpty() ? algorithms.getOrDefault(proxy, "") : text("algo");
            return new ServerRow(proxy, text("svname"), text("addr"), number("bck") > 0, text("status"), number("scur"),
                    optional("slim"), number("qcur"), number("qmax"), number("stot"), number("hrsp_2xx"), number("hrsp_5xx"),
                    number("chkdown"), algorithm);
        }
    }
}
