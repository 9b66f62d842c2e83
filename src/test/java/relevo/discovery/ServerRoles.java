package relevo.discovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relevo.observation.Directive;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Section;
import relevo.observation.Server;

/**
 * Which servers are production and which are backups, by what the configuration does with them. Production is whom an ordinary request reaches:
 * the active servers of a frontend's default backend. Every other server that a rule leads to is a backup, whether it carries the word or not;
 * one that stands in both is production.
 */
final class ServerRoles {

    private static final Known NOBODY_ASKED = Known.unknown("");

    private final List<Section> sections;

    ServerRoles(List<Section> configuration) {
        sections = configuration;
    }

    /** Every server that a request can reach, in the order of the file. */
    List<Server> servers() {
        var servers = new ArrayList<Server>();
        var ordinary = ordinary();
        var reachable = reachable();
        for (var section : sections) {
            if (section.isBackend() && reachable.contains(section.name())) {
                section.having("server").filter(line -> line.words().size() > 2).forEach(line -> servers.add(server(section, line, ordinary)));
            }
        }
        return servers;
    }

    /** The backends that no rule and no frontend leads to: named, and used by nobody. */
    List<String> unreachable() {
        var reachable = reachable();
        return sections.stream().filter(section -> section.kind().equals("backend") && section.having("server").findAny().isPresent())
                .map(Section::name).filter(name -> !reachable.contains(name)).toList();
    }

    private Server server(Section section, Directive line, Map<String, String> ordinary) {
        var flagged = line.words().contains("backup");
        var address = line.words().get(2);
        var elsewhere = ordinary.get(address);
        if (!flagged && ordinary.containsKey(address)) {
            return new Server(section.name(), line.words().get(1), address, Role.PRODUCTION, Known.found(section.name().equals(elsewhere)
                    ? "active in " + section.name() + ", where an ordinary request goes" : "the same address is active in " + elsewhere), "", NOBODY_ASKED);
        }
        var reason = flagged ? "marked backup in " + section.name() : "in " + section.name() + ", where only a rule leads";
        return new Server(section.name(), line.words().get(1), address, Role.BACKUP, Known.found(reason), "", NOBODY_ASKED);
    }

    /** Address of each active server of an ordinary request's farm, with that farm's name. */
    private Map<String, String> ordinary() {
        var ordinary = new LinkedHashMap<String, String>();
        for (var frontend : frontends()) {
            usual(frontend).flatMap(new Sections(sections)::backend).ifPresent(farm -> farm.having("server")
                    .filter(line -> line.words().size() > 2 && !line.words().contains("backup") && !line.words().contains("disabled"))
                    .forEach(line -> ordinary.putIfAbsent(line.words().get(2), farm.name())));
        }
        return ordinary;
    }

    private List<Section> frontends() {
        return sections.stream().filter(Section::isFrontend).filter(section -> section.having("bind").findAny().isPresent() || section.kind().equals("listen"))
                .toList();
    }

    /** The farm of a request that no rule applies to: its own, the default of its section, or that of the defaults before it. */
    private Optional<String> usual(Section frontend) {
        if (frontend.having("server").findAny().isPresent()) {
            return Optional.of(frontend.name());
        }
        var own = frontend.having("default_backend").map(line -> line.after("default_backend")).reduce((first, last) -> last);
        return own.isPresent() ? own : new Sections(sections).inheritance(frontend)
                .flatMap(each -> each.having("default_backend")).map(line -> line.after("default_backend")).findFirst();
    }

    /** A name that is made up for each request may be any. */
    private List<String> meant(String name) {
        return name.contains("%[") ? sections.stream().filter(Section::isBackend).map(Section::name).toList() : List.of(name);
    }

    private Set<String> reachable() {
        var reachable = new HashSet<String>();
        for (var frontend : frontends()) {
            usual(frontend).ifPresent(reachable::add);
            frontend.having("use_backend").map(line -> line.after("use_backend")).forEach(name -> reachable.addAll(meant(name)));
        }
        return reachable;
    }
}
