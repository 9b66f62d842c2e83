package relevo.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.openmodel.OpenModelThreadGroup;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.TestPlanStats;
import us.abstracta.jmeter.javadsl.core.engines.EmbeddedJmeterEngine;
import us.abstracta.jmeter.javadsl.core.engines.JmeterEnvironment;
import us.abstracta.jmeter.javadsl.core.engines.TestStopper;

/** JMeter in this JVM: prints nothing, retries nothing, keeps no thread alive, and tells a recorder of every sample. */
final class QuietEngine extends EmbeddedJmeterEngine {

    /** Loading JMeter's GUI classes, which any plan does, announces a preferences folder; held, or the level is lost. */
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    /** JMeter's configuration files, laid out once, not once per plan, and before any class of JMeter asks for them. */
    static final JmeterEnvironment HOME = layOut();

    static {
        PREFERENCES.setLevel(Level.SEVERE);
        releaseIdleThreads();
    }

    private final SampleRecorder recorder;
    private final List<TestElement> others;

    /** @param others elements that hold for the whole plan */
    QuietEngine(SampleRecorder recorder, TestElement... others) {
        this.recorder = recorder;
        this.others = List.of(others);
        prop("jmeterengine.stopfail.system.exit", "false");
        // HttpClient looks its version up in its jar for every new user: a fifth of what an arrival costs.
        prop("httpclient4.default_user_agent_disabled", "true");
        // A lost request must show as one.
        prop("httpclient4.retrycount", "0");
        prop("httpclient4.request_sent_retry_enabled", "false");
    }

    @Override
    public TestPlanStats run(DslTestPlan plan) throws IOException {
        return runInEnv(plan, HOME);
    }

    @Override
    protected void addStatsCollector(HashTree plan, TestPlanStats stats) {
        plan.add(recorder);
        others.forEach(plan::add);
    }

    /** Sees to it that JMeter has its configuration. */
    static void ready() {
        // Loading the class has done it.
    }

    @Override
    protected TestRunner buildTestRunner(HashTree plan, HashTree root, TestStopper stopper) {
        withoutSummary(plan);
        return super.buildTestRunner(plan, root, stopper);
    }

    /** The DSL adds up every sample for a line that is not printed. */
    static void withoutSummary(HashTree plan) {
        List.copyOf(plan.list()).stream()
                .filter(part -> part instanceof ResultCollector collector && collector.getFilename().isEmpty())
                .forEach(plan::remove);
    }

    /** JMeter's own, of this JVM. */
    static Properties properties() {
        return JMeterUtils.getJMeterProperties();
    }

    /** JMeter's open model starts arrivals from a pool whose idle thread would hold back the end of the JVM for a minute. */
    private static void releaseIdleThreads() {
        try {
            Field pool = OpenModelThreadGroup.class.getDeclaredField("houseKeepingThreadPool");
            pool.setAccessible(true);
            ((ThreadPoolExecutor) pool.get(null)).setKeepAliveTime(100, TimeUnit.MILLISECONDS);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is not the JMeter that the suite was written for", e);
        }
    }

    private static JmeterEnvironment layOut() {
        try {
            return new JmeterEnvironment();
        } catch (IOException e) {
            throw new UncheckedIOException("JMeter's configuration could not be written to the temporary directory", e);
        }
    }
}
