package relevo.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to reach a machine.
 *
 * @param machine its name in the Vagrantfile
 * @param host    address
 * @param port    TCP port
 * @param user    who may become root without a password
 * @param key     file with the private key
 */
public record SshAddress(String machine, String host, int port, String user, Path key) {

    /** Reads what {@code vagrant ssh-config} prints: a block per machine, a word and its value per line. */
    public static List<SshAddress> parse(String config) {
        var addresses = new ArrayList<SshAddress>();
        var block = new LinkedHashMap<String, String>();
        for (var line : (config + "\nHost ").split("\n")) {
            var words = line.strip().split("\\s+", 2);
            if (words[0].equals("Host") && !block.isEmpty()) {
                addresses.add(of(block));
                block.clear();
            }
            if (words.length == 2) {
                // Several keys may be offered; the first one is the machine's own.
                block.putIfAbsent(words[0], words[1].replaceAll("^\"|\"$", ""));
            }
        }
        return List.copyOf(addresses);
    }

    private static SshAddress of(Map<String, String> block) {
        return new SshAddress(block.get("Host"), block.get("HostName"), Integer.parseInt(block.getOrDefault("Port", "22")),
                block.getOrDefault("User", "vagrant"), Path.of(block.getOrDefault("IdentityFile", "")));
    }
}
