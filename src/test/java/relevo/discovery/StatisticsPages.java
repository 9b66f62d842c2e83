package relevo.discovery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import relevo.observation.Section;
import relevo.outside.Credentials;

/**
 * Where a configuration puts its statistics page, and who may see it.
 *
 * @param paths       each once, in the order of the file; empty where no section shows statistics
 * @param credentials each once; empty where it asks for none
 */
public record StatisticsPages(List<String> paths, List<Credentials> credentials) {

    /** HAProxy's own path, where statistics are on and no other is named. */
    private static final String USUAL = "/haproxy?stats";

    /** Of all its sections that clients or rules can reach, each with what it inherits. Any word of {@code stats} turns them on. */
    public static StatisticsPages of(List<Section> sections) {
        Set<String> paths = new LinkedHashSet<>();
        Set<Credentials> credentials = new LinkedHashSet<>();
        for (var section : sections) {
            if (!section.isFrontend() && !section.isBackend()) {
                continue;
            }
            var lines = new Sections(sections).inheritance(section).flatMap(each -> each.having("stats")).filter(line -> line.words().size() > 1).toList();
            if (lines.isEmpty()) {
                continue;
            }
            var uris = new ArrayList<String>();
            lines.stream().filter(line -> line.is("stats", "uri")).map(line -> line.after("uri")).forEach(uris::add);
            paths.add(uris.isEmpty() ? USUAL : uris.get(uris.size() - 1));
            lines.stream().filter(line -> line.is("stats", "auth") && line.after("auth").contains(":"))
                    .forEach(line -> credentials.add(Credentials.parse(line.after("auth"))));
        }
        return new StatisticsPages(List.copyOf(paths), List.copyOf(credentials));
    }
}
