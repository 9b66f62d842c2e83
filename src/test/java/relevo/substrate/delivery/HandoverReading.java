package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import relevo.machine.SshConfig;
import relevo.verdict.CannotStart;
import relevo.words.Nearest;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * Finds out what was handed in.
 *
 * @param home for {@code ~}
 */
record HandoverReading(String typed, Optional<String> which, Path home) {

    private static final String LOCAL = "local";
    private static final Pattern PACKED = Pattern.compile("(?i).*\\.(zip|rar|7z|tar|tgz|txz|(tar\\.)?(gz|xz|bz2|zst))");
    private static final List<String> PACKED_BYTES = List.of("PK\u0003\u0004", "Rar!", "7z\u00bc\u00af", "\u001f\u008b", "\u00fd7zXZ", "BZh");
    private static final Pattern OF_VAGRANT = Pattern.compile("(?m)^[ \\t]*Vagrant\\.configure\\b");
    private static final Pattern OF_YAML = Pattern.compile("(?m)^[ \\t]*[\"']?(hosts|children)[\"']?[ \\t]*:[ \\t]*(#.*)?$");
    private static final Pattern OF_INI = Pattern.compile("(?m)^[ \\t]*\\[[^\\]\\n]+][ \\t]*([#;].*)?$|^[^#;\\n]*\\bansible_\\w+[ \\t]*=");
    private static final Pattern OF_SSH = Pattern.compile("(?mi)^[ \\t]*Host([ \\t]*=[ \\t]*|[ \\t]+)\\S");
    private static final int MOST_NEIGHBOURS = 1_000;
    private static final Text KINDS = Text.of(
            "Se puede dar una carpeta con un Vagrantfile, un fichero ssh_config («vagrant ssh-config > máquinas»), un inventario de Ansible, o «local».",
            "It may be a folder with a Vagrantfile, an ssh_config file (\"vagrant ssh-config > machines\"), an Ansible inventory, or \"local\".");

    Handover open() {
        if (typed.strip().equals(LOCAL)) {
            noChoice("local");
            return new Handover.ThisMachine();
        }
        var path = path();
        try {
            if (Files.isDirectory(path)) {
                return new Vagrantfiles(path.toRealPath(), typed).choose(which);
            }
            return PACKED.matcher(path.getFileName().toString()).matches() || isPacked(path) ? packed() : file(path);
        } catch (IOException unreadable) {
            throw refused("-Drelevo.delivery=%s no se puede leer (%s).", "-Drelevo.delivery=%s cannot be read (%s).",
                    Text.of("Vea sus permisos con «ls -l».", "See its permissions with \"ls -l\"."), typed, unreadable.getClass().getSimpleName());
        }
    }

    private Path path() {
        if (typed.isBlank()) {
            throw refused("-Drelevo.delivery está vacío.", "-Drelevo.delivery is empty.", KINDS);
        }
        Path path;
        try {
            // After -D no shell puts the home folder in its place.
            path = (typed.startsWith("~/") ? home.resolve(typed.substring(2)) : Path.of(typed)).toAbsolutePath().normalize();
        } catch (InvalidPathException noPath) {
            throw refused("-Drelevo.delivery=%s no es una ruta.", "-Drelevo.delivery=%s is not a path.", KINDS, typed);
        }
        if (!Files.exists(path)) {
            throw refused("-Drelevo.delivery=%s no existe.", "-Drelevo.delivery=%s does not exist.", near(path).orElse(KINDS), typed);
        }
        return path;
    }

    private static Optional<Text> near(Path absent) {
        if (absent.getParent() == null || !Files.isDirectory(absent.getParent())) {
            return Optional.empty();
        }
        try (var beside = Files.list(absent.getParent())) {
            var names = beside.limit(MOST_NEIGHBOURS).map(file -> file.getFileName().toString()).sorted().toList();
            return names.isEmpty() ? Optional.empty() : Optional.of(Shown.text("En %s, lo más parecido es «%s».", "In %s, the nearest name is \"%s\".",
                    absent.getParent(), Nearest.of(absent.getFileName().toString(), names)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPacked(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var start = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
            return PACKED_BYTES.stream().anyMatch(start::startsWith);
        }
    }

    private Handover packed() {
        throw refused("-Drelevo.delivery=%s está comprimido.", "-Drelevo.delivery=%s is packed.",
                Text.of("Descomprímalo y dé la carpeta.", "Unpack it and give the folder."), typed);
    }

    private Handover file(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw refused("-Drelevo.delivery=%s no es ni carpeta ni fichero.", "-Drelevo.delivery=%s is neither a folder nor a file.", KINDS, typed);
        }
        if (Files.size(path) > HandedFile.LARGEST) {
            throw refused("-Drelevo.delivery=%s ocupa más de %d KiB: no es una lista de máquinas.",
                    "-Drelevo.delivery=%s takes more than %d KiB: it is no list of machines.", KINDS, typed, HandedFile.LARGEST >> 10);
        }
        var text = HandedFile.text(path);
        var name = path.getFileName().toString();
        if (name.equalsIgnoreCase("Vagrantfile") || OF_VAGRANT.matcher(text).find()) {
            noChoice(name);
            var folder = path.getParent().toRealPath();
            return new Handover.OfVagrant(folder, folder, name, List.of());
        }
        if (text.startsWith("#!")) {
            throw refused("-Drelevo.delivery=%s es un programa; aquí no se ejecuta nada de una entrega.",
                    "-Drelevo.delivery=%s is a program; nothing of a delivery is run here.", KINDS, typed);
        }
        var hosts = text.indexOf('\0') >= 0 ? Optional.<Handover.OfHosts>empty() : hosts(path, name, text);
        return new ListedHosts(typed).checked(hosts.orElseThrow(() -> refused(
                "-Drelevo.delivery=%s no es ni un ssh_config ni un inventario de Ansible.",
                "-Drelevo.delivery=%s is neither an ssh_config nor an Ansible inventory.", KINDS, typed)));
    }

    private Optional<Handover.OfHosts> hosts(Path path, String name, String text) {
        var yaml = name.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
        if (yaml || OF_YAML.matcher(text).find()) {
            return Optional.of(new OfInventory(name, path, home).read(InventoryYaml.parse(name, text), which));
        }
        if (OF_INI.matcher(text).find()) {
            return Optional.of(new OfInventory(name, path, home).read(InventoryIni.parse(name, text), which));
        }
        if (!OF_SSH.matcher(text).find()) {
            return Optional.empty();
        }
        noChoice(name);
        var config = SshConfig.parse(name, text, path.getParent(), home);
        return Optional.of(new Handover.OfHosts(path, config.addresses(), config.notes()));
    }

    private void noChoice(String what) {
        which.ifPresent(unused -> {
            throw refused("«delivery: %s» elige entre varios, y en %s no hay varios.", "\"delivery: %s\" chooses among several, and %s has not several.",
                    Text.of("Quítelo del fichero de correspondencias.", "Take it out of the mapping file."), unused, what);
        });
    }

    private static CannotStart refused(String es, String en, Text remedy, Object... untrusted) {
        return new CannotStart(Shown.text(es, en, untrusted), remedy);
    }
}
