package relevo.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import relevo.observation.Directive;

/** A line of a configuration as it may be kept on disk: {@code ***} in place of its password. */
final class WithoutPasswords extends JsonSerializer<Directive> {

    private static final String STRUCK_OUT = "***";
    private static final Set<String> BEFORE_A_PASSWORD = Set.of("password", "insecure-password");

    @Override
    public void serialize(Directive line, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject();
        out.writeStringField("file", line.file());
        out.writeNumberField("line", line.line());
        out.writeArrayFieldStart("words");
        for (var word : words(line)) {
            out.writeString(word);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static List<String> words(Directive line) {
        var words = new ArrayList<>(line.words());
        for (int i = 1; i < words.size(); i++) {
            if (line.is("stats", "auth") && i == 2) {
                words.set(i, words.get(i).replaceFirst("(?s)^([^:]*:?).*", "$1" + STRUCK_OUT));
            } else if (line.is("user") && BEFORE_A_PASSWORD.contains(words.get(i - 1))) {
                words.set(i, STRUCK_OUT);
            }
        }
        return words;
    }
}
