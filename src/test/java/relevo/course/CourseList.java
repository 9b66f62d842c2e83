package relevo.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import relevo.words.Printable;
import relevo.words.Sha256;
import relevo.words.Text;
import relevo.yaml.YamlNode;

/**
 * The deliveries of a course: each folder within a folder, or a file that lists them, relative to where it lies.
 *
 * <pre>{@code
 * teams:
 *   - { team: team-01, delivery: deliveries/team-01 }
 *   - { team: team-02, delivery: team-02/ssh_config, up: false, mapping: team-02.yaml }
 * }</pre>
 *
 * <p>A folder is brought up unless {@code up: false} says that its machines are; a file is not.
 */
final class CourseList {

    private static final int MOST = 500;
    private static final int LONGEST = 60;

    private CourseList() {
    }

    /** @throws IllegalArgumentException when it is neither, or lists what is not there; names the file and the entry */
    static List<Listed> read(Path given) {
        var listed = Files.isDirectory(given) ? ofFolder(given.toAbsolutePath().normalize()) : ofFile(given.toAbsolutePath().normalize());
        if (listed.isEmpty() || listed.size() > MOST) {
            throw refused("%s tiene %d entregas; debe tener de 1 a %d.", "%s has %d deliveries; it must have 1 to %d.", given, listed.size(), MOST);
        }
        var teams = new HashSet<String>();
        listed.forEach(one -> {
            if (!teams.add(one.team())) {
                throw refused("%s: el equipo «%s» está dos veces.", "%s: team \"%s\" stands there twice.", given, Printable.of(one.team()));
            }
        });
        return listed;
    }

    private static List<Listed> ofFolder(Path folder) {
        try (var inside = Files.list(folder)) {
            return inside.filter(each -> Files.isDirectory(each) && !each.getFileName().toString().startsWith(".")).sorted()
                    .map(each -> listed(each.getFileName().toString(), each, true, Optional.empty())).toList();
        } catch (IOException unreadable) {
            throw refused("%s no se puede leer (%s).", "%s cannot be read (%s).", folder, unreadable.toString());
        }
    }

    private static List<Listed> ofFile(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw refused("No se puede leer %s (%s): dé una carpeta de entregas o un fichero que las enumere.",
                    "%s cannot be read (%s): give a folder of deliveries, or a file that lists them.", file, unreadable.toString());
        }
        var root = YamlNode.parse(file.getFileName().toString(), text);
        root.allow(Set.of("teams"));
        var listed = new ArrayList<Listed>();
        for (var entry : root.need("teams").items()) {
            entry.allow(Set.of("team", "delivery", "up", "mapping"));
            var place = file.resolveSibling(entry.need("delivery").text()).normalize();
            if (!Files.exists(place)) {
                throw entry.need("delivery").wrong("no existe " + place, "there is no " + place);
            }
            var mapping = entry.find("mapping").map(name -> file.resolveSibling(name.text()).normalize());
            mapping.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
                throw entry.need("mapping").wrong("no se puede leer " + path, path + " cannot be read");
            });
            var up = entry.find("up").map(word -> word.oneOf("true", "false").equals("true")).orElse(Files.isDirectory(place));
            listed.add(listed(entry.need("team").text().strip(), place, up, mapping));
        }
        return listed;
    }

    private static Listed listed(String team, Path delivery, boolean up, Optional<Path> mapping) {
        return new Listed(Printable.of(team).replace('\n', ' '), folder(team), delivery, up, mapping);
    }

    /** The name itself where it will do; otherwise what is left of it, with a mark that keeps it apart from others. */
    static String folder(String team) {
        if (team.matches("[A-Za-z0-9_][A-Za-z0-9._-]*") && team.length() <= LONGEST) {
            return team;
        }
        var plain = team.replaceAll("[^A-Za-z0-9_-]+", "-").replaceFirst("^-+", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST)) + "-" + mark(team);
    }

    private static String mark(String team) {
        return Sha256.of(team).substring(0, 8);
    }

    private static IllegalArgumentException refused(String es, String en, Object... parts) {
        return new IllegalArgumentException(Text.of(es, en, parts).toString());
    }
}
