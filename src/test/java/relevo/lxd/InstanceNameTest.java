package relevo.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.observation.InstanceName;
import relevo.observation.InstanceState;
import relevo.testing.RecordedNode;

/** Instances of one name on several machines, of several projects, and of managers that know only containers. */
class InstanceNameTest {

    private static final String SERVER = "{\"api_extensions\": [%s], \"environment\": {\"server_name\": \"vm1\", \"server_clustered\": false}}";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("a name is taken apart as it was put together")
    void parts() {
        assertThat(InstanceName.of("web1")).isEqualTo(new InstanceName("", "web1", ""));
        assertThat(InstanceName.of("lab_web1@vm_2")).isEqualTo(new InstanceName("lab", "web1", "vm_2"));
        assertThat(InstanceName.within("lab", "web1")).isEqualTo("lab_web1");
    }

    @Test
    @DisplayName("a command is what a person types: the manager's own name, its project, and where, where that matters")
    void typed() {
        assertThat(InstanceName.of("web").typed("lxc start %s", "en")).isEqualTo("lxc start web");
        assertThat(InstanceName.of("web@vm2").typed("lxc start %s", "en")).isEqualTo("lxc start web (en vm2)");
        assertThat(InstanceName.of("lab_web").typed("lxc exec %s -- systemctl status apache2", "on"))
                .isEqualTo("lxc exec --project lab web -- systemctl status apache2");
        assertThat(InstanceName.of("lab_web@vm2").typed("lxc start %s", "on")).isEqualTo("lxc start --project lab web (on vm2)");
        assertThat(InstanceName.of("lab_web@vm2").typed("lxc config show %s --expanded")).isEqualTo("lxc config show --project lab web --expanded");
    }

    @Test
    @DisplayName("only those of one name have their machine behind it, and programs of their control groups are called so too")
    void twins() {
        var distinct = InstanceName.distinct(List.of(instance("web", "vm1"), instance("web", "vm2"), instance("lb", "vm1")));

        assertThat(distinct).extracting(InstanceState::name).containsExactly("web@vm1", "web@vm2", "lb");
        var names = distinct.stream().map(InstanceState::name).toList();
        assertThat(InstanceName.called(names, "web", "vm2")).isEqualTo("web@vm2");
        assertThat(InstanceName.called(names, "lb", "vm1")).isEqualTo("lb");
        assertThat(InstanceName.called(names, "web", "vm3")).isEqualTo("web");
    }

    @Test
    @DisplayName("instances of every project are listed, those outside the default one with their project before their name, as their control groups have it")
    void projects() {
        var node = new RecordedNode("vm1").answers(said(SERVER.formatted("\"instances\", \"projects\"")), "lxc query /1.0")
                .answers(said("[\"/1.0/projects/default\", \"/1.0/projects/lab\", \"/1.0/projects/../x\", \"/1.0/projects/$(id)\", 7]"),
                        "lxc query /1.0/projects")
                .answers(said("[{\"name\": \"web1\", \"type\": \"container\", \"status\": \"Running\"}]"), "lxc query /1.0/instances?recursion=2")
                .answers(said("[{\"name\": \"web1\", \"type\": \"container\", \"status\": \"Stopped\", \"project\": \"lab\"}]"),
                        "lxc query /1.0/instances?recursion=2&project=lab")
                .answers(said("{\"status\": \"Running\"}"), "lxc query /1.0/instances/web1")
                .answers(said("{\"status\": \"Stopped\"}"), "lxc query /1.0/instances/web1?project=lab");
        var lxd = new Lxd(node, "");

        assertThat(lxd.instances()).extracting(InstanceState::name, InstanceState::status)
                .containsExactly(tuple("web1", "Running"), tuple("lab_web1", "Stopped"));
        assertThat(lxd.isOff("web1")).isFalse();
        assertThat(lxd.isOff("lab_web1")).isTrue();
    }

