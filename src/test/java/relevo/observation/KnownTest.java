package relevo.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Known.How;

class KnownTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("what is saved says how sure each fact is, and is read as it was")
    void saved() throws JsonProcessingException {
        var server = new Server("web", "w1", "10.0.0.2:80", Role.BACKUP, new Known(How.TOLD, "by the mapping file"), "u1", Server.PROOF);

        var written = JSON.valueToTree(server);

        assertThat(written.at("/reason/how").asText()).isEqualTo("TOLD");
        assertThat(written.at("/evidence/how").asText()).isEqualTo("PROVEN");
        assertThat(JSON.treeToValue(written, Server.class)).isEqualTo(server);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "told: by the mapping file | TOLD | by the mapping file",
            "its own page came back from there | PROVEN | its own page came back from there",
            "marked backup in web | FOUND | marked backup in web",
            "\"\" | FOUND | \"\""})
    @DisplayName("a run that said it in one sentence is read too")
    void inOneSentence(String sentence, How how, String evidence) throws JsonProcessingException {
        assertThat(JSON.readValue(JSON.writeValueAsString(sentence), Known.class)).isEqualTo(new Known(how, evidence));
    }

    @Test
    @DisplayName("more to say of it makes it no surer")
    void more() {
        assertThat(new Known(How.TOLD, "x").and("y")).isEqualTo(new Known(How.TOLD, "x; y"));
        assertThat(Known.found("").and("y")).isEqualTo(Known.found("y"));
        assertThat(Known.unknown("x").and("")).isEqualTo(Known.unknown("x"));
    }
}
