package relevo.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Script;
import relevo.observation.Balancer;
import relevo.observation.Statistics;
import relevo.outside.Readings;
import relevo.outside.StatisticsParser;
import relevo.timing.Daemon;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.words.Printable;

/**
 * HAProxy's statistics, read on its machine over its runtime socket. A page may be published nowhere, or vanish under the very load that is looked
 * at; the socket is there as long as the process is.
 */
public final class RuntimeStatistics implements Readings {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Letters of something else than a reading. */
    private static final int SHOWN = 300;
    /** Longer than any story; a reader that nobody ends does so by itself. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Node node;
    private final Balancer balancer;

    /** @param node the machine that the balancer runs on */
    public RuntimeStatistics(Node node, Balancer balancer) {
        this.node = node;
        this.balancer = balancer;
    }

    @Override
    public Statistics read() {
        var output = node.run(command("1", Duration.ZERO));
        if (!output.ok()) {
            throw new IllegalArgumentException(shown(output.complaint()));
        }
        return parsed(output.out().lines().skip(1).findFirst().orElse(""));
    }

    @Override
    public Reading every(Duration pause, Consumer<Statistics> seen, Consumer<String> unreadable) {
        var process = new CompletableFuture<String>();
        var first = new CompletableFuture<Boolean>();
        var ended = CompletableFuture.runAsync(() -> {
            try {
                node.run(Timing.stretched(LONGEST), Map.of(), "", line -> {
                    if (!process.complete(line.strip())) {
                        take(line, seen, unreadable);
                        first.complete(true);
                    }
                }, command("0", pause));
            } catch (CannotCheck silent) {
                unreadable.accept(silent.getMessage());
            } finally {
                process.complete("");
                first.complete(false);
            }
        }, Daemon.each("relevo-runtime"));
        first.join();
        return () -> {
            var pid = process.join();
            if (!pid.isEmpty()) {
                node.run("kill", pid);
            }
            ended.join();
        };
    }

    private static void take(String line, Consumer<Statistics> seen, Consumer<String> unreadable) {
        try {
            seen.accept(parsed(line));
        } catch (IllegalArgumentException failed) {
            unreadable.accept(failed.getMessage());
        }
    }

    private String[] command(String times, Duration pause) {
        return Stream.concat(Stream.of("python3", "-c", Script.text("runtime"), String.valueOf(balancer.pid()), times, String.valueOf(pause.toMillis())),
                balancer.sockets().stream()).toArray(String[]::new);
    }

    /** @throws IllegalArgumentException when the line is no reading, with what it is instead */
    static Statistics parsed(String line) {
        JsonNode reading;
        try {
            reading = JSON.readTree(line);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException(shown("no reading of the runtime socket: " + line), other);
        }
        if (!reading.has("csv")) {
            throw new IllegalArgumentException(shown(reading.path("error").asText("no reading of the runtime socket")));
        }
        return StatisticsParser.parse(reading.path("csv").asText(""));
    }

    private static String shown(String said) {
        return Printable.of(said.length() > SHOWN ? said.substring(0, SHOWN) + "…" : said);
    }
}
