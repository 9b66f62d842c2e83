package relevo.load;

import static us.abstracta.jmeter.javadsl.JmeterDsl.httpCache;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpCookies;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jtlWriter;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.util.JMeterUtils;
import org.awaitility.Awaitility;
import us.abstracta.jmeter.javadsl.core.DslTestPlan.TestPlanChild;
import us.abstracta.jmeter.javadsl.core.engines.JmeterEnvironment;

/**
 * What a request costs one generator, as the processor time of this process: a plan that is thrown away, then the same plan, measured.
 * {@code bench/generator-cost} starts it, once for each generator and round, and compares.
 */
final class GeneratorCost {

    private static final int USERS = 4;
    private static final Duration THROWN_AWAY = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(6);

    /** A generator: for so long, {@link #USERS} users ask again as soon as they are answered. */
    @FunctionalInterface
    private interface Contender {

        /** How many requests it made. */
        long ask(Duration length) throws Exception;
    }

    private final URI target;
    private final Path folder;

    private GeneratorCost(URI target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** {@code NAME TARGET FOLDER}: prints requests and processor time, ns. */
    public static void main(String[] arguments) throws Exception {
        GeneratorCost cost = new GeneratorCost(URI.create(arguments[1]), Path.of(arguments[2]));
        Contender contender = Map.<String, Contender>of(
                "ours", length -> cost.ours(new Generator(), length),
                "ours+jtl", length -> cost.ours(new Generator().writing(cost.file("ours", length, ".jtl")), length),
                "dsl", length -> cost.dsl(List.of(), length),
                "dsl+jtl", cost::dslWriting,
                "jmeter", cost::jmeter).get(arguments[0]);
        contender.ask(THROWN_AWAY);
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        long requests = contender.ask(MEASURED);
        System.out.println(requests + " " + (system.getProcessCpuTime() - before));
        // Whatever thread a generator leaves behind is none of a benchmark's business.
        System.exit(0);
    }

    private long ours(Generator generator, Duration length) {
        return generator.closed(target, USERS, length, System.nanoTime()).answers().size();
    }

    private long dslWriting(Duration length) throws IOException {
        Path jtl = file("dsl", length, ".jtl");
        Files.deleteIfExists(jtl);
        return dsl(List.of(jtlWriter(folder.toString(), jtl.getFileName().toString())), length);
    }

    /** The plan that {@link Generator} makes, as anybody would write and run it. */
    private long dsl(List<TestPlanChild> more, Duration length) throws IOException {
        List<TestPlanChild> parts = new ArrayList<>(List.of(httpCookies().disable(), httpCache().disable(),
                threadGroup("users", USERS, length, httpSampler("request", target.toString())
                        .header("User-Agent", "relevo")
                        .connectionTimeout(Patience.usual().connect())
                        .responseTimeout(Patience.usual().response())
                        .useKeepAlive(true)
                        .followRedirects(false))));
        parts.addAll(more);
        return testPlan(parts.toArray(TestPlanChild[]::new)).run().overall().samplesCount();
    }

    /** {@code jmeter -n -t plan -l results}, in this process, on the plan that {@code ours+jtl} left in the folder. */
    private long jmeter(Duration length) throws IOException, InterruptedException {
        new JmeterEnvironment();
        Path plan = file("jmeter", length, ".jmx");
        // Its own results would be written twice.
        Files.writeString(plan, Files.readString(file("ours", length, ".jmx"))
                .replaceAll("(<ResultCollector [^>]*enabled=)\"true\"", "$1\"false\""));
        Path jtl = file("jmeter", length, ".jtl");
        Files.deleteIfExists(jtl);
        CountDownLatch ended = new CountDownLatch(1);
        StandardJMeterEngine.register(new Ending(ended));
        String home = JMeterUtils.getJMeterHome();
        new JMeter().start(new String[] {"-n", "-t", plan.toString(), "-l", jtl.toString(), "-d", home, "-p", home + "/bin/jmeter.properties",
                "-Jjmeterengine.nongui.port=0", "-j", file("jmeter", length, ".log").toString()});
        ended.await();
        // Then its engine tidies up, or it would end the next plan.
        Awaitility.await().forever().until(() -> JMeterContextService.getTestStartTime() == 0);
        try (var lines = Files.lines(jtl)) {
            return lines.count() - 1;
        }
    }

    /** Waiting for the end must cost nothing. */
    private record Ending(CountDownLatch ended) implements TestStateListener {

        @Override
        public void testEnded() {
            ended.countDown();
        }

        @Override
        public void testEnded(String host) {
            ended.countDown();
        }

        @Override
        public void testStarted() {
            // Only its end matters.
        }

        @Override
        public void testStarted(String host) {
            // Only its end matters.
        }
    }

    private Path file(String generator, Duration length, String ending) {
        return folder.resolve(generator + "-" + length.toSeconds() + "s" + ending);
    }
}
