package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.testing.Samples;

class ChecklistJsonTest {

    private final JsonNode json = read(Samples.mixed());

    @Test
    @DisplayName("the document has these fields, and no other")
    void fields() {
        assertThat(names(json)).containsExactly("substrate", "startedAt", "seconds", "versions", "nodesStandIn", "complete", "rubric", "cause",
                "score", "startHere", "requirements", "questions", "leftAsFound", "defence");
        assertThat(json.get("requirements")).hasSize(Samples.CATALOGUE.requirements().size())
                .allSatisfy(requirement -> assertThat(names(requirement)).containsExactly(
                "id", "level", "group", "title", "points", "earned", "ran", "verdict", "waitsFor", "reason", "test",
                "expected", "remedy", "note", "evidence", "seconds",
                "repeat"));
    }

    @Test
    @DisplayName("numbers are numbers, and decimal")
    void numbers() {
        assertThat(ChecklistJson.render(Samples.mixed()))
                .containsPattern("\"score\" : \\{\\s+\"earned\" : 3\\.0,\\s+\"automatic\" : 4\\.0,\\s+\"lost\" : 0\\.5,\\s+\"waiting\" : 0\\.3,"
                        + "\\s+\"unchecked\" : 0\\.1,\\s+\"forTheTeacher\" : 0\\.1,\\s+\"byHand\" : 0\\.0,\\s+\"total\" : 5\\.0\\s");
        assertThat(json.get("requirements")).allMatch(requirement -> requirement.get("points").isNumber());
        assertThat(requirement("G1.1").get("points").asText()).isEqualTo("0.15");
        assertThat(requirement("B2").get("seconds").doubleValue()).isEqualTo(41.7);
    }

    @Test
    @DisplayName("a row carries its verdict, its words in both languages, its evidence and how to repeat it")
    void row() {
        var b2 = requirement("B2");

        assertThat(b2.get("verdict").textValue()).isEqualTo("notMet");
        assertThat(b2.get("earned").decimalValue()).isZero();
        assertThat(b2.at("/reason/es").textValue()).startsWith("backup1 atendió 0");
        assertThat(b2.at("/reason/en").textValue()).startsWith("backup1 served 0");
        assertThat(b2.at("/remedy/en").textValue()).contains("be_conn_free(prod) lt 1");
        assertThat(b2.get("evidence")).hasSize(4);
        assertThat(b2.get("repeat").textValue()).isEqualTo("mvn verify -Dgroups=B2");
        assertThat(requirement("L2").get("verdict").textValue()).isEqualTo("couldNotCheck");
        assertThat(requirement("G3.3").get("verdict").textValue()).isEqualTo("notApplicable");
    }

    @Test
    @DisplayName("a row that waits names the root, and the document opens with the roots")
    void roots() {
        var statistics = read(Samples.withoutStatistics());

        assertThat(requirement(statistics, "B7").get("waitsFor").textValue()).as("the last of the chain").isEqualTo("G3.1");
        assertThat(requirement(statistics, "B7").get("verdict").textValue()).isEqualTo("couldNotCheck");
        assertThat(requirement(statistics, "G3.1").get("waitsFor").textValue()).isEmpty();
        assertThat(statistics.get("startHere")).singleElement().satisfies(root -> {
            assertThat(root.get("id").textValue()).isEqualTo("G3.1");
            assertThat(root.get("worth").decimalValue()).isEqualByComparingTo("1.0");
            assertThat(root.get("waiting")).extracting(JsonNode::textValue).containsExactly("G3.2", "G3.3", "B1", "B2", "B7", "B3", "B5", "L1");
        });
    }

    @Test
    @DisplayName("the figures of a test are a field of their own")
    void test() {
        assertThat(requirement("B1").at("/reason/es").textValue()).isEqualTo("backup1 y backup2 atendieron 0 de 200 peticiones.");
        assertThat(requirement("B1").at("/test/es").textValue()).startsWith("Prueba: n = 200");
        assertThat(requirement("B1").at("/test/en").textValue()).startsWith("Test: n = 200");
        assertThat(requirement("B2").at("/test/en").textValue()).isEmpty();
    }

    @Test
    @DisplayName("what the teacher must decide earns null, and says so")
    void forTheTeacher() {
        assertThat(requirement("L4").get("verdict").textValue()).isEqualTo("forTheTeacher");
        assertThat(requirement("L4").get("earned").isNull()).isTrue();
        assertThat(requirement("D1").get("verdict").textValue()).isEqualTo("forTheTeacher");
    }

    @Test
    @DisplayName("the oral defence earns null, not 0")
    void oral() {
        assertThat(requirement("D1").get("earned").isNull()).isTrue();
        assertThat(requirement("D1").get("level").textValue()).isEqualTo("oral");
    }

    @Test
    @DisplayName("a common cause stands once on top; otherwise it is null")
    void cause() {
        assertThat(read(Samples.notStarted()).at("/cause/en").textValue()).startsWith("The cluster did not start");
        assertThat(json.get("cause").isNull()).isTrue();
    }

    @Test
    @DisplayName("whatever a server is called, the document can be read back")
    void untrusted() {
        var name = "\"}],</script>\u0000\u202e\n";

        assertThat(requirement(read(Samples.checklist(List.of(Samples.met("G5", name, name)))), "G5").at("/reason/es").textValue()).isEqualTo(name);
    }

    private JsonNode requirement(String id) {
        return requirement(json, id);
    }

    private static JsonNode requirement(JsonNode json, String id) {
        return StreamSupport.stream(json.get("requirements").spliterator(), false)
                .filter(node -> node.get("id").textValue().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode read(Checklist checklist) {
        try {
            return new ObjectMapper().readTree(ChecklistJson.render(checklist));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
