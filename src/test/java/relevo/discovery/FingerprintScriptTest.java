package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Script;
import relevo.observation.LeftAsFound.Change;
import relevo.observation.LeftAsFound.What;

/** The script reads {@code /proc} and asks a manager; here both are folders that the test made, and the manager says what a real one was recorded to say. */
class FingerprintScriptTest {

    private static final String SOCKET = "var/snap/lxd/common/lxd/unix.socket";

    @TempDir
    private Path folder;

    @BeforeEach
    void machine() throws IOException {
        process(1, "systemd", "0::/init.scope");
        process(40, "systemd", "0::/lxc.payload.backup1/init.scope");
        process(41, "apache2", "0::/lxc.payload.backup1/system.slice/apache2.service");
        process(50, "haproxy", "3:pids:/lxc/lb/x");
        write("proc/50/cmdline", "/usr/sbin/haproxy\0-Ws\0-f\0/etc/haproxy/haproxy.cfg\0-C\0/srv\0-f\0more.cfg\0-p\0/run/x\0");
        write("proc/50/root/etc/haproxy/haproxy.cfg", "frontend a\n");
        write("proc/50/root/etc/haproxy/errors/503.http", "sorry\n");
        write("proc/50/root/srv/more.cfg", "backend b\n");
        write("proc/40/root/etc/apache2/apache2.conf", "Timeout 300\n");
        write("proc/40/root/etc/apache2/sites-available/mine.conf", "<VirtualHost *:80>\n\tDocumentRoot \"/srv/my site/\"\n</VirtualHost>\n");
        write("proc/40/root/var/www/html/index.html", "hello\n");
        write("proc/40/root/srv/my site/index.html", "mine\n");
    }

    private void process(int pid, String name, String group) throws IOException {
        write("proc/" + pid + "/comm", name + "\n");
        write("proc/" + pid + "/cgroup", group + "\n");
        write("proc/" + pid + "/cmdline", name + "\0");
        Files.createDirectories(folder.resolve("proc/" + pid + "/root"));
    }

