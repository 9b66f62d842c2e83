package relevo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import relevo.machine.Node;
import relevo.machine.Output;

/** A machine that answers commands with what real ones were recorded to say; to any other it says that nobody recorded it. */
public final class RecordedNode implements Node {

    private final String name;
    private final Map<String, Output> answers = new HashMap<>();

    public RecordedNode(String name) {
        this.name = name;
    }

    /** Answers this command line with a file among the test resources. */
    public RecordedNode says(String resource, String commandLine) {
        return answers(new Output(0, text(resource), ""), commandLine);
    }

    /** Answers this command line like that. */
    public RecordedNode answers(Output output, String commandLine) {
        answers.put(commandLine, output);
        return this;
    }

    /** A manager as it was recorded: the folder's {@code server.json}, {@code members.json} (none where it is in no cluster) and {@code instances.json}. */
    public static RecordedNode managedBy(String folder, String name) {
        var node = new RecordedNode(name).says(folder + "/server.json", "lxc query /1.0")
                .says(folder + "/instances.json", "lxc query /1.0/instances?recursion=2");
        var members = RecordedNode.class.getResource("/managers/" + folder + "/members.json");
        return members == null
                ? node.answers(new Output(1, "", "Error: Server is not clustered"), "lxc query /1.0/cluster/members?recursion=1")
                        .answers(new Output(1, "", "Error: LXD server isn't part of a cluster"), "lxc cluster list --format json")
                : node.says(folder + "/members.json", "lxc query /1.0/cluster/members?recursion=1");
    }

    private static String text(String resource) {
        try (var stream = RecordedNode.class.getResourceAsStream("/managers/" + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return "192.0.2.1";
    }

    @Override
    public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
        var line = String.join(" ", command);
        return answers.entrySet().stream().filter(entry -> line.equals(entry.getKey()) || line.endsWith(" " + entry.getKey())).map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Output(Output.NOT_RUN, "", "nobody recorded: " + line));
    }
}
