package relevo.testing;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import relevo.machine.Command;
import relevo.machine.Node;
import relevo.machine.Output;

/** This host as a machine, for scripts that read what the test itself made. */
public final class LocalNode implements Node {

    @Override
    public String name() {
        return "here";
    }

    @Override
    public String address() {
        return "127.0.0.1";
    }

    @Override
    public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
        return Command.of(command).with(env).within(limit).telling(onLine, line -> { }).run();
    }
}
