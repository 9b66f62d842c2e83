package relevo.report.load;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * The load report for programs, {@code reports/load/summary.json}: the fields of {@link LoadSummary}, by the same names, in the same order and units.
 * What is empty is null. The same numbers give the same bytes.
 */
public final class LoadJson {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).addModule(finite())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)).build();
    // Not the machine's own line ends: the same numbers give the same bytes.
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter INDENTED = JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

    private LoadJson() {
    }

    /**
     * The document, indented.
     *
     * @throws IllegalArgumentException when a number is not finite: JSON has no word for it, and nobody could have measured it. Says which
     */
    public static String render(LoadSummary summary) {
        try {
            return write(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(what(e), e);
        }
    }

    /** The verdicts alone, indented. */
    static String render(List<LoadSummary.Judged> verdicts) {
        try {
            return Printable.json(INDENTED.writeValueAsString(verdicts)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(what(e), e);
        }
    }

    /**
     * Reads a document back.
     *
     * @throws IllegalArgumentException when there is no such file, or it is not a summary; names it and says what is wrong, on one line in each language
     */
    public static LoadSummary read(Path file) {
        try {
            LoadSummary summary = JSON.readValue(Files.readString(file), LoadSummary.class);
            if (summary == null) {
                throw refused(file, "null", null);
            }
            write(summary); // Jackson reads 1e999 as infinite.
            return summary;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(Text.of("no existe el fichero %s", "there is no file %s", file).toString(), e);
        } catch (JsonProcessingException e) {
            throw refused(file, what(e), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(Text.of("no se puede leer %s: %s", "%s cannot be read: %s", file, oneLine(String.valueOf(e.getMessage())))
                    .toString(), e);
        }
    }

    private static String write(LoadSummary summary) throws JsonProcessingException {
        return Printable.json(INDENTED.writeValueAsString(summary)) + "\n";
    }

    private static IllegalArgumentException refused(Path file, String what, Exception cause) {
        return new IllegalArgumentException(Text.of("%s no es un resumen de carga: %s", "%s is not a load summary: %s", file, what).toString(), cause);
    }

    /** Jackson's reason without its excerpt of the document and its settings, and where it was. */
    private static String what(JsonProcessingException e) {
        String where = e instanceof JsonMappingException mapping ? mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]").reduce("", String::concat) : "";
        String line = e.getLocation() == null || e.getLocation().getLineNr() < 1 ? "" : ", line " + e.getLocation().getLineNr();
        return oneLine(e.getOriginalMessage()) + (where.isEmpty() && line.isEmpty() ? "" : " (" + (where + line).replaceFirst("^(\\.|, )", "") + ")");
    }

    private static String oneLine(String message) {
        return message.replaceFirst("; `\\w+\\.\\w+` enabled", "").strip().replaceAll("\\s+", " ");
    }

    private static SimpleModule finite() {
        var module = new SimpleModule();
        module.addSerializer(Double.class, new FiniteDouble());
        module.addSerializer(Double.TYPE, new FiniteDouble());
        return module;
    }

    private static final class FiniteDouble extends StdSerializer<Double> {

        FiniteDouble() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                throw JsonMappingException.from(out, "not a finite number: " + value);
            }
            out.writeNumber(value);
        }
    }
}