    @Test
    @DisplayName("LXD 3.0, which knows containers alone and lists them without their state, is asked for what it knows")
    void old() {
        var node = new RecordedNode("vm1").answers(said(SERVER.formatted("\"storage\", \"clustering\"")), "lxc query /1.0")
                .answers(said("[{\"name\": \"web1\", \"status\": \"Running\"}, {\"name\": \"web2\", \"status\": \"Stopped\"}]"),
                        "lxc query /1.0/containers?recursion=1")
                .answers(said("{\"network\": {\"eth0\": {\"addresses\": [{\"scope\": \"global\", \"address\": \"10.0.0.2\"}]}}}"),
                        "lxc query /1.0/containers/web1/state");

        assertThat(new Lxd(node, "").instances()).extracting(InstanceState::name, InstanceState::type, InstanceState::addresses)
                .containsExactly(tuple("web1", "container", List.of("10.0.0.2")), tuple("web2", "container", List.of()));
    }

    @Test
    @DisplayName("what is done inside an instance is asked of its own project; switching it on names its project, not its machine")
    void commands() throws IOException {
        var node = new Listening(Files.createDirectories(folder.resolve("bin")));
        var lxd = new Lxd(node, Files.readString(Path.of("infra/provision/inside")), new MemberNames(), "lxc");

        assertThat(lxd.run("lab_web1@vm1", "true").ok()).isTrue();
        assertThat(node.heard()).containsExactly("query --wait -X POST /1.0/instances/web1/exec?project=lab",
                "query --raw /1.0/instances/web1/logs/1?project=lab",
                "query -X DELETE /1.0/instances/web1/logs/1?project=lab", "query --raw /1.0/instances/web1/logs/2?project=lab",
                "query -X DELETE /1.0/instances/web1/logs/2?project=lab");

        lxd.start("lab_web1@vm1");
        assertThat(node.heard()).endsWith("query /1.0/instances/web1?project=lab", "start --project lab web1");
        lxd.start("web1@vm1");
        assertThat(node.heard()).endsWith("query /1.0/instances/web1", "start web1");
    }

    @Test
    @DisplayName("what is done inside a container of LXD 3.0 is asked of containers")
    void insideAnOldOne() throws IOException {
        var node = new Listening(Files.createDirectories(folder.resolve("bin")));
        var names = new MemberNames();
        names.learnOld("vm1");

        new Lxd(node, Files.readString(Path.of("infra/provision/inside")), names, "lxc").run("web1", "true");

        assertThat(node.heard().get(0)).isEqualTo("query --wait -X POST /1.0/containers/web1/exec");
    }

    private static InstanceState instance(String name, String machine) {
        return new InstanceState(name, machine, "container", "Running", List.of(), false);
    }

    private static Output said(String text) {
        return new Output(0, text, "");
    }

    /** This host, with a client that writes down what it is asked. */
    private static final class Listening implements Node {

        private final Path bin;

        Listening(Path bin) throws IOException {
            this.bin = bin;
            Files.writeString(bin.resolve("lxc"), """
                    #!/bin/bash
                    words=()
                    for word; do case $word in --data) break ;; *) words+=("$word") ;; esac; done
                    echo "${words[*]}" >>"${0%/*}/heard"
                    case "$*" in
                        *exec*) printf '%s\\n' '"1": "/1.0/instances/web1/logs/1",' '"2": "/1.0/instances/web1/logs/2"' '"return": 0' ;;
                        *) echo '{"status": "Stopped"}' ;;
                    esac
                    """);
            Files.setPosixFilePermissions(bin.resolve("lxc"), PosixFilePermissions.fromString("rwx------"));
        }

        List<String> heard() throws IOException {
            return new ArrayList<>(Files.readAllLines(bin.resolve("heard")));
        }

        @Override
        public String name() {
            return "vm1";
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
            var words = Stream.concat(Stream.of("env", "PATH=" + bin + ":/usr/bin:/bin"), Stream.of(command)).toArray(String[]::new);
            return Command.of(words).run();
        }
    }
}
