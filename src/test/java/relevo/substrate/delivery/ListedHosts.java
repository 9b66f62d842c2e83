package relevo.substrate.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import relevo.machine.SshAddress;
import relevo.verdict.CannotStart;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * What a list of machines must be before anybody is called: few, with plain names, one name for each place, and a key.
 *
 * @param typed the file, as it was typed
 */
record ListedHosts(String typed) {

    /** Far more than the assignment asks for. */
    static final int MOST = 32;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.@-]{0,62}");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,252}|[0-9A-Fa-f:.]{2,45}(%[\\w.-]{1,32})?");
    private static final Pattern USER = Pattern.compile("[\\w][\\w.@\\\\-]{0,63}");

    /** The same list. @throws CannotStart when it is not so */
    Handover.OfHosts checked(Handover.OfHosts hosts) {
        if (hosts.addresses().isEmpty()) {
            throw refused(Text.of("no nombra ninguna máquina", "names no machine"),
                    hosts.notes().stream().reduce(Text.of("Nómbrelas en él: «Host nombre» en un ssh_config, una línea por máquina en un inventario.",
                            "Name them in it: \"Host name\" in an ssh_config, a line for each machine in an inventory."), Text::then));
        }
        if (hosts.addresses().size() > MOST) {
            throw refused(Text.of("nombra más de %d máquinas", "names more than %d machines", MOST),
                    Text.of("Deje en él solo las máquinas de la entrega.", "Leave only the delivery's machines in it."));
        }
        var places = new HashMap<String, String>();
        for (var address : hosts.addresses()) {
            plain(address);
            var other = places.putIfAbsent(address.host() + " " + address.port(), address.machine());
            if (other != null) {
                throw refused(Shown.text("«%1$s» y «%2$s» son la misma máquina (%3$s:%4$s)", "\"%1$s\" and \"%2$s\" are the same machine (%3$s:%4$s)", other,
                        address.machine(), address.host(), String.valueOf(address.port())),
                        Text.of("Deje uno de los dos nombres, o corrija la dirección.", "Leave one of the two names, or correct the address."));
            }
            key(address);
        }
        return hosts;
    }

    private void plain(SshAddress address) {
        must(NAME, address.machine(), "el nombre", "the name");
        must(HOST, address.host(), "la dirección", "the address");
        must(USER, address.user(), "el usuario", "the user");
    }

    private void must(Pattern form, String value, String es, String en) {
        if (!form.matcher(value).matches()) {
            throw refused(Shown.text(es + " «%s» no se admite", en + " \"%s\" is not accepted", value),
                    Text.of("Use letras, cifras, puntos y guiones.", "Use letters, digits, dots and hyphens."));
        }
    }

    private void key(SshAddress address) {
        if (address.keys().stream().noneMatch(Files::isRegularFile)) {
            var keys = address.keys().stream().map(Path::toString).collect(Collectors.joining(", "));
            throw refused(keys.isEmpty() ? Shown.text("«%s» no tiene llave", "\"%s\" has no key", address.machine())
                            : Shown.text("la llave de «%s» no está (%s)", "the key of \"%s\" is not there (%s)", address.machine(), keys),
                    Text.of("Ponga la llave privada junto al fichero y nómbrela (IdentityFile; ansible_ssh_private_key_file en un inventario).",
                            "Put the private key beside the file and name it (IdentityFile; ansible_ssh_private_key_file in an inventory)."));
        }
    }

    private CannotStart refused(Text what, Text remedy) {
        return new CannotStart(Shown.text("-Drelevo.delivery=%1$s: %2$s.", "-Drelevo.delivery=%1$s: %3$s.", typed, what.es(), what.en()), remedy);
    }
}
