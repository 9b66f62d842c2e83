package relevo.substrate.vagrant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.machine.SshAddress;
import relevo.verdict.CannotStart;
import relevo.words.Text;

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
        var command = Command.of(Stream.concat(Stream.of("vagrant"), Stream.of(words)).toArray(String[]::new)).in(infra).with(environment).within(LONGEST)
                .telling(onLine, onLine);
        var output = command.run();
        if (output.exit() == Output.NOT_RUN) {
            throw new CannotStart(Text.of("No se puede ejecutar vagrant (%s).", "vagrant cannot be run (%s).", output.complaint()),
                    Text.of("Ejecute infra/setup --vagrant, que lo instala.", "Run infra/setup --vagrant, which installs it."));
        }
        if (!output.ok()) {
            throw new CannotStart(Text.of("«vagrant %s» terminó con estado %d: %s", "\"vagrant %s\" ended with status %d: %s", words[0], output.exit(),
                    output.complaint()),
                    Text.of("Corrija lo que dice y repita «vagrant %s» en %s.", "Correct what it says and repeat \"vagrant %s\" in %s.",
                            String.join(" ", words), infra));
        }
        return output.out();
    }
}
