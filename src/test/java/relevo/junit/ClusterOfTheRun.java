package relevo.junit;

import relevo.cluster.CannotCheck;
import relevo.cluster.CannotStart;
import relevo.cluster.Cluster;
import relevo.cluster.Progress;
import relevo.judge.Text;
import relevo.substrate.Settings;
import relevo.substrate.Substrate;
import relevo.substrate.Substrates;

/** The outcome of bringing the cluster up, once in a run: a cluster, or why there is none. Closed by JUnit when the session ends. */
final class ClusterOfTheRun implements AutoCloseable {

    private final Substrate substrate;
    private final Cluster cluster;
    private final RuntimeException failure;
    private final Thread interrupted;
    private boolean told;

    private ClusterOfTheRun(Substrate substrate, Cluster cluster, RuntimeException failure) {
        this.substrate = substrate;
        this.cluster = cluster;
        this.failure = failure;
        this.interrupted = new Thread(this::takeDown, "relevo-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    /** Never throws: a start that threw would be tried again by every class. */
    static ClusterOfTheRun start() {
        Substrate substrate = null;
        try {
            JavaVersion.check();
            substrate = Substrates.chosen(Settings.from(System.getProperties()), new Progress());
            var cluster = substrate.up();
            CurrentRun.INSTANCE.takesPlace(new CurrentRun.Circumstances(substrate.name(), substrate.nodesStandIn(), substrate.versions()));
            return new ClusterOfTheRun(substrate, cluster, null);
        } catch (RuntimeException failed) {
            if (substrate != null) {
                CurrentRun.INSTANCE.takesPlace(new CurrentRun.Circumstances(substrate.name(), substrate.nodesStandIn(), java.util.Map.of()));
            }
            return new ClusterOfTheRun(null, null, failed);
        }
    }

    /** @throws RuntimeException the failure of the start: whole the first time, in a word after that */
    Cluster cluster() {
        if (failure == null) {
            return cluster;
        }
        if (told) {
            throw new CannotCheck(Text.of("El clúster no arrancó.", "The cluster did not start."),
                    Text.of("La causa está en el primer error de esta ejecución.", "The cause stands in the first error of this run."), failure);
        }
        told = true;
        throw failure instanceof CannotStart || failure instanceof CannotCheck ? failure : new CannotStart(
                Text.of("El clúster no arrancó: %s", "The cluster did not start: %s", failure),
                Text.of("Es un fallo de la suite o de la máquina; la traza está en reports/start-failure.txt.",
                        "It is a fault of the suite or of the machine; the trace is in reports/start-failure.txt."), failure);
    }

    boolean isUp() {
        return cluster != null;
    }

    private synchronized void takeDown() {
        if (cluster != null) {
            try {
                cluster.cleanUp();
            } finally {
                substrate.close();
            }
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(interrupted);
        takeDown();
    }
}
