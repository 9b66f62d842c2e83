package relevo.live.page;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import relevo.words.Text;

/** Takes what the page sends for an order, or says what is wrong with it. */
final class OrderDesk {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final int LONGEST_TARGET = 200;

    private final LiveStage stage;

    OrderDesk(LiveStage stage) {
        this.stage = stage;
    }

    /** @param body {@code {"verb": "stop", "target": "web1", "text": ""}} */
    Reply take(byte[] body) {
        JsonNode said;
        try {
            said = JSON.readTree(body);
        } catch (IOException wrong) {
            return unclear();
        }
        var verb = word(said, "verb");
        var target = word(said, "target");
        var text = word(said, "text");
        if (verb.isEmpty() || target.isEmpty() || text.isEmpty()) {
            return unclear();
        }
        var known = Order.Verb.of(verb.get());
        if (known.isEmpty()) {
            return Reply.said(400, Text.of("No hay tal orden.", "There is no such order."));
        }
        if (known.get().targeted() && target.get().isBlank() || target.get().length() > LONGEST_TARGET) {
            return Reply.said(400, Text.of("La orden no dice a qué se refiere.", "The order does not say what it is about."));
        }
        return stage.order(new Order(known.get(), target.get(), text.get())).map(why -> Reply.said(409, why))
                .orElseGet(() -> new Reply(202, "application/json", new byte[] {'{', '}'}, Map.of()));
    }

    /** What a field says; nothing when it is no text, and the empty text when it is missing. */
    private static Optional<String> word(JsonNode said, String field) {
        if (!said.isObject()) {
            return Optional.empty();
        }
        var value = said.get(field);
        return value == null ? Optional.of("") : Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Reply unclear() {
        return Reply.said(400, Text.of("La orden no se entiende.", "The order makes no sense."));
    }
}
