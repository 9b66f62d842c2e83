package relevo.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import relevo.cluster.Footprint.Part;
import relevo.observation.Directive;
import relevo.observation.Section;

/** What of the cluster a change of its configuration can change: told by the sections that differ, not by where they stand in the file. */
final class Touched {

    /** Everything that hangs on how the balancer is configured. */
    private static final Set<Part> BALANCER = EnumSet.of(Part.TRAFFIC, Part.STATISTICS, Part.PROGRAMS, Part.APOLOGY);

    private Touched() {
    }

    /** @param before in force until now, in the file's order; so is {@code after} from now on */
    static Set<Part> by(List<Section> before, List<Section> after) {
        var differing = Stream.concat(missing(before, after), missing(after, before)).toList();
        if (differing.isEmpty()) {
            return Set.of();
        }
        return differing.stream().allMatch(Touched::showsStatisticsAlone) ? EnumSet.of(Part.STATISTICS, Part.PROGRAMS) : BALANCER;
    }

    private static Stream<Section> missing(List<Section> from, List<Section> others) {
        var said = others.stream().map(Touched::words).toList();
        return from.stream().filter(section -> !said.contains(words(section)));
    }

    /** What it says, wherever it stands. */
    private static List<List<String>> words(Section section) {
        return Stream.concat(Stream.of(List.of(section.kind(), section.name())), section.directives().stream().map(Directive::words)).toList();
    }

    /** Neither servers nor rules that lead to some. */
    private static boolean showsStatisticsAlone(Section section) {
        return section.isFrontend() && section.having("stats").findAny().isPresent()
                && Stream.of("server", "server-template", "use_backend", "default_backend", "use-server").noneMatch(word -> section.having(word).findAny().isPresent());
    }
}
