package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import relevo.verdict.CannotStart;
import relevo.words.Nearest;
import relevo.words.Shown;
import relevo.words.Text;

/** What in a Vagrantfile and its scripts cannot come up on another machine than its author's: read as text, never run. */
final class Lint {

    private static final Pattern SYNCED = Pattern.compile("synced_folder\\s*\\(?\\s*([\"'])(.*?)\\1");
    private static final Pattern HOSTNAME = Pattern.compile("(?<!\\w):?host_?name\\s*(?:=>|[:=])\\s*([\"'])(.*?)\\1");
    private static final Pattern ADDRESS = Pattern.compile("(?<!\\w):?ip\\s*(?:=>|[:=])\\s*([\"'])(\\d{1,3}(?:\\.\\d{1,3}){3})\\1");
    private static final Pattern NETWORK = Pattern.compile("(?i)(?<!guest_)(?<!host_)(?<![a-z])ip\\w{0,20}\\s*(?:=>|[:=])\\s*"
            + "[\"'](\\d{1,3}\\.\\d{1,3}\\.(\\d{1,3}))\\.[\\d#]");
    private static final String OF_VIRTUALBOX = "192.168.";
    private static final int FIRST_NETWORK = 56;
    private static final int LAST_NETWORK = 63;
    private static final int MOST_SHOWN = 8;
    private static final String COMPUTED = "#{";

    private final Handover.OfVagrant delivery;
    private final VagrantScripts scripts;
    private final List<Finding> findings = new ArrayList<>();

    private Lint(Handover.OfVagrant delivery) {
        this.delivery = delivery;
        this.scripts = new VagrantScripts(delivery.root(), delivery.folder());
    }

    /**
     * One thing that was found.
     *
     * @param file    from the folder that was handed in, fit to be shown
     * @param line    the first is 1
     * @param certain false where it may come up all the same
     */
    record Finding(String file, int line, boolean certain, Text what, Text remedy) {

        /** File, line, what and remedy. */
        Text text() {
            return Text.same(file + ":" + line + ":").then(what).then(remedy);
        }
    }

    /** In the order of the lines. @throws CannotStart when the Vagrantfile cannot be read */
    static List<Finding> of(Handover.OfVagrant delivery) {
        return new Lint(delivery).findings();
    }

    private List<Finding> findings() {
        var files = scripts.withNamed(delivery.vagrantfile());
        var vagrantfile = files.get(0);
        String text;
        try {
            text = HandedFile.text(vagrantfile);
        } catch (IOException unreadable) {
            throw new CannotStart(Shown.text("%s no se puede leer.", "%s cannot be read.", vagrantfile),
                    Text.of("Vea sus permisos con «ls -l».", "See its permissions with \"ls -l\"."));
        }
        var ruby = RubyLines.of(text);
        for (int i = 0; i < ruby.size(); i++) {
            paths(vagrantfile, i + 1, ruby.get(i));
        }
        twice(vagrantfile, ruby, HOSTNAME, Text.of("nombre", "hostname"));
        twice(vagrantfile, ruby, ADDRESS, Text.of("dirección", "address"));
        networks(vagrantfile, ruby);
        var shelf = Shelf.read();
        shelf.boxes(ruby).forEach((line, doubt) -> doubt(vagrantfile, line, doubt));
        for (var file : files) {
            shelf.images(file.equals(vagrantfile) ? text : script(file)).forEach((line, doubt) -> doubt(file, line, doubt));
        }
        return findings.stream().sorted(Comparator.comparing((Finding finding) -> !finding.file().equals(name(vagrantfile)))
                .thenComparing(Finding::file).thenComparing(Finding::line)).toList();
    }

