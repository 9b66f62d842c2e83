package relevo.mutant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import relevo.junit.Rehearsal;
import relevo.load.Load;
import relevo.machine.Command;
import relevo.machine.Progress;
import relevo.outside.Visitor;
import relevo.report.mutant.Kind;
import relevo.report.mutant.Matrix;
import relevo.report.mutant.MatrixReport;
import relevo.report.mutant.Trial;
import relevo.substrate.Settings;
import relevo.substrate.delivery.DeliverySubstrate;
import relevo.verdict.CannotStart;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * Tries the specification on whole deliveries by other hands: {@code mvn verify -Pdeliveries}. Each is brought up from its Vagrantfile, judged without a word
 * on what it is, compared with what a careful teacher says, and destroyed. {@code -Drelevo.deliveries} chooses some of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryMatrix {

    private static final Path REPORTS = Path.of("target", "deliveries");
    private static final Duration BUILDING = Duration.ofMinutes(15);
    /** What L1 asks for at least. */
    private static final String SCENARIOS = "smoke,average,stress";

    private final Progress progress = new Progress();
    private final List<Trial> trials = new ArrayList<>();
    /** By what manages the instances in it. */
    private final Map<String, String> images = new TreeMap<>();
    private Settings settings;
    private String which;
    private long seed;
    private List<Delivered> deliveries;

    @BeforeAll
    void choose() {
        System.getProperties().putIfAbsent("relevo.load.only", SCENARIOS);
        settings = Settings.from(System.getProperties());
        which = System.getProperty("relevo.deliveries", "");
        seed = Long.getLong("relevo.deliveries.seed", 1);
        deliveries = Delivered.chosen(Delivered.all(), which, seed);
        deliveries.stream().map(Delivered::manager).distinct().forEach(manager -> images.put(manager, built(manager)));
        Visitor.warmUp();
        Load.warmUp();
    }

    private String built(String manager) {
        var built = Command.of(settings.infra().resolve("images/delivery").toString()).with(Map.of("RELEVO_MANAGER", manager)).within(BUILDING)
                .telling(line -> { }, line -> progress.say("image", line)).run();
        if (!built.ok()) {
            throw new CannotStart(Text.of("La imagen de las entregas no se pudo construir: %s", "The deliveries' image could not be built: %s",
                    built.complaint()), Text.of("Ejecute infra/setup --deliveries.", "Run infra/setup --deliveries."));
        }
        return built.out().strip();
    }

    @TestFactory
    Stream<DynamicTest> deliveries() {
        return deliveries.stream().map(delivery -> DynamicTest.dynamicTest(delivery.id(), () -> {
            var trial = tried(delivery);
            trials.add(trial);
            progress.say("delivery", String.format(Locale.ROOT, "%d/%d %s: %s (%.0f s)", trials.size(), deliveries.size(), delivery.id(),
                    trial.conclusion().en(), trial.seconds()));
            if (!trial.exact()) {
                throw new AssertionError(trial.conclusion() + "\n" + trial.surprises());
            }
        }));
    }

    private Trial tried(Delivered delivery) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        var trouble = Text.same("");
        var begun = System.nanoTime();
        var handed = new Settings.Delivery(delivery.folder().toString(), true, true, Optional.empty());
        try (var substrate = new DeliverySubstrate(settings, handed, Map.of("RELEVO_DELIVERY_IMAGE", images.get(delivery.manager())),
                progress)) {
            var interrupted = new Thread(substrate::close, "relevo-interrupted");
            Runtime.getRuntime().addShutdownHook(interrupted);
            var cluster = substrate.up(() -> { });
            begun = System.nanoTime();
            verdicts.putAll(Rehearsal.of(cluster, substrate.broughtUp(), delivery.expected().played(), REPORTS.resolve(delivery.id()), delivery.folder()));
            cluster.cleanUp();
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (RuntimeException failed) {
            trouble = Text.of("No se pudo probar: %s", "It could not be tried: %s", failed.getMessage());
        }
        return new Trial(delivery.id(), Kind.COMMON, delivery.what(), delivery.expected(), verdicts, trouble, (System.nanoTime() - begun) / 1e9);
    }

    @AfterAll
    void report() {
        MatrixReport.write(new Matrix(trials, which, seed, progress.seconds()), Path.of("reports"), "deliveries");
    }
}
