package relevo.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import relevo.archive.SavedConfiguration;
import relevo.archive.SavedInventory;
import relevo.cluster.Cluster;
import relevo.load.Load;
import relevo.machine.Progress;
import relevo.observation.BroughtUp;
import relevo.observation.Inventory;
import relevo.outside.Visitor;
import relevo.report.ReportFiles;
import relevo.substrate.Settings;
import relevo.substrate.Substrate;
import relevo.substrate.Substrates;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.words.Printable;
import relevo.words.Text;

/** The outcome of bringing the cluster up, once in a run: a cluster, or why there is none. Closed by JUnit when the session ends. */
public final class ClusterOfTheRun implements AutoCloseable {

    /** Null when there is none to take down. */
    private final Substrate substrate;
    private final Cluster cluster;
    private final BroughtUp broughtUp;
    private final RuntimeException failure;

    private ClusterOfTheRun(Substrate substrate, Cluster cluster, BroughtUp broughtUp, RuntimeException failure) {
        this.substrate = substrate;
        this.cluster = cluster;
        this.broughtUp = broughtUp;
        this.failure = failure;
    }

    /** Never throws: a start that threw would be tried again by every class. */
    public static ClusterOfTheRun start() {
        // For Ctrl-C, also while the cluster is on its way up. What a test was doing to a cluster that stays is put right by the next run.
        return start(chosen -> Runtime.getRuntime().addShutdownHook(new Thread(chosen::close, "relevo-interrupted")));
    }

    /** As {@link #start()}. @param begun told where the nodes will come from, before there is any */
    public static ClusterOfTheRun start(Consumer<Substrate> begun) {
        Substrate substrate = null;
        try {
            Reports.begin(CurrentRun.current());
            JavaVersion.check();
            substrate = Substrates.chosen(Settings.from(System.getProperties()), new Progress());
            begun.accept(substrate);
            var cluster = substrate.up(() -> {
                Visitor.warmUp();
                Load.warmUp();
            });
            CurrentRun.current().takesPlace(new CurrentRun.Circumstances(substrate.name(), substrate.nodesStandIn(), versions(substrate, cluster)));
            compare(substrate, cluster.inventory());
            new SavedConfiguration(CurrentRun.current().reports()).keep(cluster.inspection().configuration());
            return new ClusterOfTheRun(substrate, cluster, substrate.broughtUp(), null);
        } catch (RuntimeException failed) {
            if (substrate != null) {
                CurrentRun.current().takesPlace(new CurrentRun.Circumstances(substrate.name(), substrate.nodesStandIn(), Map.of()));
            }
            var told = failed instanceof CannotStart || failed instanceof CannotCheck ? failed : unexpected(failed);
            CurrentRun.current().didNotStart(told);
            return new ClusterOfTheRun(null, null, BroughtUp.BEFORE, told);
        }
    }

    private static void compare(Substrate substrate, Inventory found) {
        new SavedInventory(CurrentRun.current().reports()).keep(found);
        var differences = substrate.differences(found);
        if (!differences.isEmpty()) {
            throw new CannotStart(Text.of("El clúster no es como se hizo: %s.", "The cluster is not as it was made: %s.", String.join("; ", differences)),
                    Text.of("Hágalo de nuevo: infra/down y repita. Lo que se encontró está en reports/inventory.json.",
                            "Make it anew: infra/down, and repeat. What was found is in reports/inventory.json."));
        }
    }

    private static Map<String, String> versions(Substrate substrate, Cluster cluster) {
        var versions = new TreeMap<>(substrate.versions());
        versions.putAll(cluster.inspection().versions());
        return versions;
    }

    private static CannotStart unexpected(RuntimeException failed) {
        var trace = CurrentRun.current().reports().resolve("start-failure.txt");
        keep(failed, trace);
        return new CannotStart(Text.of("El clúster no arrancó: %s", "The cluster did not start: %s", failed),
                Text.of("Es un fallo de la suite o de la máquina; la traza está en %s.", "It is a fault of the suite or of the machine; the trace is in %s.",
                        trace), failed);
    }

    /** Where it came from, fit for a terminal: the message may be a stranger's. */
    static void keep(RuntimeException failed, Path trace) {
        var text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        try {
            ReportFiles.put(trace, Printable.of(text.toString()));
        } catch (UncheckedIOException unwritable) {
            failed.addSuppressed(unwritable);
        }
    }

    /** One that somebody else brought up and will take down. */
    public static ClusterOfTheRun given(Cluster cluster, BroughtUp broughtUp) {
        return new ClusterOfTheRun(null, cluster, broughtUp, null);
    }

    /** How its machines came up. */
    public BroughtUp broughtUp() {
        return broughtUp;
    }

    /** @throws RuntimeException why there is none */
    public Cluster cluster() {
        if (failure != null) {
            throw failure;
        }
        return cluster;
    }

    /** Whether there is a cluster. */
    public boolean isUp() {
        return cluster != null;
    }

    private void cleanUp() {
        try {
            cluster.cleanUp();
        } catch (RuntimeException failed) {
            new EvidenceFolder(CurrentRun.current().reports(), "clean-up").keep(cluster.evidence());
            throw failed;
        }
    }

    @Override
    public void close() {
        if (substrate != null && isUp()) {
            try {
                if (substrate.stays()) {
                    cleanUp();
                    substrate.leftAsFound().ifPresent(left -> Reports.leave(CurrentRun.current(), left));
                }
            } finally {
                substrate.close();
            }
        }
    }
}
