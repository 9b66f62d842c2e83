package relevo.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relevo.machine.Command;
import relevo.machine.Output;

/**
 * The one key by which JMeter servers and whoever commands them know each other: who has not got it cannot talk to them.
 * Its password reaches other processes by their environment, never by a command line, and is printed nowhere.
 */
final class RmiKeystore implements AutoCloseable {

    static final String FILE_VARIABLE = "RELEVO_RMI_KEYSTORE";
    static final String PASSWORD_VARIABLE = "RELEVO_RMI_PASSWORD";

    private static final String PROPERTIES = "server.rmi.ssl.keystore.";
    private static final String HOST = "java.rmi.server.hostname";

    private static volatile RmiKeystore current;

    private final Path file;
    private final String password;

    private RmiKeystore(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    /** A new one, in a folder that only this user can read; closing it deletes both. */
    static RmiKeystore make() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        try {
            Path folder = Files.createTempDirectory("relevo-rmi");
            RmiKeystore made = new RmiKeystore(folder.resolve("rmi.p12"), Base64.getUrlEncoder().encodeToString(random));
            made.generate();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("no keystore for RMI could be made", e);
        }
    }

    private void generate() throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "rmi", "-dname", "CN=relevo", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass:env", PASSWORD_VARIABLE));
        // JMeter opens the store for every connection, and a password that nobody chose needs no stretching.
        Stream.of("keyPbe", "certPbe", "mac").map(part -> "-J-Dkeystore.pkcs12." + part + "IterationCount=1").forEach(command::add);
        Output keytool = Command.of(command.toArray(String[]::new)).with(Map.of(PASSWORD_VARIABLE, password)).run();
        if (!keytool.ok()) {
            close();
            throw new IOException("keytool made no key: " + keytool.complaint());
        }
    }

    /** The one that whoever started this process made. */
    static RmiKeystore ofEnvironment() {
        String file = System.getenv(FILE_VARIABLE);
        String password = System.getenv(PASSWORD_VARIABLE);
        if (file == null || password == null) {
            throw new IllegalStateException("JMeter servers are spoken to with a key: %s names its PKCS12 keystore (alias rmi), %s its password"
                    .formatted(FILE_VARIABLE, PASSWORD_VARIABLE));
        }
        return new RmiKeystore(Path.of(file), password);
    }

    /** What a process that is to use it needs to be told. */
    Map<String, String> environment() {
        return Map.of(FILE_VARIABLE, file.toString(), PASSWORD_VARIABLE, password);
    }

    /** The one that this JVM uses: JMeter reads only once which one that is. */
    static synchronized RmiKeystore inUse() {
        if (current == null) {
            ofEnvironment().use();
        }
        return current;
    }

    /** Makes this JVM use it, and listen for servers on the loopback address unless {@code java.rmi.server.hostname} names another. */
    void use() {
        System.getProperties().putIfAbsent(HOST, "127.0.0.1");
        // A server that hangs would hang whoever stops it.
        System.getProperties().putIfAbsent("sun.rmi.transport.tcp.responseTimeout", "10000");
        current = this;
    }

    /** What JMeter needs to be told. */
    Map<String, String> properties() {
        return Map.of(PROPERTIES + "file", file.toString(), PROPERTIES + "type", "PKCS12", PROPERTIES + "password", password);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
    }
}
