package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import relevo.course.Team;
import relevo.testing.CourseSamples;
import relevo.testing.TeamSamples;
import relevo.testing.Untrusted;

class ClassroomFileTest {

    static final List<String> HOSTILE = TeamSamples.HOSTILE;
    private static final Map<String, String> RUNNER = Map.of("CLASSROOM", "redes", "ASSIGNMENT", "cluster", "ASSIGNMENT_TYPE", "group", "OWNER", "ana",
            "SUBMISSION_TAG", "submit/2026-06-01T14-32-05Z-a1b2c3d", "COMMIT_URL", "https://example.org/c", "RELEASE_URL", "https://example.org/r");
    private static final Set<String> NAMES = Set.of("classroom", "assignment", "owner", "commit", "release", "review");
    private static final Set<String> OTHERS = Set.of("schema", "assignment_type", "submission", "datetime", "graded_at", "score", "max-score", "tests");
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ";

    /** What the contract of {@code classroom50/result/v1} asks for, the rules included that its schema cannot say. */
    private static void requireContract(JsonNode root) {
        assertThat(root.fieldNames()).toIterable().allMatch(name -> NAMES.contains(name) || OTHERS.contains(name));
        assertThat(NAMES).allSatisfy(name -> assertThat(root.path(name).asText()).as(name).isNotEmpty());
        assertThat(root.path("schema").asText()).isEqualTo("classroom50/result/v1");
        assertThat(root.path("assignment_type").asText()).isIn("individual", "group");
        assertThat(root.path("submission").asText()).startsWith("submit/");
        assertThat(root.path("datetime").asText()).matches(TIME);
        assertThat(root.path("graded_at").asText()).matches(TIME);
        requireScores(root);
        assertThat(root.path("tests").isArray()).isTrue();
        var score = 0L;
        var most = 0L;
        for (var test : root.path("tests")) {
            assertThat(test.path("test-name").asText()).isNotEmpty();
            assertThat(test.path("passed").isBoolean()).isTrue();
            requireScores(test);
            score += test.get("score").longValue();
            most += test.get("max-score").longValue();
        }
        assertThat(List.of(root.get("score").longValue(), root.get("max-score").longValue())).containsExactly(score, most);
    }

    private static void requireScores(JsonNode node) {
        assertThat(node.path("score").isIntegralNumber() && node.path("max-score").isIntegralNumber()).isTrue();
        assertThat(node.get("score").longValue()).isBetween(0L, node.get("max-score").longValue());
    }

    private static JsonNode read(Team team) throws Exception {
        return new ObjectMapper().readTree(ClassroomFile.render(team, ClassroomFile.decimals(CourseSamples.three()), RUNNER));
    }

    private static List<String> names(JsonNode root) {
        return StreamSupport.stream(root.get("tests").spliterator(), false).map(test -> test.get("test-name").asText().split(" ")[0]).toList();
    }

    @Test
    @DisplayName("it is as Classroom 50's contract has it, in whole numbers")
    void contract() throws Exception {
        for (var team : CourseSamples.three()) {
            requireContract(read(team));
        }
        var root = read(CourseSamples.three().get(0));
        assertThat(List.of(root.get("score").intValue(), root.get("max-score").intValue())).containsExactly(500, 500);
        assertThat(root.get("owner").asText()).isEqualTo("ana");
        assertThat(root.get("review").asText()).isEqualTo("https://example.org/c");

        assertThatThrownBy(() -> requireContract(((ObjectNode) root.deepCopy()).put("score", 4.5))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> requireContract(((ObjectNode) root.deepCopy()).put("score", 501))).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("what nobody decided is neither in the list nor in the sums")
    void undecided() throws Exception {
        var team = CourseSamples.three().get(1);
        var root = read(team);

        assertThat(names(root)).contains("B2", "B1").doesNotContain("G1.1", "G1.2", "S1", "D1");
        assertThat(root.get("score").intValue()).isEqualTo(team.earned().movePointRight(2).intValueExact());
        assertThat(root.get("max-score").intValue()).isEqualTo(team.checklist().score().total().subtract(team.open()).movePointRight(2).intValueExact());
        assertThat(read(CourseSamples.three().get(2)).get("tests")).isEmpty();
    }

    @Test
    @DisplayName("the teacher's points win, and their decimals count for the whole course")
    void byHand() throws Exception {
        var corrected = TeamSamples.corrected();
        var root = new ObjectMapper().readTree(ClassroomFile.render(corrected, ClassroomFile.decimals(List.of(corrected)), Map.of()));

        requireContract(root);
        assertThat(root.get("score").intValue()).isEqualTo(405);
        assertThat(names(root)).contains("G1.1", "D1", "B2");
    }

    @Test
    @DisplayName("what is extra adds to both sums what it earned")
    void extra() throws Exception {
        var root = read(TeamSamples.withExtra("0.4"));

        requireContract(root);
        assertThat(List.of(root.get("score").intValue(), root.get("max-score").intValue())).containsExactly(540, 540);
        assertThat(names(root)).contains("E1");
        for (var none : List.of("", "0")) {
            assertThat(read(TeamSamples.withExtra(none)).get("max-score").intValue()).isEqualTo(500);
            assertThat(names(read(TeamSamples.withExtra(none)))).contains("R1").doesNotContain("E1");
        }
    }

    @Test
    @DisplayName("outside the runner nobody's submission is claimed")
    void outside() throws Exception {
        var root = new ObjectMapper().readTree(ClassroomFile.render(CourseSamples.three().get(0), 2, Map.of("OWNER", " ")));

        requireContract(root);
        assertThat(root.get("owner").asText()).isEqualTo("unknown");
        assertThat(root.get("submission").asText()).isEqualTo("submit/unknown");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("a stranger's words act on no terminal")
    void hostile(String word) throws Exception {
        var json = ClassroomFile.render(TeamSamples.hostile(word), 2, Map.of("OWNER", word));

        Untrusted.harmless(json.replace("\r\n", "\n"));
        requireContract(new ObjectMapper().readTree(json));
    }
}
