package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import relevo.course.Team;
import relevo.testing.CourseSamples;
import relevo.testing.TeamSamples;
import relevo.testing.Untrusted;

class GradescopeFileTest {

    static final List<String> HOSTILE = TeamSamples.HOSTILE;
    private static final Set<String> FORMATS = Set.of("text", "html", "simple_format", "md", "ansi");
    private static final Set<String> VISIBLE = Set.of("hidden", "after_due_date", "after_published", "visible");
    private static final Map<String, Predicate<JsonNode>> WHOLE = Map.ofEntries(Map.entry("score", JsonNode::isNumber),
            Map.entry("execution_time", JsonNode::isNumber), Map.entry("output", JsonNode::isTextual), Map.entry("output_format", one(FORMATS)),
            Map.entry("test_output_format", one(FORMATS)), Map.entry("test_name_format", one(FORMATS)), Map.entry("visibility", one(VISIBLE)),
            Map.entry("stdout_visibility", one(VISIBLE)), Map.entry("extra_data", JsonNode::isObject), Map.entry("tests", JsonNode::isArray),
            Map.entry("leaderboard", JsonNode::isArray));
    private static final Map<String, Predicate<JsonNode>> TEST = Map.ofEntries(Map.entry("score", JsonNode::isNumber),
            Map.entry("max_score", JsonNode::isNumber), Map.entry("status", one(Set.of("passed", "failed"))), Map.entry("name", JsonNode::isTextual),
            Map.entry("name_format", one(FORMATS)), Map.entry("number", JsonNode::isTextual), Map.entry("output", JsonNode::isTextual),
            Map.entry("output_format", one(FORMATS)), Map.entry("tags", JsonNode::isArray), Map.entry("visibility", one(VISIBLE)),
            Map.entry("extra_data", JsonNode::isObject));

    private static Predicate<JsonNode> one(Set<String> of) {
        return value -> value.isTextual() && of.contains(value.asText());
    }

    /** What the autograder specification says of the file: its fields, their kinds, and that a score is on every test or on the whole. */
    private static void requireDocumented(JsonNode root) {
        requireFields(root, WHOLE);
        root.get("tests").forEach(test -> requireFields(test, TEST));
        assertThat(root.has("score") || each(root).stream().allMatch(test -> test.has("score"))).as("a score on every test, or on the whole").isTrue();
    }

    private static void requireFields(JsonNode node, Map<String, Predicate<JsonNode>> known) {
        node.fields().forEachRemaining(field -> assertThat(known.getOrDefault(field.getKey(), value -> false).test(field.getValue()))
                .as("%s: %s", field.getKey(), field.getValue()).isTrue());
    }

    private static List<JsonNode> each(JsonNode root) {
        return StreamSupport.stream(root.get("tests").spliterator(), false).toList();
    }

    private static JsonNode read(Team team) throws Exception {
        return new ObjectMapper().readTree(GradescopeFile.render(team));
    }

    private static JsonNode test(JsonNode root, String id) {
        return each(root).stream().filter(test -> test.get("number").asText().equals(id)).findFirst().orElseThrow();
    }

    private static BigDecimal sum(JsonNode root, String field) {
        return each(root).stream().filter(test -> test.has(field)).map(test -> new BigDecimal(test.get(field).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    @DisplayName("it is as Gradescope documents it")
    void documented() throws Exception {
        for (var team : CourseSamples.three()) {
            requireDocumented(read(team));
        }
        var broken = (ObjectNode) read(CourseSamples.three().get(1));
        assertThatThrownBy(() -> requireDocumented(broken.deepCopy().put("grade", 1))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> requireDocumented(broken.deepCopy().without("score"))).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("what nobody decided has no score, no maximum and no status, and the whole says so")
    void undecided() throws Exception {
        var team = CourseSamples.three().get(1);
        var root = read(team);

        for (var id : List.of("G1.1", "G1.2", "S1", "D1")) {
            assertThat(test(root, id).has("score") || test(root, id).has("max_score") || test(root, id).has("status")).as(id).isFalse();
        }
        assertThat(test(root, "B2").get("score").decimalValue()).isEqualByComparingTo("0");
        assertThat(test(root, "B2").get("status").asText()).isEqualTo("failed");
        assertThat(test(root, "B2").get("output").asText()).startsWith("No se cumple: Sirvieron 0 de 400.").contains("What to do: Set a use_backend rule.");
        assertThat(sum(root, "score")).isEqualByComparingTo(team.earned()).isEqualByComparingTo(root.get("score").decimalValue());
        assertThat(sum(root, "max_score")).isEqualByComparingTo(team.checklist().score().total().subtract(team.open()));
        assertThat(root.get("output").asText()).contains("Todavía no hay nota", "There is no grade yet", "ni ganados ni perdidos", "Nobody has decided");
        assertThat(root.at("/extra_data/grade").isNull()).isTrue();
    }

    @Test
    @DisplayName("one that did not come up has no score anywhere, and says why")
    void nothing() throws Exception {
        var root = read(CourseSamples.three().get(2));

        assertThat(each(root)).noneMatch(test -> test.has("score"));
        assertThat(root.get("output").asText()).contains("la carpeta está vacía", "the folder is empty");
    }

    @Test
    @DisplayName("the teacher's points win")
    void byHand() throws Exception {
        var root = read(TeamSamples.corrected());

        assertThat(test(root, "B2").get("score").decimalValue()).isEqualByComparingTo("0");
        assertThat(test(root, "B2").get("status").asText()).isEqualTo("failed");
        assertThat(test(root, "G1.1").get("score").decimalValue()).isEqualByComparingTo("0.15");
        assertThat(test(root, "G1.1").get("status").asText()).isEqualTo("passed");
        assertThat(test(root, "D1").get("score").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(root.get("output").asText()).contains("Nota: 4.05 de 5.0.").doesNotContain("Nobody has decided");
    }

    @Test
    @DisplayName("what is extra has a score and no maximum, and is nothing where nobody gave it")
    void extra() throws Exception {
        var root = read(TeamSamples.withExtra("0.4"));
        assertThat(test(root, "E1").get("score").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(test(root, "E1").has("max_score")).isFalse();
        assertThat(root.get("score").decimalValue()).isEqualByComparingTo("5.4");
        assertThat(sum(root, "max_score")).isEqualByComparingTo("5");

        assertThat(test(read(TeamSamples.withExtra("")), "E1").has("score")).isFalse();
        assertThat(test(read(TeamSamples.withExtra("0")), "E1").has("status")).isFalse();
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("a stranger's words are text, and act on no terminal")
    void hostile(String word) throws Exception {
        var json = GradescopeFile.render(TeamSamples.hostile(word));
        var root = new ObjectMapper().readTree(json);

        Untrusted.harmless(json.replace("\r\n", "\n"));
        requireDocumented(root);
        assertThat(List.of(root.get("output_format").asText(), root.get("test_output_format").asText(), root.get("test_name_format").asText()))
                .containsOnly("text");
        assertThat(root.at("/extra_data/team").asText()).isEqualTo(word);
    }
}
