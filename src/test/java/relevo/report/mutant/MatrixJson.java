package relevo.report.mutant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** The matrix for programs. Verdicts have the words of {@code checklist.json}. */
final class MatrixJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private MatrixJson() {
    }

    static String render(Matrix matrix) {
        var root = new LinkedHashMap<String, Object>();
        root.put("asked", matrix.which());
        root.put("seed", matrix.seed());
        root.put("seconds", Math.round(matrix.seconds()));
        root.put("tried", matrix.trials().size());
        root.put("exact", matrix.exact());
        root.put("mutants", matrix.trials().stream().map(MatrixJson::trial).toList());
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Map<String, Object> trial(Trial trial) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", trial.id());
        row.put("kind", trial.kind().folder());
        row.put("what", both(trial.what()));
        row.put("fails", trial.expected().fails());
        row.put("waits", trial.expected().waits());
        row.put("teacher", trial.expected().teacher());
        row.put("exact", trial.exact());
        row.put("notNoticed", trial.holes());
        row.put("withoutReason", trial.entangled());
        row.put("unforeseen", trial.unforeseen());
        row.put("trouble", trial.trouble().en());
        row.put("seconds", Math.round(trial.seconds()));
        var verdicts = new TreeMap<String, Object>();
        trial.verdicts().forEach((id, verdict) -> verdicts.put(id, verdict(verdict)));
        row.put("verdicts", verdicts);
        return row;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        var said = new LinkedHashMap<String, Object>();
        said.put("verdict", verdict.outcome().key());
        if (!verdict.waitsFor().isEmpty()) {
            said.put("waitsFor", verdict.waitsFor());
        }
        if (!verdict.isMet()) {
            said.put("expected", both(verdict.expected()));
            said.put("seen", both(verdict.told()));
            said.put("remedy", both(verdict.remedy()));
        }
        return said;
    }

    private static Map<String, String> both(Text text) {
        return new TreeMap<>(Map.of("es", text.es(), "en", text.en()));
    }
}
