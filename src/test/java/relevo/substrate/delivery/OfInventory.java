package relevo.substrate.delivery;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relevo.machine.SshAddress;
import relevo.machine.SshConfig;
import relevo.verdict.CannotStart;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * The machines of an Ansible inventory. Passwords in it are neither used nor shown.
 *
 * @param file its name, for complaints
 * @param path where it is; relative keys are looked for beside it
 * @param home for {@code ~}
 */
record OfInventory(String file, Path path, Path home) {

    private static final Pattern PASSWORD = Pattern.compile("ansible_(.*_)?pass(word)?");
    private static final Pattern PROXY = Pattern.compile("(?i:Proxy)|(^|\\s)-[JW]");

    /** @param which a group, or all */
    Handover.OfHosts read(InventoryGroups groups, Optional<String> which) {
        var addresses = new ArrayList<SshAddress>();
        var withPasswords = new TreeSet<String>();
        groups.hosts(which).forEach((host, variables) -> {
            addresses.add(address(host, variables));
            if (variables.keySet().stream().anyMatch(name -> PASSWORD.matcher(name).matches())) {
                withPasswords.add(host);
            }
        });
        var notes = withPasswords.isEmpty() ? List.<Text>of() : List.of(Shown.text(
                "%1$s: hay contraseñas (%2$s); no se usan: se entra con llave.", "%1$s: there are passwords (%2$s); they are not used: a key opens.", file,
                String.join(", ", withPasswords)));
        return new Handover.OfHosts(path, List.copyOf(addresses), notes);
    }

    private SshAddress address(String host, Map<String, String> variables) {
        var connection = value(host, variables, "ansible_connection").orElse("ssh");
        if (!List.of("ssh", "smart", "paramiko", "paramiko_ssh").contains(connection)) {
            throw refused(host, Shown.text("ansible_connection=%s no es SSH", "ansible_connection=%s is not SSH", connection),
                    Text.of("Para esta misma máquina, -Drelevo.delivery=local; a otra se llega por SSH.",
                            "For this very machine, -Drelevo.delivery=local; another is reached by SSH."));
        }
        for (var name : List.of("ansible_ssh_common_args", "ansible_ssh_extra_args", "ansible_ssh_args")) {
            if (PROXY.matcher(variables.getOrDefault(name, "")).find()) {
                throw refused(host, Text.of("se llega por otra máquina (" + name + "), y eso aquí no se ejecuta",
                        "is reached through another machine (" + name + "), which is not run here"),
                        Text.of("Abra un túnel («ssh -L 2201:dirección:22 salto») y ponga ansible_host=127.0.0.1 y ansible_port=2201.",
                                "Open a tunnel (\"ssh -L 2201:address:22 jump\") and write ansible_host=127.0.0.1 and ansible_port=2201."));
            }
        }
        var user = value(host, variables, "ansible_user", "ansible_ssh_user").orElse(System.getProperty("user.name"));
        var key = value(host, variables, "ansible_ssh_private_key_file", "ansible_private_key_file");
        return new SshAddress(host, value(host, variables, "ansible_host", "ansible_ssh_host").orElse(host), port(host, variables), user,
                key.map(text -> List.of(key(host, text))).orElseGet(() -> SshConfig.usualKeys(home)));
    }

    private int port(String host, Map<String, String> variables) {
        var port = value(host, variables, "ansible_port", "ansible_ssh_port").orElse("22");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw refused(host, Shown.text("el puerto «%s» no está entre 1 y 65535", "port \"%s\" is not between 1 and 65535", port),
                    Text.of("Corrija ansible_port.", "Correct ansible_port."));
        }
        return Integer.parseInt(port);
    }

    private Path key(String host, String text) {
        try {
            return text.startsWith("~/") ? home.resolve(text.substring(2)) : path.toAbsolutePath().resolveSibling(text);
        } catch (InvalidPathException noPath) {
            throw refused(host, Shown.text("la llave «%s» no es un fichero", "the key \"%s\" is not a file", text),
                    Text.of("Corrija ansible_ssh_private_key_file.", "Correct ansible_ssh_private_key_file."));
        }
    }

    /** The first of these names that has a value; one that Ansible would compute is not computed here. */
    private Optional<String> value(String host, Map<String, String> variables, String... names) {
        var name = Stream.of(names).filter(variables::containsKey).findFirst();
        name.filter(computed -> variables.get(computed).contains("{{")).ifPresent(computed -> {
            throw refused(host, Text.of(computed + " lleva «{{ … }}», que aquí no se calcula", computed + " has \"{{ … }}\", which is not computed here"),
                    Text.of("Escriba el valor mismo.", "Write the value itself."));
        });
        return name.map(variables::get);
    }

    private CannotStart refused(String host, Text what, Text remedy) {
        return new CannotStart(Shown.text("%1$s: «%2$s»: %3$s.", "%1$s: \"%2$s\": %4$s.", file, host, what.es(), what.en()), remedy);
    }
}
