package relevo.machine;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.words.Shown;
import relevo.words.Text;

/** A node that is a virtual machine, asked over one SSH connection that is kept, and made anew when it was lost. */
public final class SshNode implements Node, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** What sudo allows by itself lacks the snaps', where many have their LXD. */
    private static final String PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin";
    /** How long a command's end may take to travel, beyond its own limit. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final SshAddress ssh;
    private volatile String address;
    private final SshClient client;
    private final Supplier<Power> power;
    private final Optional<String> password;
    private ClientSession session;
    /** Each on a connection of its own: a command that is given up must not take visitors with it. */
    private final List<ClientSession> ways = new CopyOnWriteArrayList<>();

    /**
     * @param ssh     how to reach it
     * @param address on the machines' own network, where this host reaches it too
     * @param client  started; shared by all nodes
     * @param power   its switch; throws {@link CannotCheck} with the reason where it may not be used
     * @throws relevo.verdict.CannotStart when the user has a password that the environment does not hold
     */
    public SshNode(SshAddress ssh, String address, SshClient client, Supplier<Power> power) {
        this(ssh, address, client, power, System.getenv());
    }

    SshNode(SshAddress ssh, String address, SshClient client, Supplier<Power> power, Map<String, String> environment) {
        this.ssh = ssh;
        this.address = address;
        this.client = client;
        this.power = power;
        this.password = ssh.password(environment);
    }

    /** A client for all nodes of a run, not started yet: it goes by what it is told, and by nothing that this user has set up for SSH. */
    public static SshClient newClient() {
        var client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        // Vagrant's own ssh does not check either: machines are made anew all the time, and their keys with them.
        client.setServerKeyVerifier((session, address, key) -> true);
        return client;
    }

    @Override
    public String name() {
        return ssh.machine();
    }

    @Override
    public String address() {
        return address;
    }

    /** Takes the address that was found for it. */
    public void isAt(String found) {
        address = found;
    }

    /**
     * A way from this host's loopback to an address in the network of one of this machine's processes; it lasts until this node is closed. The machine
     * itself may have no way there, and would send what is meant for a container out of its own default route.
     *
     * @param pid  a process of this machine
     * @param host as that process reaches it
     * @return port on 127.0.0.1 where it begins
     * @throws CannotCheck when the machine cannot be reached, or allows no such way
     */
    public int forwardInto(int pid, String host, int port) {
        var command = ShellWords.quoted("sudo", "-n", "env", PATH, "python3", "-c", Script.text("relay"), String.valueOf(pid), host, String.valueOf(port));
        try {
            var way = newSession();
            ways.add(way);
            // Left open: its end is the relay's.
            var channel = way.createExecChannel(command);
            channel.setRedirectErrorStream(true);
            channel.open().verify(CONNECT.multipliedBy(scale()));
            var said = new BufferedReader(new InputStreamReader(channel.getInvertedOut(), StandardCharsets.UTF_8)).readLine();
            if (said == null || !said.matches("\\d{1,5}")) {
                throw new IOException(Shown.of(said == null ? "no word" : said));
            }
            return way.startLocalPortForwarding(new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", Integer.parseInt(said)))
                    .getPort();
        } catch (IOException refused) {
            throw new CannotCheck(Text.of("No se pudo abrir un camino por SSH hasta %s:%d, dentro de %s (%s).",
                            "No way through SSH could be opened to %s:%d, inside %s (%s).", host, port, name(), refused.getMessage()),
                    Text.of("En esa máquina hacen falta sudo sin contraseña, python3, y que sshd permita reenviar puertos (AllowTcpForwarding).",
                            "That machine needs sudo without a password, python3, and an sshd that forwards ports (AllowTcpForwarding)."), refused);
        }
    }

    @Override
    public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
        var variables = env.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
        var words = Stream.of(Stream.of("sudo", "-n", "env", PATH), variables, Stream.of("timeout", "--kill-after=5", String.valueOf(limit.toSeconds())),
                Stream.of(command))
                .flatMap(part -> part).toArray(String[]::new);
        try (var channel = connected().createExecChannel(ShellWords.quoted(words))) {
            var out = new Lines(onLine);
            var err = new Lines(line -> { });
            channel.setOut(out);
            channel.setErr(err);
            channel.setIn(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
            channel.open().verify(CONNECT.multipliedBy(scale()));
            var seen = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), limit.plus(GRACE));
            if (seen.contains(ClientChannelEvent.TIMEOUT) || channel.getExitStatus() == null) {
                disconnect();
                return new Output(Output.NO_END, out.toString(StandardCharsets.UTF_8), "no end after " + limit.toSeconds() + " s, or the connection was lost");
            }
            // What is not whole is no answer.
            var much = channel.getExitStatus() == 0 && (out.cut || err.cut);
            return new Output(much ? Output.TOO_MUCH : channel.getExitStatus(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (IOException unreachable) {
            disconnect();
            throw unreachable(unreachable);
        }
    }

    private CannotCheck unreachable(Exception cause) {
        return new CannotCheck(Text.of("La máquina %s no responde por SSH en %s:%d (%s).", "Machine %s does not answer by SSH at %s:%d (%s).",
                name(), ssh.host(), ssh.port(), cause.getMessage()),
                Text.of("Vea «vagrant status» y pruebe «vagrant ssh %s».", "See \"vagrant status\" and try \"vagrant ssh %s\".", name()), cause);
    }

    private static int scale() {
        return (int) Math.ceil(Timing.slowness());
    }

    private synchronized ClientSession connected() throws IOException {
        if (session == null || !session.isOpen()) {
            session = newSession();
        }
        return session;
    }

    private ClientSession newSession() throws IOException {
        var made = client.connect(ssh.user(), ssh.host(), ssh.port()).verify(CONNECT.multipliedBy(scale())).getSession();
        try {
            var files = ssh.keys().stream().filter(key -> !key.toString().isEmpty()).toList();
            for (var key : new FileKeyPairProvider(files).loadKeys(made)) {
                made.addPublicKeyIdentity(key);
            }
            password.ifPresent(made::addPasswordIdentity);
            made.auth().verify(CONNECT.multipliedBy(scale()));
            return made;
        } catch (IOException | RuntimeException refused) {
            made.close(true);
            throw refused;
        }
    }

    private synchronized void disconnect() {
        if (session != null) {
            session.close(true);
            session = null;
        }
    }

    @Override
    public Power power() {
        return new Switch(power.get());
    }

    /** The machine's own; a connection to a machine that has gone would not notice for long. */
    private final class Switch implements Power {

        private final Power own;

        Switch(Power own) {
            this.own = own;
        }

        @Override
        public void cut() {
            own.cut();
            disconnect();
        }

        @Override
        public void stopClock() {
            own.stopClock();
            disconnect();
        }

        @Override
        public void letClockGoOn() {
            own.letClockGoOn();
        }

        @Override
        public void switchOn() {
            own.switchOn();
        }
    }

    @Override
    public void close() {
        disconnect();
        ways.forEach(way -> way.close(true));
        ways.clear();
    }

    /** The beginning of what came, and each line of it as it comes; a machine that says more than that costs no more memory. */
    private static final class Lines extends OutputStream {

        /** Bytes; more than any machine of a course has to say at once. */
        private static final int MOST = 16 << 20;

        private final Consumer<String> onLine;
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private volatile boolean cut;

        Lines(Consumer<String> onLine) {
            this.onLine = onLine;
        }

        @Override
        public void write(int octet) {
            keep(all, octet);
            if (octet == '\n') {
                onLine.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                keep(line, octet);
            }
        }

        private void keep(ByteArrayOutputStream kept, int octet) {
            if (kept.size() < MOST) {
                kept.write(octet);
            } else {
                cut = true;
            }
        }

        String toString(java.nio.charset.Charset charset) {
            return all.toString(charset);
        }
    }
}
