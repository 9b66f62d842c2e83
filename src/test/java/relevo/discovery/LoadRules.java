package relevo.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relevo.observation.Balancer;
import relevo.observation.ConfiguredLoad;
import relevo.observation.Directive;
import relevo.observation.Inventory;
import relevo.observation.LoadRule;
import relevo.observation.LoadUnit;
import relevo.observation.Place;
import relevo.observation.Role;
import relevo.observation.Section;
import relevo.observation.Server;

/** Reads from a configuration what it says about load: the rules that move traffic by it, and how much production may have at once. */
public final class LoadRules {

    /** More than a person writes. */
    private static final int MOST_RULES = 200;
    private static final Pattern FETCH = Pattern.compile("([a-z0-9_]+)(?:\\(([^)]*)\\))?");
    private static final Pattern TRACKED = Pattern.compile("sc\\d?_|src_");
    private static final Map<String, LoadUnit> UNITS = Map.ofEntries(Map.entry("fe_conn", LoadUnit.CONNECTIONS), Map.entry("be_conn", LoadUnit.CONNECTIONS),
            Map.entry("srv_conn", LoadUnit.CONNECTIONS), Map.entry("dst_conn", LoadUnit.CONNECTIONS), Map.entry("conn_cur", LoadUnit.CONNECTIONS),
            Map.entry("fe_req_rate", LoadUnit.REQUESTS_PER_SECOND), Map.entry("http_req_rate", LoadUnit.REQUESTS_PER_SECOND),
            Map.entry("fe_sess_rate", LoadUnit.SESSIONS_PER_SECOND), Map.entry("be_sess_rate", LoadUnit.SESSIONS_PER_SECOND),
            Map.entry("srv_sess_rate", LoadUnit.SESSIONS_PER_SECOND), Map.entry("conn_rate", LoadUnit.SESSIONS_PER_SECOND),
            Map.entry("sess_rate", LoadUnit.SESSIONS_PER_SECOND), Map.entry("be_conn_free", LoadUnit.FREE_PLACES),
            Map.entry("srv_conn_free", LoadUnit.FREE_PLACES), Map.entry("connslots", LoadUnit.FREE_PLACES), Map.entry("queue", LoadUnit.QUEUED),
            Map.entry("avg_queue", LoadUnit.QUEUED), Map.entry("srv_queue", LoadUnit.QUEUED), Map.entry("nbsrv", LoadUnit.SERVERS));

    private final Sections sections;
    private final List<Server> servers;

    private LoadRules(List<Section> configuration, List<Server> servers) {
        this.sections = new Sections(configuration);
        this.servers = servers.stream().filter(server -> server.role() == Role.PRODUCTION).toList();
    }

    /** Of the balancer that production stands behind; {@link ConfiguredLoad#UNKNOWN} where none was found. */
    public static ConfiguredLoad of(Inventory found) {
        return found.balancers().stream().filter(Balancer::runs).map(Balancer::configuration).filter(configuration -> !configuration.isEmpty())
                .map(configuration -> of(configuration, found.servers())).filter(load -> !load.production().isEmpty()).findFirst()
                .orElse(ConfiguredLoad.UNKNOWN);
    }

    static ConfiguredLoad of(List<Section> configuration, List<Server> servers) {
        return new LoadRules(configuration, servers).load();
    }

    private ConfiguredLoad load() {
        List<Place> production = servers.stream().flatMap(server -> place(server).stream()).toList();
        Optional<Directive> admitted = admitting().stream().min((a, b) -> Long.compare(maxconn(a), maxconn(b)));
        Optional<Section> farm = servers.stream().flatMap(server -> sections.backend(server.farm()).stream()).findFirst();
        OptionalDouble queue = timeout(farm, "queue");
        return new ConfiguredLoad(rules(), production, admitted.map(line -> OptionalLong.of(maxconn(line))).orElse(OptionalLong.empty()),
                admitted.map(line -> "maxconn " + maxconn(line) + " (" + where(line) + ")").orElse(""), timeout(farm, "server"),
                queue.isPresent() ? queue : timeout(farm, "connect"), timeout(farm, "connect"), retries(farm));
    }

    private List<LoadRule> rules() {
        List<LoadRule> rules = new ArrayList<>();
        for (Section section : sections.all()) {
            var conditions = new Conditions(section);
            var leading = Stream.concat(section.isFrontend() ? section.having("use_backend") : Stream.empty(),
                    section.isBackend() ? section.having("use-server") : Stream.empty()).filter(line -> line.words().size() > 2).toList();
            for (Directive line : leading) {
                String to = line.words().get(0).equals("use-server") ? section.name() + "/" + line.words().get(1) : line.words().get(1);
                for (var together : conditions.of(line)) {
                    together.stream().takeWhile(test -> rules.size() < MOST_RULES).forEach(test -> rule(section, test, together, to).ifPresent(rules::add));
                }
            }
        }
        return List.copyOf(rules);
    }

