package relevo.load;

import java.time.Duration;
import java.util.List;
import relevo.observation.Answer;
import relevo.observation.Stage;

/** What the generator itself costs: found out against a server that answers at once, and never counted as anyone's load. */
final class Ceiling {

    private static final double WARM_UP_PER_SECOND = 300;
    private static final Duration WARM_UP = Duration.ofMillis(700);
    /** More per second than JMeter manages on any machine this runs on, so that it is busy throughout; short, so that it stays bounded. */
    private static final double TOO_MANY_PER_SECOND = 5_000;
    private static final Duration BURST = Duration.ofMillis(120);
    private static final Duration BURSTS = Duration.ofMillis(500);

    private static boolean warm;
    private static double perSecond;

    private Ceiling() {
    }

    /** The first plan of a JVM costs ten times what later ones do: loads and compiles JMeter, once per JVM. */
    static synchronized void warmUp() {
        if (!warm) {
            ask(WARM_UP_PER_SECOND, WARM_UP);
            warm = true;
        }
    }

    /** Arrivals of the open model per second, the best of some bursts; measured once per JVM, and when {@link #again} asks for it. */
    static synchronized double perSecond() {
        if (perSecond == 0) {
            again();
        }
        return perSecond;
    }

    /** Measures another time, for when something else had the processor the last time: what the generator managed once it can do. */
    static synchronized void again() {
        warmUp();
        long began = System.nanoTime();
        do {
            perSecond = Math.max(perSecond, throughput(ask(TOO_MANY_PER_SECOND, BURST)));
        } while (System.nanoTime() - began < BURSTS.toNanos());
    }

    private static List<Answer> ask(double perSecond, Duration length) {
        try (NullServer server = new NullServer()) {
            List<Stage> stages = List.of(Stage.flat(perSecond, length.toNanos() / 1e9));
            return new Generator().unprepared(server.at("/"), stages, 1, System.nanoTime()).answers();
        }
    }

    private static double throughput(List<Answer> answers) {
        double first = answers.get(0).atMs();
        double last = answers.stream().mapToDouble(answer -> answer.atMs() + answer.tookMs()).max().orElse(first);
        return answers.size() / Math.max(1, last - first) * 1_000;
    }
}
