package relevo.substrate.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.Power;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** A node that is a container of this machine's Docker engine. */
final class DockerNode implements Node {

    private final String name;
    private final String address;
    private final String container;
    private final DockerClient docker;

    DockerNode(String name, String address, String container, DockerClient docker) {
        this.name = name;
        this.address = address;
        this.container = container;
        this.docker = docker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
        // The engine cannot end a program that it started: timeout(1) on the node does.
        var bounded = Stream.concat(Stream.of("timeout", "--kill-after=5", String.valueOf(limit.toSeconds())), Stream.of(command)).toArray(String[]::new);
        var collected = new Collected(onLine);
        try {
            var exec = docker.execCreateCmd(container).withCmd(bounded)
                    .withEnv(env.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList())
                    .withAttachStdout(true).withAttachStderr(true).withAttachStdin(!stdin.isEmpty()).exec().getId();
            var start = docker.execStartCmd(exec);
            if (!stdin.isEmpty()) {
                start.withStdIn(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
            }
            if (!start.exec(collected).awaitCompletion(limit.toMillis() + 10_000, TimeUnit.MILLISECONDS)) {
                return new Output(124, collected.out(), "no end after " + limit.toSeconds() + " s");
            }
            return new Output(docker.inspectExecCmd(exec).exec().getExitCodeLong().intValue(), collected.out(), collected.err());
        } catch (DockerException unreachable) {
            throw new CannotCheck(Text.of("El contenedor del nodo %s no responde (%s).", "The container of node %s does not answer (%s).", name,
                    unreachable.getMessage().strip()),
                    Text.of("Vea «docker ps -a» y ejecute de nuevo.", "See \"docker ps -a\" and run again."), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotCheck(Text.of("Interrumpido.", "Interrupted."), Text.of("Ejecute de nuevo.", "Run again."), interrupted);
        }
    }

    @Override
    public Power power() {
        return new Engine(docker, container);
    }

    /** The engine's hold on the node's container. */
    private record Engine(DockerClient docker, String container) implements Power {

        @Override
        public void cut() {
            docker.killContainerCmd(container).exec();
        }

        @Override
        public void stopClock() {
            docker.pauseContainerCmd(container).exec();
        }

        @Override
        public void letClockGoOn() {
            if (Boolean.TRUE.equals(docker.inspectContainerCmd(container).exec().getState().getPaused())) {
                docker.unpauseContainerCmd(container).exec();
            }
        }

        @Override
        public void switchOn() {
            try {
                docker.startContainerCmd(container).exec();
            } catch (NotModifiedException isOn) {
                // That is what was wanted.
            }
        }
    }

    /** Both streams, and each line of the first one as it comes. */
    private static final class Collected extends ResultCallback.Adapter<Frame> {

        private final Consumer<String> onLine;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final StringBuilder line = new StringBuilder();

        Collected(Consumer<String> onLine) {
            this.onLine = onLine;
        }

        @Override
        public void onNext(Frame frame) {
            if (frame.getStreamType() == StreamType.STDERR) {
                err.writeBytes(frame.getPayload());
                return;
            }
            out.writeBytes(frame.getPayload());
            for (var c : new String(frame.getPayload(), StandardCharsets.UTF_8).toCharArray()) {
                if (c == '\n') {
                    onLine.accept(line.toString());
                    line.setLength(0);
                } else {
                    line.append(c);
                }
            }
        }

        String out() {
            return out.toString(StandardCharsets.UTF_8);
        }

        String err() {
            return err.toString(StandardCharsets.UTF_8);
        }
    }
}
