package relevo.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to reach a machine.
 *
 * @param machine its name in the Vagrantfile, or in whatever lists it
 * @param host    address
 * @param port    TCP port
 * @param user    who may become root without a password
 * @param keys    files with private keys, in the order in which they are offered
 */
public record SshAddress(String machine, String host, int port, String user, List<Path> keys) {

    /** With one key. */
    public SshAddress(String machine, String host, int port, String user, Path key) {
        this(machine, host, port, user, List.of(key));
    }

    /** Reads what {@code vagrant ssh-config} prints. Lines that are no word and its value are news that Vagrant mixes in. */
    public static List<SshAddress> parse(String config) {
        var lines = config.lines().filter(line -> line.matches("\\s*\\w+\\s+\\S.*")).collect(Collectors.joining("\n"));
        return SshConfig.parse("vagrant ssh-config", lines, Path.of(""), Path.of(System.getProperty("user.home"))).addresses();
    }
}