    private Optional<LoadRule> rule(Section section, Conditions.Test test, List<Conditions.Test> together, String to) {
        var unit = unit(test);
        var comparison = Conditions.Comparison.of(test);
        if (unit.isEmpty() || comparison.isEmpty()) {
            return Optional.empty();
        }
        String fetch = test.words().get(0);
        boolean replaces = section.isFrontend() && together.stream().allMatch(other -> unit(other).isPresent()) && wholeFrontend(fetch);
        return Optional.of(new LoadRule(fetch, comparison.get().operator(), comparison.get().threshold() / period(section, fetch), unit.get(), to, replaces,
                where(test.line())));
    }

    /** What is counted for a frontend or a client goes on being counted wherever its requests go: production gets none while the rule holds. */
    private static boolean wholeFrontend(String fetch) {
        return fetch.startsWith("fe_") || fetch.startsWith("dst_") || TRACKED.matcher(fetch).lookingAt();
    }

    /** Empty for what is no load, and for what is computed from it. */
    private static Optional<LoadUnit> unit(Conditions.Test test) {
        if (test.words().isEmpty()) {
            return Optional.empty();
        }
        var fetch = FETCH.matcher(test.words().get(0));
        return fetch.matches() ? Optional.ofNullable(UNITS.get(TRACKED.matcher(fetch.group(1)).replaceFirst(""))) : Optional.empty();
    }

    /** Seconds over which a table counts what is written there as a rate; 1 for what HAProxy itself counts. */
    private double period(Section section, String fetch) {
        var parts = FETCH.matcher(fetch);
        if (!TRACKED.matcher(fetch).lookingAt() || !parts.matches()) {
            return 1;
        }
        var counted = Pattern.compile("(?:^|,)" + TRACKED.matcher(parts.group(1)).replaceFirst("") + "\\((\\w+)\\)");
        var arguments = parts.group(2) == null ? List.of() : List.of(parts.group(2).split(","));
        var named = sections.all().stream().filter(other -> arguments.contains(other.name()));
        return Stream.concat(named, Stream.concat(Stream.of(section), sections.all().stream())).flatMap(other -> other.having("stick-table"))
                .flatMap(table -> table.words().stream()).map(counted::matcher).filter(found -> found.find()).map(found -> Sections.ms(found.group(1)))
                .filter(OptionalDouble::isPresent).mapToDouble(ms -> ms.getAsDouble() / 1_000).filter(seconds -> seconds > 0).findFirst().orElse(1);
    }

    private Optional<Place> place(Server server) {
        return sections.backend(server.farm()).flatMap(farm -> farm.having("server", server.name()).findFirst().map(line -> {
            var said = said(farm, line, "maxconn");
            var most = said.map(LoadRules::maxconn).filter(places -> places > 0);
            var checked = line.words().contains("track")
                    || said(farm, line, "check", "no-check").filter(other -> !other.words().contains("no-check")).isPresent();
            return new Place(server.label(), most.map(OptionalLong::of).orElse(OptionalLong.empty()), where(said.orElse(line)), checked);
        }));
    }

    /** The line that decides one of these settings of a server: its own, a default-server of its section before it, or one of the defaults. */
    private Optional<Directive> said(Section farm, Directive line, String... settings) {
        return Stream.of(Stream.of(line), reversed(before(farm, line)).filter(other -> other.is("default-server")),
                sections.defaultsOf(farm).stream().flatMap(defaults -> reversed(defaults.directives())).filter(other -> other.is("default-server")))
                .flatMap(lines -> lines).filter(other -> other.words().stream().anyMatch(List.of(settings)::contains)).findFirst();
    }

    private static List<Directive> before(Section section, Directive line) {
        return section.directives().subList(0, section.directives().indexOf(line));
    }

    private static Stream<Directive> reversed(List<Directive> lines) {
        var reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        return reversed.stream();
    }

    /** The lines that say how many connections may be open at once, of the process and of every frontend that leads to production. */
    private List<Directive> admitting() {
        var farms = servers.stream().map(Server::farm).toList();
        var own = sections.all().stream().filter(Section::isFrontend)
                .filter(section -> farms.contains(section.name()) || section.directives().stream().anyMatch(line -> leadsTo(line, farms)))
                .flatMap(section -> sections.last(section, "maxconn").stream());
        var global = sections.all().stream().filter(section -> section.kind().equals("global")).flatMap(section -> section.having("maxconn"));
        return Stream.concat(own, global).filter(line -> maxconn(line) > 0).toList();
    }

    private static boolean leadsTo(Directive line, List<String> farms) {
        return (line.is("default_backend") || line.is("use_backend")) && line.words().size() > 1 && farms.contains(line.words().get(1));
    }

    private OptionalDouble timeout(Optional<Section> farm, String which) {
        return farm.flatMap(section -> sections.last(section, "timeout", which)).map(line -> Sections.ms(line.after(which))).orElse(OptionalDouble.empty());
    }

    private long retries(Optional<Section> farm) {
        return farm.flatMap(section -> sections.last(section, "retries")).map(line -> line.after("retries")).filter(times -> times.matches("\\d{1,4}"))
                .map(Long::parseLong).orElse(ConfiguredLoad.RETRIES);
    }

    private static long maxconn(Directive line) {
        var figure = line.after("maxconn");
        return figure.matches("\\d{1,9}") ? Long.parseLong(figure) : 0;
    }

    private static String where(Directive line) {
        return line.file() + ":" + line.line();
    }
}
