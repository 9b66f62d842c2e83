package relevo.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;

/** Machines that are reached as people reach theirs, spoken to over a real connection. */
class SshNodeTest {

    @TempDir
    private Path folder;

    private final SshServer machine = SshServer.setUpDefaultServer();
    private final SshClient client = SshNode.newClient();

    @BeforeEach
    void start() throws IOException {
        machine.setHost("127.0.0.1");
        machine.setPort(0);
        machine.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        machine.setCommandFactory((channel, command) -> new Echo(command));
        machine.setPasswordAuthenticator((user, password, session) -> false);
        machine.setPublickeyAuthenticator((user, key, session) -> false);
        machine.start();
        client.start();
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        machine.stop(true);
    }

    @Test
    @DisplayName("an ed25519 key as ssh-keygen writes it opens a machine")
    void ed25519() throws Exception {
        var written = OpenSsh.key();
        var file = Files.writeString(folder.resolve("id_ed25519"), written.file());
        var known = PublicKeyEntry.parsePublicKeyEntry(written.line()).resolvePublicKey(null, null, null);
        machine.setPublickeyAuthenticator((user, key, session) -> user.equals("vagrant") && KeyUtils.compareKeys(key, known));

        try (var node = new SshNode(address(List.of(file), ""), "", client, null, Map.of())) {
            assertThat(node.run("true").out()).contains("sudo -n").endsWith(" true");
        }
    }

    @Test
    @DisplayName("a password that the environment holds opens a machine that takes passwords, and is offered only where it is told")
    void password() throws IOException {
        machine.setPasswordAuthenticator((user, password, session) -> user.equals("vagrant") && password.equals("tres tristes"));

        try (var node = new SshNode(address(List.of(Path.of("")), "VM_PW"), "", client, null, Map.of("VM_PW", "tres tristes"))) {
            assertThat(node.run("true").ok()).isTrue();
        }
        try (var node = new SshNode(address(List.of(), ""), "", client, null, Map.of("VM_PW", "tres tristes"))) {
            assertThatThrownBy(() -> node.run("true")).isInstanceOf(CannotCheck.class).hasMessageContaining("vm1");
        }
        try (var node = new SshNode(address(List.of(), "VM_PW"), "", client, null, Map.of("VM_PW", "wrong"))) {
            assertThatThrownBy(() -> node.run("true")).isInstanceOf(CannotCheck.class).hasMessageContaining("vm1").message().doesNotContain("wrong");
        }
    }

    @Test
    @DisplayName("a password that the environment does not hold is asked for before anything starts, by the name of its variable")
    void noPassword() {
        for (var environment : List.of(Map.<String, String>of(), Map.of("VM_PW", ""))) {
            assertThatThrownBy(() -> new SshNode(address(List.of(), "VM_PW"), "", client, null, environment)).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("VM_PW").hasMessageContaining("vm1");
        }
    }

    private SshAddress address(List<Path> keys, String variable) {
        return new SshAddress("vm1", "127.0.0.1", machine.getPort(), "vagrant", keys, variable);
    }

    /**
     * A key of which nobody knows another copy, as OpenSSH keeps it.
     *
     * @param file the private one
     * @param line the public one
     */
    private record OpenSsh(String file, String line) {

        private static final String TYPE = "ssh-ed25519";
        private static final int LENGTH = 32;

        static OpenSsh key() throws GeneralSecurityException, IOException {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var open = last(pair.getPublic().getEncoded());
            var secret = last(pair.getPrivate().getEncoded());
            var shown = words(TYPE.getBytes(StandardCharsets.US_ASCII), open);
            var hidden = new ByteArrayOutputStream();
            hidden.writeBytes(new byte[] {1, 2, 3, 4, 1, 2, 3, 4});
            hidden.writeBytes(words(TYPE.getBytes(StandardCharsets.US_ASCII), open, both(secret, open), "a@b".getBytes(StandardCharsets.US_ASCII)));
            for (byte pad = 1; hidden.size() % 8 != 0; pad++) {
                hidden.write(pad);
            }
            var none = "none".getBytes(StandardCharsets.US_ASCII);
            var all = both(both("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII), words(none, none, new byte[0])),
                    both(new byte[] {0, 0, 0, 1}, words(shown, hidden.toByteArray())));
            return new OpenSsh("-----BEGIN OPENSSH PRIVATE KEY-----\n" + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(all)
                    + "\n-----END OPENSSH PRIVATE KEY-----\n", TYPE + " " + Base64.getEncoder().encodeToString(shown));
        }

        private static byte[] last(byte[] encoded) {
            return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
        }

        private static byte[] both(byte[] first, byte[] second) {
            var all = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            return all;
        }

        private static byte[] words(byte[]... words) throws IOException {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            for (var word : words) {
                out.writeInt(word.length);
                out.write(word);
            }
            return bytes.toByteArray();
        }
    }

    /** A program that says how it was called. */
    private static final class Echo implements Command {

        private final String line;
        private OutputStream out;
        private ExitCallback over;

        Echo(String line) {
            this.line = line;
        }

        @Override
        public void setInputStream(InputStream in) {
            // It reads nothing.
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            // It complains of nothing.
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            over = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) throws IOException {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
            over.onExit(0);
        }

        @Override
        public void destroy(ChannelSession channel) {
            // Nothing is left of it.
        }
    }
}
