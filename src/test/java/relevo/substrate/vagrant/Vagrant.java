package relevo.substrate.vagrant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import relevo.cluster.CannotStart;
import relevo.cluster.Progress;
import relevo.judge.Text;

/** The {@code vagrant} command, run in {@code infra/}: the only class that knows its words. */
final class Vagrant {

    /** What an emulated cluster takes to be made, and as much again. */
    private static final Duration LONGEST = Duration.ofMinutes(40);
    private static final String RUNNING = "running";
    private static final String ABSENT = "not_created";

    private final Path infra;
    private final Map<String, String> environment;
    private final Progress progress;

    /** @param environment added to what Vagrant is started with: {@code RELEVO_HTTP_PORT}, … */
    Vagrant(Path infra, Map<String, String> environment, Progress progress) {
        this.infra = infra;
        this.environment = environment;
        this.progress = progress;
    }

    /** The state of each machine, in Vagrant's words ({@code running}, {@code shutoff}, {@code not_created}, …). */
    Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        for (var line : run(line -> { }, "status", "--machine-readable").split("\n")) {
            var columns = line.split(",");
            if (columns.length > 3 && columns[2].equals("state")) {
                states.put(columns[1], columns[3]);
            }
        }
        return states;
    }

    static boolean isRunning(String state) {
        return RUNNING.equals(state);
    }

    static boolean exists(String state) {
        return !ABSENT.equals(state);
    }

    /** Brings all machines up, and the cluster in them, as somebody does who types it. */
    void up() {
        run(this::show, "up", "--no-color");
    }

    /** The switch of a machine that is there. */
    PowerSwitch powerSwitch(String machine) {
        return PowerSwitch.of(infra.resolve(".vagrant/machines"), machine);
    }

    void destroy() {
        run(line -> { }, "destroy", "--no-color", "--force");
    }

    /** How to reach the machines that run. */
    List<SshAddress> addresses() {
        return SshAddress.parse(run(line -> { }, "ssh-config"));
    }

    private void show(String line) {
        // A percentage is rewritten in place on a terminal; here each would be a line.
        if (!line.isBlank() && !line.contains("Progress: ")) {
            progress.say("vagrant", line.strip());
        }
    }

    /** Standard output. What it says on standard error is shown only when it fails. */
    private String run(Consumer<String> onLine, String... words) {
        var command = new ArrayList<>(List.of("vagrant"));
        command.addAll(List.of(words));
        try {
            var builder = new ProcessBuilder(command).directory(infra.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var complaint = new StringBuilder();
            var reader = new Thread(() -> process.errorReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                complaint.append(line).append('\n');
                onLine.accept(line);
            }), "relevo-vagrant");
            reader.start();
            var out = new StringBuilder();
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                out.append(line).append('\n');
                onLine.accept(line);
            });
            if (!process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                process.destroy();
            }
            reader.join();
            if (process.exitValue() != 0) {
                throw new CannotStart(Text.of("«vagrant %s» terminó con estado %d: %s", "\"vagrant %s\" ended with status %d: %s",
                        words[0], process.exitValue(), (complaint.isEmpty() ? out : complaint).toString().strip()),
                        Text.of("Corrija lo que dice y repita «vagrant %s» en %s.", "Correct what it says and repeat \"vagrant %s\" in %s.", String.join(" ", words), infra));
            }
            return out.toString();
        } catch (IOException absent) {
            throw new CannotStart(Text.of("No se puede ejecutar vagrant (%s).", "vagrant cannot be run (%s).", absent.getMessage()),
                    Text.of("Ejecute infra/setup --vagrant, que lo instala.", "Run infra/setup --vagrant, which installs it."), absent);
        } catch (UncheckedIOException ended) {
            throw new CannotStart(Text.of("vagrant terminó antes de tiempo (%s).", "vagrant ended early (%s).", ended.getMessage()),
                    Text.of("Ejecute de nuevo.", "Run again."), ended);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart(Text.of("Interrumpido.", "Interrupted."), Text.of("Ejecute de nuevo.", "Run again."), interrupted);
        }
    }
}
