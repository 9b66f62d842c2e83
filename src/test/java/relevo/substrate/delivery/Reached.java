package relevo.substrate.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import relevo.cluster.Doors;
import relevo.discovery.Probe;
import relevo.machine.Command;
import relevo.machine.Progress;
import relevo.machine.SshAddress;
import relevo.machine.SshNode;
import relevo.substrate.Settings;

/** The machines of a delivery, and how this host reaches them. */
final class Reached implements AutoCloseable {

    private final SshClient ssh;
    private final List<SshNode> nodes;
    private final List<Doors.Published> published;

    Reached(SshClient ssh, List<SshNode> nodes, List<Doors.Published> published) {
        this.ssh = ssh;
        this.nodes = List.copyOf(nodes);
        this.published = List.copyOf(published);
    }

    static Reached of(Settings.Delivery delivery, Progress progress) {
        var path = Path.of(delivery.given());
        List<SshAddress> addresses;
        try {
            addresses = SshAddress.parse(Files.isDirectory(path) ? Command.of("vagrant", "ssh-config").in(path).run().out() : Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var client = client();
        var nodes = addresses.stream().map(address -> new SshNode(address, "", client, new NoPower(address.machine()))).toList();
        nodes.forEach(node -> HostOnly.of(Probe.of(node).addresses()).ifPresent(node::isAt));
        return new Reached(client, nodes, List.of());
    }

    List<SshNode> nodes() {
        return nodes;
    }

    SshNode node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    /** Ports of this host that lead to machines. */
    List<Doors.Published> published() {
        return published;
    }

    static SshClient client() {
        var ssh = SshClient.setUpDefaultClient();
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        // Vagrant's own ssh does not check either: machines are made anew all the time, and their keys with them.
        ssh.setServerKeyVerifier((session, address, key) -> true);
        ssh.start();
        return ssh;
    }

    @Override
    public void close() {
        nodes.forEach(SshNode::close);
        ssh.stop();
    }
}
