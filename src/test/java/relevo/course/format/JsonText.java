package relevo.course.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import relevo.words.Printable;

/** JSON as the files of a course have it: points as they were written, and no letter that acts when somebody prints it. */
final class JsonText {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private JsonText() {
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static String render(ObjectNode document) {
        try {
            return Printable.json(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
