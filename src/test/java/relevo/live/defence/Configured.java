package relevo.live.defence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.discovery.Sections;
import relevo.observation.Balancer;
import relevo.observation.Directive;
import relevo.observation.Inventory;
import relevo.observation.Role;
import relevo.observation.Section;
import relevo.observation.Server;

/**
 * The configuration in force, by its server lines.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#5.2">HAProxy's configuration manual, section 5.2</a>
 */
final class Configured {

    /** More than anybody is asked about. */
    private static final int MOST_SERVERS = 24;

    private final List<Section> sections;
    private final List<Line> lines;

    /**
     * A server line.
     *
     * @param server as it was found
     * @param farm   the section that it stands in
     */
    record Line(Server server, Section farm, Directive line) {

        boolean isProduction() {
            return server.role() == Role.PRODUCTION;
        }

        String name() {
            return Said.name(server.name());
        }

        /** {@code web1 (haproxy.cfg:41)}. */
        String called() {
            return name() + " (" + Said.where(line) + ")";
        }
    }

    Configured(Balancer balancer, Inventory found) {
        sections = balancer.configuration();
        lines = found.servers().stream().flatMap(server -> line(server).stream()).limit(MOST_SERVERS).toList();
    }

    private Optional<Line> line(Server server) {
        return sections.stream().filter(section -> section.isBackend() && section.name().equals(server.farm()))
                .flatMap(farm -> farm.having("server", server.name()).filter(line -> line.words().size() > 2).map(line -> new Line(server, farm, line)))
                .findFirst();
    }

    List<Section> sections() {
        return sections;
    }

    /** Every server that a request can reach. */
    List<Line> servers() {
        return lines;
    }

    List<Line> production() {
        return lines.stream().filter(Line::isProduction).toList();
    }

    /** The farms that production stands in. */
    List<Section> farms() {
        return production().stream().map(Line::farm).distinct().toList();
    }

    /** Those that clients of production connect to. */
    List<Section> frontends() {
        var names = farms().stream().map(Section::name).toList();
        return sections.stream().filter(Section::isFrontend).filter(section -> names.contains(section.name())
                || section.directives().stream().anyMatch(line -> (line.is("default_backend") || line.is("use_backend")) && line.words().size() > 1
                && names.contains(line.words().get(1)))).toList();
    }

    /** Whether HAProxy itself looks if the server lives, by checks of this very line. */
    boolean checked(Line server) {
        if (server.line().words().contains("track")) {
            return false;
        }
        return deciding(server, "check", "no-check").filter(said -> said.equals("check")).isPresent();
    }

    private Optional<String> deciding(Line server, String... flags) {
        return settings(server).flatMap(line -> reversed(options(line)).filter(List.of(flags)::contains)).findFirst();
    }

    /** The line that makes a setting of a server: its own, a {@code default-server} of its section before it, or one of the defaults. */
    Optional<Said> setting(Line server, String keyword) {
        return settings(server).flatMap(line -> {
            var options = options(line);
            var at = options.lastIndexOf(keyword);
            return at < 0 ? Stream.<Said>empty() : Stream.of(new Said(line, at + 1 < options.size() ? options.get(at + 1) : ""));
        }).findFirst();
    }

    private Stream<Directive> settings(Line server) {
        var before = server.farm().directives().subList(0, server.farm().directives().indexOf(server.line()));
        return Stream.of(Stream.of(server.line()), reversed(before).filter(line -> line.is("default-server")),
                defaults(server.farm()).stream().flatMap(section -> reversed(section.directives())).filter(line -> line.is("default-server")))
                .flatMap(each -> each);
    }

    private static List<String> options(Directive line) {
        return line.words().subList(Math.min(line.words().size(), line.is("server") ? 3 : 1), line.words().size());
    }

    private Optional<Section> defaults(Section section) {
        return new Sections(sections).defaultsOf(section);
    }

    /** The last line of a section that begins with these words, or else of the defaults before it; none where it is taken back. */
    Optional<Said> last(Section section, String... beginning) {
        var taken = new ArrayList<>(List.of("no"));
        taken.addAll(List.of(beginning));
        return Stream.of(Optional.of(section), defaults(section)).flatMap(Optional::stream).flatMap(each -> reversed(each.directives()))
                .filter(line -> line.is(beginning) || line.is(taken.toArray(String[]::new))).findFirst().filter(line -> line.is(beginning))
                .map(line -> new Said(line, line.words().size() > beginning.length ? line.words().get(beginning.length) : ""));
    }

    private static <T> Stream<T> reversed(List<T> all) {
        var reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return reversed.stream();
    }
}
