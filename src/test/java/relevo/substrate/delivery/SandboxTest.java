package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.substrate.delivery.Sandbox.Access;
import relevo.substrate.vagrant.Provider;
import relevo.verdict.CannotStart;

class SandboxTest {

    private static final Path FOLDER = Path.of("/srv/entrega 3");
    private static final Access NOTHING = new Access(false, List.of(), List.of(), List.of());

    @TempDir
    private Path folder;

    @Test
    void asksWithTheseWordsAlone() {
        var words = new Sandbox(Path.of("/home/ana"), Map.of("LANG", "es_CO.UTF-8", "AWS_SECRET_ACCESS_KEY", "secret", "VAGRANT_CLOUD_TOKEN", "secret",
                "PATH", "/home/ana/bin", "https_proxy", "http://proxy"))
                .words(FOLDER, new Access(false, List.of(), List.of(FOLDER), List.of(Path.of("/cache/home"), FOLDER.resolve(".vagrant"))),
                        Map.of("VAGRANT_HOME", "/cache/home"));

        assertThat(words).startsWith("bwrap", "--die-with-parent", "--new-session", "--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try",
                "--cap-drop", "ALL", "--unshare-net", "--ro-bind", "/usr", "/usr", "--ro-bind-try", "/bin", "/bin");
        assertThat(words).containsSequence("--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--tmpfs", "/run", "--symlink", "/run", "/var/run", "--tmpfs",
                "/home/ana", "--ro-bind", "/srv/entrega 3", "/srv/entrega 3", "--bind", "/cache/home", "/cache/home", "--bind", "/srv/entrega 3/.vagrant",
                "/srv/entrega 3/.vagrant", "--remount-ro", "/", "--chdir", "/srv/entrega 3", "--clearenv", "--setenv", "HOME", "/home/ana", "--setenv", "LANG",
                "es_CO.UTF-8", "--setenv", "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "--setenv", "VAGRANT_HOME", "/cache/home");
        assertThat(words).endsWith("/cache/home", "--");
        assertThat(words).doesNotContain("secret", "http://proxy");
        assertThat(opened(words)).containsExactly("/cache/home", "/srv/entrega 3/.vagrant");
        assertThat(seen(words)).doesNotContain("/", "/etc", "/home", "/root", "/run", "/var", "/dev", "/opt", "/etc/shadow", "/etc/ssh", "/etc/ssl",
                "/etc/ssl/private");
    }

    @Test
    void theNetworkComesWithItsProxiesAndCertificates() {
        var words = new Sandbox(Path.of("/root"), Map.of("https_proxy", "http://proxy", "SSL_CERT_FILE", "/srv/ca.pem", "NODE_TOKEN", "secret"))
                .words(FOLDER, new Access(true, List.of(), List.of(), List.of(FOLDER)), Map.of());

        assertThat(words).doesNotContain("--unshare-net", "secret").containsSequence("--setenv", "LANG", "C.UTF-8")
                .containsSequence("--setenv", "https_proxy", "http://proxy").containsSequence("--ro-bind-try", "/srv/ca.pem", "/srv/ca.pem");
    }

    @Test
    void aProvidersSocketIsThereForThatProviderAlone() {
        assertThat(opened(words(List.of(), Map.of()))).isEmpty();
        assertThat(words(List.of(Provider.DOCKER), Map.of())).containsSequence("--bind", "/var/run/docker.sock", "/run/docker.sock")
                .containsSequence("--setenv", "DOCKER_HOST", "unix:///run/docker.sock");
        assertThat(words(List.of(Provider.DOCKER), Map.of("DOCKER_HOST", "unix:///run/user/1000/docker.sock")))
                .containsSequence("--bind", "/run/user/1000/docker.sock", "/run/docker.sock");
        assertThat(opened(words(List.of(Provider.LIBVIRT), Map.of()))).contains("/run/libvirt/libvirt-sock").noneMatch(place -> place.contains("docker"));
        assertThat(words(List.of(Provider.VIRTUALBOX), Map.of("USER", "ana"))).containsSequence("--bind-try", "/tmp/.vbox-ana-ipc", "/tmp/.vbox-ana-ipc");
    }

    @Test
    void anEngineElsewhereIsToldBeforeAnythingRuns() {
        assertThatThrownBy(() -> words(List.of(Provider.DOCKER), Map.of("DOCKER_HOST", "tcp://10.0.0.1:2375"))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("DOCKER_HOST=tcp://10.0.0.1:2375");
    }

    @Test
    void theProgressLineSaysWhatIsReached() {
        assertThat(Sandbox.note(NOTHING)).endsWith("in a sandbox, without a network");
        assertThat(Sandbox.note(new Access(true, List.of(Provider.DOCKER, Provider.DOCKER), List.of(), List.of())))
                .endsWith("with the network; it reaches the Docker engine, and who does that is root on this host");
    }

    /** Where bubblewrap is missing the other half of the promise is held: then nothing runs at all. */
    @Test
    void whatAHostileProgramTriesStaysInsideOrItDoesNotRun() throws IOException {
        var home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(Files.createDirectories(home.resolve(".ssh")).resolve("id_rsa"), "key");
        var delivery = Files.createDirectories(folder.resolve("it's a delivery/.vagrant")).getParent();
        var sandbox = new Sandbox(home, Map.of("SECRET", "secret"));
        try (var listener = new ServerSocket(0)) {
            var access = new Access(false, List.of(), List.of(delivery), List.of(delivery.resolve(".vagrant")));
            var words = new ArrayList<>(sandbox.words(delivery, access, Map.of()));
            Collections.addAll(words, "bash", "-c", """
                    try() { if eval "$1" 2>/dev/null; then echo "did: $1"; fi; }
                    try 'cat ~/.ssh/id_rsa'; try 'cat "$0/.ssh/id_rsa"'; try 'cat /etc/shadow'; try 'echo x >/etc/x'; try 'echo x >/usr/x'
                    try 'echo x >planted'; try 'echo x >.vagrant/allowed'; try 'echo x >~/x'; try 'echo x >/tmp/relevo-sandbox-test'
                    try ": >/dev/tcp/127.0.0.1/$1"; try '[ -e /run/docker.sock ]'; try '[ -e /var/run/docker.sock ]'; try '[ -e /run/libvirt/libvirt-sock ]'
                    try 'grep -q secret /proc/self/environ'; try 'kill -0 "$2"'; try 'umount "$HOME"'; try 'mount -o remount,bind,rw /usr'
                    try '! grep -q "^CapEff:.*0000000000000000" /proc/self/status'
                    """, home.toString(), String.valueOf(listener.getLocalPort()), String.valueOf(ProcessHandle.current().pid()));
            try {
                sandbox.mustWork();
            } catch (CannotStart none) {
                assertThat(none).hasMessageContaining("-Drelevo.delivery.sandbox=false").hasMessageContaining("bubblewrap");
                return;
            }
            var output = Command.of(words.toArray(String[]::new)).run();

            assertThat(output).isEqualTo(new Output(0, "did: echo x >.vagrant/allowed\ndid: echo x >~/x\ndid: echo x >/tmp/relevo-sandbox-test\n", ""));
        }
        assertThat(delivery.resolve(".vagrant/allowed")).exists();
        assertThat(home.resolve("x")).doesNotExist();
        assertThat(Path.of("/tmp/relevo-sandbox-test")).doesNotExist();
    }

    private static List<String> words(List<Provider> providers, Map<String, String> environment) {
        return new Sandbox(Path.of("/root"), environment).words(FOLDER, new Access(false, providers, List.of(), List.of()), Map.of());
    }

    /** What may be changed inside, by its place outside. */
    private static List<String> opened(List<String> words) {
        return after(words, List.of("--bind", "--bind-try", "--dev-bind", "--dev-bind-try"));
    }

    private static List<String> seen(List<String> words) {
        return after(words, List.of("--bind", "--bind-try", "--dev-bind", "--dev-bind-try", "--ro-bind", "--ro-bind-try"));
    }

    private static List<String> after(List<String> words, List<String> options) {
        var places = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            if (options.contains(words.get(i))) {
                places.add(words.get(i + 1));
            }
        }
        return places;
    }
}
