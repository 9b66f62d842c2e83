package relevo.report.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import relevo.words.Figure;

/** The table of {@code docs/backup-designs.md}, from copies of {@code reports/}, one for each design; {@code bench/backup-designs} makes them. */
public final class Designs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Designs() {
    }

    /** Arguments: folders, each named after its design. Prints Markdown. */
    public static void main(String[] folders) {
        System.out.print(table(Stream.of(folders).map(Path::of).toList()));
    }

    static String table(List<Path> folders) {
        var lines = new ArrayList<String>();
        lines.add("# Ways of calling the backups, side by side");
        lines.add("");
        lines.add("Made by `bench/backup-designs`: each line is `infra/haproxy.cfg` with the change in its last column, judged by `BackupSpec` and "
                + "`EntranceSpec`");
        lines.add("on the same cluster. The overload is the scenario `stress`, 1.5 times what production can serve; activation counts from the moment when "
                + "clients");
        lines.add("had as many requests open as production has places until both backups had served, release from the end of the overload until the backups'");
        lines.add("last request. Lost in the fall are requests that failed while both production servers were switched off and came back (B4, B5).");
        lines.add("");
        lines.add("| design | backups' part | activation | release | p95 under overload | lost under overload | lost in the fall | not met | change |");
        lines.add("|---|---:|---:|---:|---:|---:|---:|---|---|");
        folders.forEach(folder -> lines.add(line(folder)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(Path reports) {
        var design = reports.getFileName().toString();
        var stress = LoadJson.read(reports.resolve("load/summary.json")).scenarios().stream().filter(scenario -> scenario.name().equals("stress")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(reports + ": stress was not played"));
        var backups = stress.backups();
        return "| %s | %s | %s | %s | %s | %d of %d | %s | %s | %s |".formatted(design,
                percent(backups.map(LoadSummary.Backups::part).orElse(0.0)),
                backups.flatMap(LoadSummary.Backups::activationMs).map(Designs::ms).orElse("never"),
                backups.map(service -> ms(service.releaseMs())).orElse("–"), ms(stress.latency().p95()), stress.failed(), stress.requests(), fall(reports),
                notMet(reports), change(design));
    }

    private static String fall(Path reports) {
        var file = reports.resolve("evidence/B4/observation.json");
        if (!Files.exists(file)) {
            return "–";
        }
        var answers = StreamSupport.stream(read(file).path("answers").spliterator(), false).toList();
        var lost = answers.stream().filter(answer -> answer.path("status").asInt() < 200 || answer.path("status").asInt() >= 300).count();
        return lost + " of " + answers.size();
    }

    private static String notMet(Path reports) {
        var ids = StreamSupport.stream(read(reports.resolve("checklist.json")).path("requirements").spliterator(), false)
                .filter(row -> row.path("ran").asBoolean() && !row.path("verdict").asText().equals("met"))
                .map(row -> row.path("id").asText() + (row.path("verdict").asText().equals("notMet") ? "" : " (could not check)")).toList();
        return ids.isEmpty() ? "–" : String.join(", ", ids);
    }

    private static String change(String design) {
        return switch (design) {
            case "reference" -> "none";
            case "plain-backup" -> "no `use_backend` rule: `backup` alone";
            case "avg_queue" -> "`use_backend overflow if { avg_queue(production) gt 0 }`";
            case "balance-first" -> "no rule; `balance first`, and the backups are the last servers of the same farm";
            default -> "";
        };
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String ms(double value) {
        return Figure.millis(value);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}