    private Path write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A manager whose client has these files for answers, by the last word of what it is asked. */
    private void managed(String recorded, String instances) throws IOException {
        var at = Path.of("src/test/resources/managers").toAbsolutePath();
        var client = write("snap/bin/lxc", """
                #!/bin/sh
                if [ -n "$(cat)" ]; then echo 'the script itself was read' >&2; exit 1; fi
                case $2 in
                    /1.0) cat '%1$s/%2$s/server.json' ;;
                    *all-projects*) exit 1 ;;
                    /1.0/instances?recursion=1) %3$s ;;
                    *) exit 1 ;;
                esac
                """.formatted(at, recorded, instances.replace("FOLDER", at.toString())));
        assertThat(client.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve(SOCKET).getParent());
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve(SOCKET)));
        }
    }

    private Output run(String... names) {
        var words = new ArrayList<>(List.of("sh", "-c", Script.text("fingerprint"), "fingerprint"));
        words.addAll(List.of(names));
        return Command.of(words.toArray(String[]::new)).with(Map.of("RELEVO_PROC", folder.resolve("proc").toString(), "RELEVO_MANAGERS", folder + "/")).run();
    }

    private Fingerprint taken() {
        var output = run();
        assertThat(output.exit()).isZero();
        assertThat(output.err()).isEmpty();
        return Fingerprint.parse("vm1", output.out());
    }

    private static String value(Fingerprint print, String kind, String instance) {
        return print.facts().stream().filter(fact -> fact.kind().equals(kind) && fact.instance().equals(instance)).map(Fingerprint.Fact::value)
                .findFirst().orElse("");
    }

    @Test
    @DisplayName("without a manager: what runs in which instance, its files and documents; no word of a client")
    void withoutManager() {
        assertThat(taken().facts()).extracting(fact -> fact.kind() + " " + fact.instance() + " " + fact.detail()).containsExactly("runs backup1 apache2",
                "apache backup1 ", "root backup1 /srv/my site", "root backup1 /var/www/html", "runs lb haproxy", "haproxy lb ");
    }

    @Test
    @DisplayName("twice the same, and nothing was written")
    void readOnly() throws IOException {
        var first = run().out();
        List<Path> before;
        try (var files = Files.walk(folder)) {
            before = files.toList();
        }
        assertThat(run().out()).isEqualTo(first);
        try (var files = Files.walk(folder)) {
            assertThat(files.toList()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("each change shows in its own fact and in no other")
    void changes() throws IOException {
        changed("proc/50/root/srv/more.cfg", What.HAPROXY_FILES, "");
        changed("proc/50/root/etc/haproxy/errors/503.http", What.HAPROXY_FILES, "");
        changed("proc/40/root/etc/apache2/conf-enabled/new.conf", What.APACHE_FILES, "");
        changed("proc/40/root/srv/my site/index.html", What.DOCUMENTS, "/srv/my site");
        changed("proc/40/root/var/www/html/new.html", What.DOCUMENTS, "/var/www/html");
        changed("proc/40/root/var/www/html/relevo-0a1b2c3d.txt", What.MARKER, "/var/www/html/relevo-0a1b2c3d.txt");
        changed("proc/41/comm", What.PROGRAM, "apache2");
    }

    private void changed(String file, What what, String detail) throws IOException {
        var before = taken();
        write(file, "something else\n");
        assertThat(before.differences(taken())).as(file).singleElement().extracting(Change::what, Change::detail).containsExactly(what, detail);
    }

    @Test
    @DisplayName("a link is told by where it leads and is never followed: what is outside stays outside, also as a document root")
    void links() throws IOException {
        var outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "1");
        var link = folder.resolve("proc/40/root/var/www/html/link");
        var before = taken();
        Files.createSymbolicLink(link, outside.resolve("secret"));
        var linked = taken();
        assertThat(before.differences(linked)).hasSize(1);
        Files.writeString(outside.resolve("secret"), "2");
        assertThat(linked.differences(taken())).isEmpty();
        Files.delete(link);
        Files.createSymbolicLink(link, outside);
        assertThat(linked.differences(taken())).hasSize(1);

        Files.createSymbolicLink(folder.resolve("proc/40/root/elsewhere"), outside);
        write("proc/40/root/etc/apache2/sites-available/mine.conf", "DocumentRoot /elsewhere\nDocumentRoot /srv/../../../outside\n");
        assertThat(taken().facts()).filteredOn(fact -> fact.kind().equals("root")).singleElement()
                .satisfies(root -> assertThat(root.detail()).isEqualTo("/var/www/html"));
    }

    @Test
    @DisplayName("of the manager's instances those that are here, in a cluster; what changes by itself is no change, what somebody configured is one")
    void manager() throws IOException {
        managed("lxd-5.0.2", "cat 'FOLDER/lxd-5.0.2/instances.json'");
        var found = taken();
        assertThat(found.facts()).filteredOn(fact -> fact.kind().equals("status")).extracting(fact -> fact.instance() + " " + fact.value())
                .containsExactly("balancer Running");

        managedAgain("s/.expanded_config.: {/&\"volatile.last_state.power\": \"RUNNING\",/");
        assertThat(found.differences(taken())).as("volatile").isEmpty();
        managedAgain("s/\"boot.autostart\": \"true\"/\"boot.autostart\": \"false\"/");
        assertThat(found.differences(taken())).singleElement().extracting(Change::instance, Change::what).containsExactly("balancer", What.CONFIGURATION);
        managedAgain("s/\"name\": \"eth0\"/\"name\": \"eth1\"/");
        assertThat(found.differences(taken())).singleElement().extracting(Change::what).isEqualTo(What.CONFIGURATION);
        managedAgain("s/\"status\": \"Running\"/\"status\": \"Frozen\"/");
        assertThat(found.differences(taken())).singleElement().extracting(Change::command).isEqualTo("lxc start balancer");
    }

    private void managedAgain(String sed) throws IOException {
        Files.delete(folder.resolve(SOCKET));
        managed("lxd-5.0.2", "sed '" + sed + "' 'FOLDER/lxd-5.0.2/instances.json'");
    }

    @Test
    @DisplayName("the layout of the manager's answer does not matter, nor braces and quotes in it")
    void layout() throws IOException {
        managed("lxd-5.0.2-alone",
                "echo '[{\"name\":\"w\",\"location\":\"none\",\"status\":\"Running\",\"expanded_config\":{\"user.x\":\"a\\\\\"}],[{\\\\\\\\\"}}]'");
        var one = taken();
        assertThat(value(one, "status", "w")).isEqualTo("Running");
        Files.delete(folder.resolve(SOCKET));
        managed("lxd-5.0.2-alone",
                "printf '%s\\n' '[ {' '\"expanded_config\" : {' '\"user.x\" : \"a\\\"}],[{\\\\\" } ,' '\"name\":\"w\",\"status\":\"Running\"}]'");
        assertThat(value(one, "configuration", "w")).isNotEmpty().isEqualTo(value(taken(), "configuration", "w"));
    }

    @Test
    @DisplayName("a manager that does not answer is named, one without a socket is not asked, an empty one is no trouble")
    void silent() throws IOException {
        managed("lxd-5.0.2", "exit 1");
        assertThat(taken().silent()).containsExactly("/snap/bin/lxc");
        Files.delete(folder.resolve(SOCKET));
        assertThat(taken().silent()).isEmpty();
        managed("lxd-5.0.2-alone", "cat 'FOLDER/lxd-5.0.2-alone/instances.json'");
        assertThat(taken().silent()).isEmpty();
    }

    @Test
    @DisplayName("asked for some instances, it tells of those and of the machine itself alone")
    void named() {
        assertThat(run("lb", "no such").out().lines()).isNotEmpty().allMatch(line -> line.split("\t")[1].matches("lb|"));
    }
}
