package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.discovery.Told;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Server;

class StartedInstancesTest {

    private static final List<InstanceState> INSTANCES = List.of(instance("lb", "Stopped"), instance("web1", "Stopped"), instance("web2", "Stopped"),
            instance("web3", "Running"), instance("lab_web4", "Stopped"), instance("idle", "Stopped"));

    @TempDir
    private Path folder;

    private final Keeper vm2 = new Keeper();

    @Test
    @DisplayName("a server points at a stopped instance by its address, by somebody's word, or by a name that only one has; nobody else is pointed at")
    void pointedAt() {
        assertThat(pointedAt(server("10.0.0.1:80", "web1"))).containsExactly("web1");
        assertThat(pointedAt(server("web2.lxd:80", ""), server("web2:80", ""))).containsExactly("web2");
        assertThat(pointedAt(server("web4:80", ""))).containsExactly("lab_web4");
        assertThat(pointedAt(server("web2:80", "web1"))).as("known by its address, whatever it is called").containsExactly("web1");
        assertThat(pointedAt(server("web3:80", ""), server("10.0.0.3:80", "web3"), server("gone:80", ""))).isEmpty();
    }

    @Test
    @DisplayName("a balancer that somebody named is started too, and one that nobody named is not")
    void balancers() {
        assertThat(StartedInstances.pointedAt(found(List.of(balancer(Told.BY)))).stream().map(InstanceState::name)).containsExactly("lb");
        assertThat(StartedInstances.pointedAt(found(List.of(balancer(Known.found("")))))).isEmpty();
    }

    @Test
    @DisplayName("each is in the journal before it is started, and out of it when it is stopped again")
    void startAndStop() {
        var started = started();

        assertThat(started.start(found(List.of(), server("10.0.0.1:80", "web1")))).isTrue();
        assertThat(vm2.told).containsExactly("STOP_AGAIN web1: lxc start web1");

        started.stop();
        assertThat(vm2.told).endsWith("STOP_AGAIN web1: lxc stop --timeout 10 web1");
        assertThat(vm2.status).containsEntry("web1", "Stopped");
        assertThat(file()).doesNotExist();
        started.stop();
        assertThat(vm2.told).hasSize(2);
    }

    @Test
    @DisplayName("where no server points at a stopped instance nothing is started, and nothing written")
    void nothing() {
        assertThat(started().start(found(List.of(), server("10.0.0.3:80", "web3")))).isFalse();
        assertThat(vm2.told).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("what a killed run started is stopped by the next one, at its beginning and once more at its end: meanwhile other faults are undone")
    void killed() throws IOException {
        started().start(found(List.of(), server("10.0.0.1:80", "web1")));
        var next = started();

        next.takeOver();
        assertThat(vm2.status).containsEntry("web1", "Stopped");
        assertThat(file()).hasContent("STOP_AGAIN web1");
        vm2.status.put("web1", "Running");
        next.stop();
        assertThat(vm2.status).containsEntry("web1", "Stopped");
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("a run that ends in the middle stops them and leaves them in the journal: the next one undoes its faults, which may start them again")
    void interrupted() {
        var started = started();
        started.start(found(List.of(), server("10.0.0.1:80", "web1")));

        started.stopForNow();

        assertThat(vm2.status).containsEntry("web1", "Stopped");
        assertThat(file()).hasContent("STOP_AGAIN web1");
    }

    @Test
    @DisplayName("one that does not shut down has its power cut; one that cannot be stopped stays in the journal for the next run")
    void stubborn() throws IOException {
        var started = started();
        started.start(found(List.of(), server("10.0.0.1:80", "web1")));
        vm2.shutsDown = false;
        vm2.obeys = false;

        started.stop();
        assertThat(vm2.told).endsWith("STOP_AGAIN web1: lxc stop --timeout 10 web1", "STOP_AGAIN web1: lxc stop --force web1");
        assertThat(file()).hasContent("STOP_AGAIN web1");

        vm2.obeys = true;
        started.stop();
        assertThat(vm2.status).containsEntry("web1", "Stopped");
        assertThat(file()).doesNotExist();
    }

    private StartedInstances started() {
        return new StartedInstances(List.of(vm2), "", file(), new Progress());
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private static List<String> pointedAt(Server... servers) {
        return StartedInstances.pointedAt(found(List.of(), servers)).stream().map(InstanceState::name).toList();
    }

    private static Inventory found(List<Balancer> balancers, Server... servers) {
        return new Inventory(List.of(), INSTANCES, balancers, List.of(servers), List.of(), Map.of());
    }

    private static Balancer balancer(Known evidence) {
        return new Balancer("vm2", "lb", 0, List.of(), List.of(), List.of(), List.of(), evidence);
    }

    private static Server server(String address, String instance) {
        return new Server("farm", "s", address, Role.PRODUCTION, Known.found(""), instance, Known.found(""));
    }

    private static InstanceState instance(String name, String status) {
        return new InstanceState(name, "vm2", "container", status, List.of(), false);
    }

    /** A machine with a manager that obeys, and in whose instance web1 something listens; it writes down what it is told, after the journal. */
    private final class Keeper implements Node {

        private final List<String> told = new ArrayList<>();
        private final Map<String, String> status = new HashMap<>(Map.of("web1", "Stopped"));
        private boolean shutsDown = true;
        private boolean obeys = true;

        @Override
        public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
            var line = String.join(" ", command);
            if (line.equals("sh -s")) {
                return new Output(0, text(), "");
            } else if (line.equals("lxc query /1.0")) {
                return new Output(0, "{\"environment\": {\"server_clustered\": false}}", "");
            } else if (line.equals("lxc query /1.0/instances?recursion=2")) {
                return new Output(0, status.entrySet().stream().map(each -> "{\"name\": \"" + each.getKey() + "\", \"status\": \"" + each.getValue() + "\"}")
                        .collect(Collectors.joining(",", "[", "]")), "");
            } else if (line.startsWith("lxc query /1.0/instances/")) {
                return new Output(0, "{\"status\": \"" + status.get(command[2].replaceFirst(".*/", "")) + "\"}", "");
            }
            told.add(journal() + ": " + line);
            if (command[1].equals("stop") && (!shutsDown && command[2].equals("--timeout") || !obeys)) {
                return new Output(1, "", "it does not");
            }
            status.put(command[command.length - 1], command[1].equals("start") ? "Running" : "Stopped");
            return new Output(0, "", "");
        }

        private String text() {
            try (var stream = StartedInstancesTest.class.getResourceAsStream("/deliveries-recorded/one-farm/vm2.txt")) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }

        private String journal() {
            try {
                return Files.exists(file()) ? String.join(", ", Files.readAllLines(file())) : "";
            } catch (IOException unreadable) {
                return "?";
            }
        }

        @Override
        public String name() {
            return "vm2";
        }

        @Override
        public String address() {
            return "";
        }
    }
}
