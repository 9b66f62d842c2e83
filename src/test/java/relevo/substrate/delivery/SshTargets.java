package relevo.substrate.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import relevo.machine.SshAddress;
import relevo.substrate.vagrant.Vagrant;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * What {@code vagrant ssh-config} prints of somebody else's Vagrantfile, which can make it name any host and any key: believed only where the host is
 * this one or on a private network, and the key one that Vagrant made, or one of the delivery.
 *
 * @param keyFolders where keys may be
 */
record SshTargets(List<Path> keyFolders) {

    private static final long LARGEST_KEY = 64 << 10;
    private static final String HOST = "Host ";
    private static final String PLAIN_NAME = "[\\w.-]+";
    private static final String USER = "[A-Za-z_][\\w.-]{0,63}";

    /** @param machines those asked for; others are passed over */
    List<SshAddress> read(String config, Collection<String> machines) {
        List<SshAddress> addresses;
        try {
            addresses = SshAddress.parse(quoted(config, machines)).stream().filter(address -> machines.contains(address.machine())).toList();
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            throw wrong(Text.of("«vagrant ssh-config» imprime lo que no se entiende (%s).", "\"vagrant ssh-config\" prints what is not understood (%s).",
                    Vagrant.plain(String.valueOf(unreadable.getMessage()))));
        }
        addresses.forEach(this::mustBeTheDeliverys);
        return addresses;
    }

    /** Vagrant prints a name as it is, blanks and quotes included. */
    private static String quoted(String config, Collection<String> machines) {
        var odd = machines.stream().filter(name -> !name.matches(PLAIN_NAME)).toList();
        return config.lines().map(line -> line.startsWith(HOST) && odd.contains(line.substring(HOST.length()))
                ? HOST + "\"" + line.substring(HOST.length()) + "\"" : line)
                .collect(Collectors.joining("\n"));
    }

    private void mustBeTheDeliverys(SshAddress address) {
        if (!isNear(address.host())) {
            throw wrong(Text.of("Según el Vagrantfile, la máquina %1$s está en %2$s, que no es esta máquina ni una red privada.",
                    "According to the Vagrantfile, machine %1$s is at %2$s, which is neither this host nor on a private network.", address.machine(),
                    Vagrant.plain(String.valueOf(address.host()))));
        }
        if (!address.user().matches(USER)) {
            throw wrong(Text.of("El usuario SSH de %s es «%s».", "The SSH user of %s is \"%s\".", address.machine(), Vagrant.plain(address.user())));
        }
        for (var key : address.keys()) {
            if (!isTheDeliverys(key)) {
                throw wrong(Text.of("La llave de %1$s es %2$s, que no es de Vagrant ni de la entrega.",
                        "The key of %1$s is %2$s, which is neither Vagrant's nor the delivery's.", address.machine(), Vagrant.plain(key.toString())));
            }
        }
    }

    private static CannotStart wrong(Text what) {
        return new CannotStart(what, Text.of("Quite «config.ssh…» del Vagrantfile, o entregue un fichero ssh_config con las máquinas.",
                "Take \"config.ssh…\" out of the Vagrantfile, or hand in an ssh_config file with the machines."));
    }

    /** An address, not a name: nobody is asked what it means. */
    static boolean isNear(String host) {
        if (host == null || !host.matches("[0-9.]{7,15}|[0-9a-fA-F:]{2,39}")) {
            return host != null && host.toLowerCase(Locale.ROOT).equals("localhost");
        }
        try {
            var address = InetAddress.getByName(host);
            var unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || unique;
        } catch (UnknownHostException none) {
            return false;
        }
    }

    private boolean isTheDeliverys(Path key) {
        try {
            var real = key.toRealPath();
            if (!Files.isRegularFile(real) || Files.size(real) > LARGEST_KEY) {
                return false;
            }
            for (var folder : keyFolders) {
                if (Files.isDirectory(folder) && real.startsWith(folder.toRealPath())) {
                    return true;
                }
            }
            return false;
        } catch (IOException absent) {
            return false;
        }
    }
}
