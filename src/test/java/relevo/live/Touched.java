package relevo.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import relevo.cluster.Footprint.Part;
import relevo.observation.Directive;
import relevo.observation.Section;

/** What of the cluster a change of its configuration can change: told by the sections and the lines that differ, not by where they stand in the file. */
final class Touched {

    private static final List<String> SERVERS = List.of("server", "server-template", "default-server");
    private static final List<String> ROUTES = List.of("use_backend", "default_backend", "use-server");

    private Touched() {
    }

    /** @param before in force until now, in the file's order; so is {@code after} from now on */
    static Set<Part> by(List<Section> before, List<Section> after) {
        var sections = Stream.concat(missing(before, after), missing(after, before)).toList();
        var parts = EnumSet.noneOf(Part.class);
        if (sections.isEmpty()) {
            return parts;
        }
        var lines = Stream.concat(lines(before, after), lines(after, before)).toList();
        Predicate<List<String>> concernsAll = words -> lines.stream().anyMatch(line -> words.contains(line.words().get(0)));
        // What stands in neither a frontend nor a backend may concern every one of them.
        var everywhere = sections.stream().anyMatch(section -> !section.isFrontend() && !section.isBackend());
        if (everywhere || !sections.stream().allMatch(Touched::showsStatisticsAlone)) {
            parts.add(Part.TRAFFIC);
            parts.add(Part.APOLOGY);
        }
        // It lists servers, under the names of their sections.
        if (everywhere || concernsAll.test(SERVERS) || !names(before).equals(names(after)) || sections.stream().anyMatch(Touched::showsStatistics)) {
            parts.add(Part.STATISTICS);
        }
        if (everywhere || concernsAll.test(SERVERS) || concernsAll.test(List.of("bind"))) {
            parts.add(Part.PROGRAMS);
        }
        return parts;
    }

    private static Stream<Section> missing(List<Section> from, List<Section> others) {
        var said = others.stream().map(Touched::words).toList();
        return from.stream().filter(section -> !said.contains(words(section)));
    }

    /** Lines of sections that are not the same in the others. */
    private static Stream<Directive> lines(List<Section> from, List<Section> others) {
        return missing(from, others).flatMap(section -> {
            var same = others.stream().filter(other -> name(other).equals(name(section))).flatMap(other -> other.directives().stream()).map(Directive::words)
                    .toList();
            return section.directives().stream().filter(line -> !same.contains(line.words()));
        });
    }

    private static List<List<String>> names(List<Section> of) {
        return of.stream().map(Touched::name).sorted((one, other) -> one.toString().compareTo(other.toString())).toList();
    }

    private static List<String> name(Section section) {
        return List.of(section.kind(), section.name());
    }

    /** What it says, wherever it stands. */
    private static List<List<String>> words(Section section) {
        return Stream.concat(Stream.of(name(section)), section.directives().stream().map(Directive::words)).toList();
    }

    private static boolean showsStatistics(Section section) {
        return section.having("stats").findAny().isPresent();
    }

    /** Neither servers nor rules that lead to some. */
    private static boolean showsStatisticsAlone(Section section) {
        return section.isFrontend() && showsStatistics(section)
                && Stream.concat(SERVERS.stream(), ROUTES.stream()).noneMatch(word -> section.having(word).findAny().isPresent());
    }
}
