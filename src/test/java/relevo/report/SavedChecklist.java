package relevo.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * The {@code checklist.json} of an earlier run, as far as it tells what its verdicts were and what is not to be had from them.
 *
 * @param run    its circumstances
 * @param rubric name of the one that it was graded by
 * @param points of each requirement, by id
 * @param rows   every requirement that the run looked at, by id, as the file has it
 */
record SavedChecklist(RunInfo run, String rubric, Map<String, BigDecimal> points, Map<String, JsonNode> rows) {

    /** What a verdict consists of there. */
    private static final List<String> VERDICT = List.of("verdict", "reason", "expected", "remedy", "waitsFor", "test");
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** @throws IllegalArgumentException when it is not there or is something else; names the file */
    static SavedChecklist read(Path file) {
        try {
            return of(JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": " + broken.getOriginalMessage().strip().replaceAll("\\s+", " "), broken);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("no existe · there is no " + file, missing);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable, unreadable);
        } catch (IllegalArgumentException incomplete) {
            throw new IllegalArgumentException(file + ": " + incomplete.getMessage(), incomplete);
        }
    }

    private static SavedChecklist of(JsonNode root) {
        var versions = new LinkedHashMap<String, String>();
        root.required("versions").properties().forEach(version -> versions.put(version.getKey(), version.getValue().asText()));
        var run = new RunInfo(root.required("substrate").asText(), root.required("startedAt").asText(), root.required("seconds").asDouble(), versions,
                root.required("nodesStandIn").asBoolean(), root.required("complete").asBoolean());
        var points = new LinkedHashMap<String, BigDecimal>();
        var rows = new LinkedHashMap<String, JsonNode>();
        for (var row : root.required("requirements")) {
            points.put(row.required("id").asText(), row.required("points").decimalValue());
            if (row.required("ran").asBoolean()) {
                rows.put(row.required("id").asText(), row);
            }
        }
        return new SavedChecklist(run, root.path("rubric").asText(), points, rows);
    }

    /** The result of this requirement, with another verdict in it. */
    Result result(String id, Verdict verdict) {
        var row = rows.get(id);
        var evidence = StreamSupport.stream(row.path("evidence").spliterator(), false).map(JsonNode::asText).toList();
        return new Result(id, verdict, row.path("seconds").asDouble(), evidence, row.path("repeat").asText());
    }

    /** The verdict that this requirement had. @throws IllegalArgumentException when its row has none that is known */
    Verdict verdict(String id) {
        var row = rows.get(id);
        var outcome = Stream.of(Outcome.values()).filter(one -> one.key().equals(row.path("verdict").asText())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + ": verdict " + row.path("verdict")));
        return new Verdict(outcome, text(row, "reason").then(text(row, "test").asAside()), text(row, "expected"), text(row, "remedy"),
                row.path("waitsFor").asText());
    }

    private static Text text(JsonNode row, String what) {
        return new Text(row.path(what).path("es").asText(), row.path(what).path("en").asText());
    }

    /** Whether a row of another checklist has the verdict that this one has, to the last letter. */
    boolean agrees(JsonNode other) {
        return verdict(rows.get(other.path("id").asText())).equals(verdict(other));
    }

    private static List<JsonNode> verdict(JsonNode row) {
        return VERDICT.stream().<JsonNode>map(row::path).toList();
    }
}
