package relevo.load;

import java.io.IOException;
import java.rmi.RemoteException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jorphan.collections.HashTree;
import relevo.timing.Daemon;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.TestPlanStats;
import us.abstracta.jmeter.javadsl.core.engines.DistributedJmeterEngine;
import us.abstracta.jmeter.javadsl.core.engines.JmeterEnvironment;
import us.abstracta.jmeter.javadsl.core.engines.TestStopper;

/** JMeter on one server: begins when the others do, tells a recorder of every sample, can be stopped, and leaves no port open here. */
final class RemoteEngine extends DistributedJmeterEngine {

    /** Before the library asks JMeter's properties how often to try. */
    private static final JmeterEnvironment HOME = QuietEngine.HOME;
    /** A stop has been heard long before that. */
    private static final int STOPS = 20;

    private final String server;
    private final RemoteRecorder recorder;
    private final long planned;
    private final StartLine line;
    private final AtomicInteger stops = new AtomicInteger();
    private volatile Thread thread;
    private volatile Thread stopping;
    private volatile TestRunner runner;
    private volatile RmiExport home;

    /** @param planned users that will come; 0 when they stay */
    RemoteEngine(String server, RemoteRecorder recorder, long planned, StartLine line) {
        super(server);
        this.server = server;
        this.recorder = recorder;
        this.planned = planned;
        this.line = line;
        localJMeterEnv(HOME);
        RmiKeystore.inUse().properties().forEach(this::prop);
    }

    /** Runs it on a thread of its own. */
    CompletableFuture<Void> start(DslTestPlan plan) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        thread = Daemon.start("load-plan-" + server, () -> {
            try {
                run(plan);
                ended.complete(null);
            } catch (IOException | RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        return ended;
    }

    @Override
    public TestPlanStats run(DslTestPlan plan) throws IOException {
        try {
            return super.run(plan);
        } catch (IOException | RuntimeException e) {
            line.breakUp(e);
            throw e;
        } finally {
            if (home != null) {
                home.close();
            }
        }
    }

    @Override
    protected void addStatsCollector(HashTree plan, TestPlanStats stats) {
        // The recorder takes its place, below.
    }

    /** One object listens here for samples and for the end; the library would open a port for each listener, and close none. */
    @Override
    protected TestRunner buildTestRunner(HashTree plan, HashTree root, TestStopper stopper) {
        QuietEngine.withoutSummary(plan);
        List<ResultCollector> files = plan.list().stream().filter(ResultCollector.class::isInstance).map(ResultCollector.class::cast).toList();
        files.forEach(plan::remove);
        if (planned > 0) {
            plan.add(new Departures(planned));
        }
        HashTree caught = new HashTree() {
            @Override
            public HashTree add(Object ending) {
                return plan.add(new Courier(listen(files, (TestStateListener) ending)));
            }
        };
        TestRunner begun = super.buildTestRunner(caught, root, stopper);
        runner = begun;
        return new TestRunner() {
            @Override
            protected void runTest() {
                line.await();
                begun.run();
                if (Thread.interrupted()) {
                    throw new IllegalStateException("the JMeter server " + server + " never said that its plan had ended");
                }
            }

            @Override
            public void stop() {
                begun.stop();
            }
        };
    }

    private Arriving listen(List<ResultCollector> files, TestStateListener ending) {
        try {
            Arriving arriving = new Arriving(line::begun, Stream.concat(Stream.of(recorder), files.stream()).toList(),
                    Stream.concat(files.stream(), Stream.of(ending)).toList());
            home = new RmiExport(arriving);
            return arriving;
        } catch (RemoteException e) {
            throw new IllegalStateException("nothing can listen for the samples of a JMeter server", e);
        }
    }

    /** To be repeated until the plan has ended: a server that has not begun cannot be stopped. One that is gone is given up. */
    void stop() {
        TestRunner begun = runner;
        if (begun != null && (stopping == null || !stopping.isAlive())) {
            stopping = Daemon.start("load-stop-" + server, begun::stop);
        }
        if (stops.incrementAndGet() == STOPS) {
            thread.interrupt();
        }
    }
}
