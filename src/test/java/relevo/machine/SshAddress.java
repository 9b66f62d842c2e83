package relevo.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * How to reach a machine.
 *
 * @param machine     its name in the Vagrantfile, or in whatever lists it
 * @param host        address
 * @param port        TCP port
 * @param user        who may become root without a password
 * @param keys        files with private keys, in the order in which they are offered
 * @param passwordEnv name of the variable of the environment that holds the user's password; empty where only keys are offered
 */
public record SshAddress(String machine, String host, int port, String user, List<Path> keys, String passwordEnv) {

    /** With keys alone. */
    public SshAddress(String machine, String host, int port, String user, List<Path> keys) {
        this(machine, host, port, user, keys, "");
    }

    /** With one key. */
    public SshAddress(String machine, String host, int port, String user, Path key) {
        this(machine, host, port, user, List.of(key));
    }

    /** The same, where the user has a password. @param variable of the environment that holds it; empty for none */
    public SshAddress withPassword(String variable) {
        return new SshAddress(machine, host, port, user, keys, variable);
    }

    /**
     * The password; empty where none is told.
     *
     * @throws CannotStart when the environment does not hold it
     */
    public Optional<String> password(Map<String, String> environment) {
        if (passwordEnv.isEmpty()) {
            return Optional.empty();
        }
        var password = environment.getOrDefault(passwordEnv, "");
        if (password.isEmpty()) {
            throw new CannotStart(Text.of("hosts, %1$s: el entorno no tiene la variable %2$s, o está vacía.",
                    "hosts, %1$s: the environment has no variable %2$s, or it is empty.", machine, passwordEnv),
                    Text.of("Antes de mvn: read -rs %1$s; export %1$s", "Before mvn: read -rs %1$s; export %1$s", passwordEnv));
        }
        return Optional.of(password);
    }

    /** Reads what {@code vagrant ssh-config} prints. Lines that are no word and its value are news that Vagrant mixes in. */
    public static List<SshAddress> parse(String config) {
        var lines = config.lines().filter(line -> line.matches("\\s*\\w+\\s+\\S.*")).collect(Collectors.joining("\n"));
        return SshConfig.parse("vagrant ssh-config", lines, Path.of(""), Path.of(System.getProperty("user.home"))).addresses();
    }
}
