package relevo.mutant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import relevo.junit.Rehearsal;
import relevo.machine.Progress;
import relevo.observation.BroughtUp;
import relevo.report.mutant.Matrix;
import relevo.report.mutant.MatrixReport;
import relevo.report.mutant.Trial;
import relevo.substrate.Settings;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * Tries the specification on every mutant: {@code mvn verify -Pmutants}. A wrong cluster must fail exactly the requirements that its file names, a
 * right one none, a common delivery gets what its file says. {@code -Drelevo.mutants} chooses some of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutantMatrix {

    private static final Path WORK = Path.of("target", "mutants");
    /** What L1 asks for at least; each further scenario would cost every right cluster its seconds. */
    private static final String SCENARIOS = "smoke,average,stress";

    private final Progress progress = new Progress();
    private final List<Trial> trials = new ArrayList<>();
    private List<Mutant> mutants;
    private String which;
    private long seed;
    private Original original;

    @BeforeAll
    void choose() {
        System.getProperties().putIfAbsent("relevo.load.only", SCENARIOS);
        var settings = Settings.from(System.getProperties());
        which = System.getProperty("relevo.mutants", "");
        seed = Long.getLong("relevo.mutants.seed", 1);
        mutants = Mutants.chosen(Mutants.all(), which, seed);
        original = new Original(settings, WORK, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(original::close, "relevo-interrupted"));
    }

    @TestFactory
    Stream<DynamicTest> mutants() {
        return mutants.stream().map(mutant -> DynamicTest.dynamicTest(mutant.id(), () -> {
            var trial = tried(mutant);
            trials.add(trial);
            progress.say("mutant", String.format(Locale.ROOT, "%d/%d %s: %s (%.0f s)", trials.size(), mutants.size(), mutant.id(), trial.conclusion().en(),
                    trial.seconds()));
            if (!trial.exact()) {
                throw new AssertionError(trial.conclusion() + "\n" + trial.surprises());
            }
        }));
    }

    private Trial tried(Mutant mutant) {
        var begun = System.nanoTime();
        Map<String, Verdict> verdicts = new TreeMap<>();
        var trouble = Text.same("");
        try {
            verdicts.putAll(Rehearsal.of(original.altered(mutant.change()), BroughtUp.BEFORE, mutant.played(), WORK.resolve("reports").resolve(mutant.id()),
                    original.delivery()));
        } catch (RuntimeException failed) {
            trouble = Text.of("No se pudo probar: %s", "It could not be tried: %s", failed.getMessage());
        }
        try {
            original.restore(mutant.change());
        } catch (RuntimeException failed) {
            trouble = trouble.then(Text.of("No se pudo deshacer: %s", "It could not be undone: %s", failed.getMessage()));
        }
        return new Trial(mutant.id(), mutant.kind(), mutant.what(), mutant.expected(), verdicts, trouble, (System.nanoTime() - begun) / 1e9);
    }

    @AfterAll
    void report() {
        original.close();
        MatrixReport.write(new Matrix(trials, which, seed, progress.seconds()), Path.of("reports"), "mutants");
    }
}
