package relevo.live.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page itself: a fixed list of files, read once, so that no path leads to any other. */
final class Assets {

    private static final List<String> FILES = List.of("live/index.html", "jte/page.css", "live/live.css", "live/live.js", "live/words.js", "live/dom.js",
            "live/orders.js", "live/picture.js", "live/strip.js", "live/requirements.js", "live/visitor.js", "live/defence.js");
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    private final Map<String, Reply> answers = new LinkedHashMap<>();

    Assets() {
        for (var file : FILES) {
            var name = file.substring(file.lastIndexOf('/') + 1);
            var answer = new Reply(200, TYPES.get(name.substring(name.lastIndexOf('.') + 1)), read(file), Map.of());
            answers.put(name.equals("index.html") ? "" : name, answer);
        }
    }

    /** @param name below the token; empty for the page */
    Optional<Reply> of(String name) {
        return Optional.ofNullable(answers.get(name));
    }

    private static byte[] read(String file) {
        try (var in = Assets.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the page's " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
