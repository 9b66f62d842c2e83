package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import relevo.testing.CourseSamples;
import relevo.testing.TeamSamples;
import relevo.testing.Untrusted;

class CtrfFileTest {

    static final List<String> HOSTILE = TeamSamples.HOSTILE;
    private static final List<String> STATUSES = List.of("passed", "failed", "skipped", "pending", "other");

    /** What CTRF's documentation requires; its published schema is held against the same files by {@code .ci/course-files}. */
    private static List<String> wrong(String json) throws IOException {
        var root = new ObjectMapper().readTree(json);
        var wrong = new ArrayList<String>();
        must(wrong, root.path("reportFormat").asText().equals("CTRF") && root.path("specVersion").asText().matches("\\d+\\.\\d+\\.\\d+"), "format");
        must(wrong, !root.at("/results/tool/name").asText().isBlank(), "tool");
        var summary = root.at("/results/summary");
        Stream.concat(STATUSES.stream(), Stream.of("tests", "start", "stop")).forEach(each -> must(wrong, summary.path(each).isIntegralNumber(), each));
        for (var test : tests(root)) {
            must(wrong, !test.path("name").asText().isBlank() && STATUSES.contains(test.path("status").asText())
                    && test.path("duration").isIntegralNumber(), test.toString());
        }
        STATUSES.forEach(status -> must(wrong, summary.path(status).asInt() == tests(root).stream()
                .filter(test -> test.path("status").asText().equals(status)).count(), "count of " + status));
        must(wrong, summary.path("tests").asInt() == tests(root).size(), "count");
        return wrong;
    }

    private static void must(List<String> wrong, boolean holds, String what) {
        if (!holds) {
            wrong.add(what);
        }
    }

    private static JsonNode test(JsonNode root, String id) {
        return tests(root).stream().filter(test -> test.at("/extra").get("relevo/id").asText().equals(id)).findFirst().orElseThrow();
    }

    private static List<JsonNode> tests(JsonNode root) {
        return StreamSupport.stream(root.at("/results/tests").spliterator(), false).toList();
    }

    @Test
    @DisplayName("it is as the specification has it")
    void valid() throws Exception {
        for (var team : CourseSamples.three()) {
            assertThat(wrong(CtrfFile.render(team))).isEmpty();
        }
        assertThat(wrong(CtrfFile.render(TeamSamples.corrected()))).isEmpty();
        assertThat(wrong(CtrfFile.render(TeamSamples.corrected()).replace("\"passed\"", "\"perhaps\""))).isNotEmpty();
    }

    @Test
    @DisplayName("each state has its status, and no points that nobody decided")
    void states() throws Exception {
        var team = CourseSamples.three().get(1);
        var root = new ObjectMapper().readTree(CtrfFile.render(team));

        assertThat(List.of("B1", "B2", "G1.1", "G1.2", "S1", "D1").stream().map(id -> test(root, id).get("status").asText()))
                .containsExactly("passed", "failed", "other", "other", "pending", "pending");
        assertThat(test(root, "G1.2").get("message").asText()).startsWith("Espera a G1.1.").contains("Waits for G1.1.");
        assertThat(test(root, "G1.2").get("rawStatus").asText()).isEqualTo("waits");
        for (var id : List.of("G1.1", "G1.2", "S1", "D1")) {
            assertThat(test(root, id).get("extra").has("relevo/earned")).as(id).isFalse();
        }
        assertThat(test(root, "B2").get("extra").get("relevo/earned").decimalValue()).isEqualByComparingTo("0");
        assertThat(root.at("/results/summary/extra").get("relevo/grade").isNull()).isTrue();
    }

    @Test
    @DisplayName("the sums are those of the tests, one for each requirement")
    void sums() throws Exception {
        for (var team : CourseSamples.three()) {
            var root = new ObjectMapper().readTree(CtrfFile.render(team));
            var summary = root.at("/results/summary");

            assertThat(tests(root)).hasSameSizeAs(team.cells());
            assertThat(summary.get("tests").intValue()).isEqualTo(team.cells().size());
            for (var status : List.of("passed", "failed", "skipped", "pending", "other")) {
                assertThat(summary.get(status).longValue()).as(status)
                        .isEqualTo(tests(root).stream().filter(test -> test.get("status").asText().equals(status)).count());
            }
        }
        var started = new ObjectMapper().readTree(CtrfFile.render(CourseSamples.three().get(0))).at("/results/summary");
        assertThat(started.get("start").longValue()).isEqualTo(1_767_323_045_000L);
        assertThat(started.get("stop").longValue()).isEqualTo(1_767_323_045_000L + 150_250);
    }

    @Test
    @DisplayName("the teacher's points win")
    void byHand() throws Exception {
        var root = new ObjectMapper().readTree(CtrfFile.render(TeamSamples.corrected()));

        assertThat(List.of("B2", "G1.1", "D1", "G1.2").stream().map(id -> test(root, id).get("status").asText()))
                .containsExactly("failed", "passed", "failed", "failed");
        var extra = List.of("0.4", "0", "");
        for (int i = 0; i < extra.size(); i++) {
            var json = CtrfFile.render(TeamSamples.withExtra(extra.get(i)));
            assertThat(wrong(json)).isEmpty();
            assertThat(test(new ObjectMapper().readTree(json), "E1").get("status").asText()).isEqualTo(List.of("passed", "skipped", "pending").get(i));
        }
        assertThat(test(root, "D1").get("message").asText()).startsWith("La calificó el docente: 0.5 de 1.0");
        assertThat(test(root, "G1.1").get("extra").get("relevo/earned").decimalValue()).isEqualByComparingTo("0.15");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("a stranger's words break nothing, and act on no terminal")
    void hostile(String word) throws Exception {
        var json = CtrfFile.render(TeamSamples.hostile(word));

        Untrusted.harmless(json.replace("\r\n", "\n"));
        assertThat(wrong(json)).isEmpty();
    }
}