    private static String script(Path file) {
        try {
            return HandedFile.text(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void paths(Path file, int number, String line) {
        SYNCED.matcher(line).results().forEach(found -> path(file, number, found.group(2), line.matches(".*create:?\\s*(=>)?\\s*true.*")));
        VagrantScripts.PATH.matcher(line).results().forEach(found -> path(file, number, found.group(2), false));
    }

    private void path(Path file, int number, String path, boolean made) {
        if (path.isEmpty() || path.contains(COMPUTED) || path.matches("(?i)(https?|ftp)://.*")) {
            return;
        }
        if (path.matches("[A-Za-z]:.*") || path.contains("\\")) {
            certain(file, number, Shown.text("«%s» es una ruta de Windows.", "\"%s\" is a path of Windows.", path),
                    Text.of("Escríbala relativa al Vagrantfile y con «/».", "Write it relative to the Vagrantfile, with \"/\"."));
        } else if (path.startsWith("/") || path.startsWith("~")) {
            certain(file, number, Shown.text("«%s» solo está en el computador de quien lo escribió.", "\"%s\" is on its author's computer alone.", path),
                    Text.of("Póngalo en la entrega y escríbalo relativo al Vagrantfile.",
                            "Put it into the delivery, and write it relative to the Vagrantfile."));
        } else if (leadsOut(path)) {
            certain(file, number, Shown.text("«%s» sale de la carpeta entregada.", "\"%s\" leads out of the folder that was handed in.", path),
                    Text.of("Póngalo en la entrega.", "Put it into the delivery."));
        } else if (!made && scripts.inside(path).isEmpty()) {
            certain(file, number, Shown.text("«%s» no está en la entrega.", "\"%s\" is not in the delivery.", path), nearest(path));
        }
    }

    private boolean leadsOut(String path) {
        try {
            return scripts.climbs(path);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private Text nearest(String path) {
        try (var beside = Files.list(delivery.folder().resolve(path).normalize().getParent())) {
            var names = beside.limit(500).map(file -> file.getFileName().toString()).sorted().toList();
            if (!names.isEmpty()) {
                var last = path.substring(path.replaceFirst("/+$", "").lastIndexOf('/') + 1);
                return Shown.text("Añádalo; allí, lo más parecido es «%s».", "Add it; the nearest name there is \"%s\".", Nearest.of(Shown.of(last), names));
            }
        } catch (IOException | InvalidPathException absent) {
            // Then there is nothing near.
        }
        return Text.of("Añádalo.", "Add it.");
    }

    private void twice(Path file, List<String> ruby, Pattern pattern, Text kind) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < ruby.size(); i++) {
            int number = i + 1;
            pattern.matcher(ruby.get(i)).results().map(found -> found.group(2)).filter(value -> !value.contains(COMPUTED)).forEach(value -> {
                var earlier = first.putIfAbsent(value, number);
                if (earlier != null) {
                    certain(file, number, Shown.text("%1$s «%3$s» ya está en la línea %4$d.", "%2$s \"%3$s\" is already on line %4$d.", kind.es(),
                            kind.en(), value, earlier), Text.of("Cambie uno de los dos.", "Change one of the two."));
                }
            });
        }
    }

    /** One finding for all of them, because one file puts all of them right. */
    private void networks(Path file, List<String> ruby) {
        var outside = new LinkedHashSet<String>();
        int line = 0;
        for (int i = 0; i < ruby.size(); i++) {
            for (var found : NETWORK.matcher(ruby.get(i)).results().toList()) {
                var third = Integer.parseInt(found.group(2));
                var allowed = found.group(1).startsWith(OF_VIRTUALBOX) && third >= FIRST_NETWORK && third <= LAST_NETWORK;
                if (!allowed && !found.group(1).startsWith("127.")) {
                    outside.add(found.group(1) + ".0/24");
                    line = line == 0 ? i + 1 : line;
                }
            }
        }
        if (!outside.isEmpty()) {
            var ranges = String.join(" ", outside.stream().limit(MOST_SHOWN).toList());
            doubt(file, line, new Shelf.Doubt(
                    Shown.text("VirtualBox solo admite de fábrica direcciones de 192.168.56.0/21, y aquí hay de %s.",
                            "VirtualBox takes addresses of 192.168.56.0/21 alone unless told otherwise, and there are some of %s.", ranges),
                    Shown.text("En el computador que la levanta, escriba en /etc/vbox/networks.conf: * %s", "On the computer that brings it up, write into "
                            + "/etc/vbox/networks.conf: * %s", ranges)));
        }
    }

    private void certain(Path file, int line, Text what, Text remedy) {
        findings.add(new Finding(name(file), line, true, what, remedy));
    }

    private void doubt(Path file, int line, Shelf.Doubt doubt) {
        findings.add(new Finding(name(file), line, false, doubt.what(), doubt.remedy()));
    }

    private String name(Path file) {
        return Shown.of(delivery.root().relativize(file).toString(), 200);
    }
}
