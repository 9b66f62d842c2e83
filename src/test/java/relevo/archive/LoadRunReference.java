package relevo.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Set;
import relevo.observation.LoadRun;

/** A load run inside what a requirement is judged by: the name of its scenario where {@code load/} has that very run, otherwise all of it. */
final class LoadRunReference {

    private LoadRunReference() {
    }

    /** Writes a load run. */
    static final class Writer extends JsonSerializer<LoadRun> {

        private final SavedLoad saved;

        Writer(SavedLoad saved) {
            this.saved = saved;
        }

        @Override
        public void serialize(LoadRun run, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (saved.has(run)) {
                out.writeString(run.scenario());
            } else {
                SavedLoad.JSON.writeValue(out, run);
            }
        }
    }

    /** Reads one, and notes the name of its scenario. */
    static final class Reader extends JsonDeserializer<LoadRun> {

        private final SavedLoad saved;
        private final Set<String> scenarios;

        Reader(SavedLoad saved, Set<String> scenarios) {
            this.saved = saved;
            this.scenarios = scenarios;
        }

        @Override
        public LoadRun deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var run = in.hasToken(JsonToken.VALUE_STRING) ? saved.run(in.getText()) : SavedLoad.JSON.readValue(in, LoadRun.class);
            scenarios.add(run.scenario());
            return run;
        }
    }
}
