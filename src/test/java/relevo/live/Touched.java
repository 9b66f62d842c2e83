package relevo.live;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.cluster.Footprint.Part;
import relevo.discovery.Sections;
import relevo.observation.Directive;
import relevo.observation.Section;

/** What of the cluster a change of its configuration can change: told by the sections and the lines that differ, not by where they stand in the file. */
final class Touched {

    private static final Set<String> SERVERS = Set.of("server", "server-template", "default-server");
    private static final Set<String> ROUTES = Set.of("use_backend", "default_backend", "use-server");

    private Touched() {
    }

    /** @param before in force until now, in the file's order; so is {@code after} from now on */
    static Set<Part> by(List<Section> before, List<Section> after) {
        var earlier = said(before);
        var later = said(after);
        var differing = Stream.concat(missing(earlier, later), missing(later, earlier)).toList();
        var parts = EnumSet.noneOf(Part.class);
        if (differing.isEmpty()) {
            return parts;
        }
        // What stands in neither a frontend nor a backend may concern every one of them.
        var everywhere = differing.stream().anyMatch(one -> !one.section.isFrontend() && !one.section.isBackend());
        var keywords = Stream.concat(keywords(earlier, later), keywords(later, earlier)).collect(Collectors.toSet());
        var servers = everywhere || SERVERS.stream().anyMatch(keywords::contains);
        if (everywhere || !differing.stream().allMatch(Said::showsStatisticsAlone)) {
            parts.add(Part.TRAFFIC);
            parts.add(Part.APOLOGY);
        }
        // The page lists servers, under the names of their sections.
        if (servers || !names(before).equals(names(after)) || differing.stream().anyMatch(Said::showsStatistics)) {
            parts.add(Part.STATISTICS);
        }
        if (servers || keywords.contains("bind")) {
            parts.add(Part.PROGRAMS);
        }
        return parts;
    }

    /** One section, and all that it says, what it inherits included. */
    private record Said(Section section, Set<List<String>> inherited) {

        List<String> name() {
            return List.of(section.kind(), section.name());
        }

        List<List<String>> words() {
            return Stream.concat(Stream.of(name()), all()).toList();
        }

        Stream<List<String>> all() {
            return Stream.concat(lines().stream(), inherited.stream());
        }

        List<List<String>> lines() {
            return section.directives().stream().map(Directive::words).toList();
        }

        boolean showsStatistics() {
            return section.having("stats").findAny().isPresent();
        }

        /** Neither servers nor rules that lead to some. */
        boolean showsStatisticsAlone() {
            return section.isFrontend() && showsStatistics()
                    && lines().stream().map(line -> line.get(0)).noneMatch(word -> SERVERS.contains(word) || ROUTES.contains(word));
        }
    }

    private static Stream<Said> missing(List<Said> from, List<Said> others) {
        var words = others.stream().map(Said::words).toList();
        return from.stream().filter(one -> !words.contains(one.words()));
    }

    /** First words of the lines that the section of the same name does not have among the others. */
    private static Stream<String> keywords(List<Said> from, List<Said> others) {
        return missing(from, others).flatMap(one -> {
            var same = others.stream().filter(other -> other.name().equals(one.name())).flatMap(Said::all).toList();
            return one.all().filter(line -> !same.contains(line)).map(line -> line.get(0));
        });
    }

    private static Set<String> names(List<Section> of) {
        return of.stream().map(section -> section.kind() + " " + section.name()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Only a frontend or a backend inherits. */
    private static List<Said> said(List<Section> sections) {
        var all = new Sections(sections);
        return sections.stream().map(section -> new Said(section, Optional.of(section).filter(one -> one.isFrontend() || one.isBackend())
                .flatMap(all::defaultsOf).stream().flatMap(defaults -> defaults.directives().stream()).map(Directive::words)
                .collect(Collectors.toCollection(LinkedHashSet::new)))).toList();
    }
}
