package relevo.live.defence;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.discovery.LoadRules;
import relevo.live.defence.Configured.Line;
import relevo.observation.ConfiguredLoad;
import relevo.observation.Inventory;
import relevo.observation.LoadRule;
import relevo.observation.LoadUnit;
import relevo.words.Text;

/** Asks about load: places, the rules that look at it, who is given the next request. */
final class LoadQuestions {

    private static final Map<String, Text> OPERATORS = Map.of("gt", Text.of("más de", "more than"), "ge", Text.of("al menos", "at least"),
            "lt", Text.of("menos de", "fewer than"), "le", Text.of("como mucho", "at most"), "eq", Text.of("exactamente", "exactly"));
    private static final Map<String, Text> ALGORITHMS = Map.of(
            "roundrobin", Text.of("Al siguiente de la lista, por turnos: cuántas tenga en curso cada uno no cuenta.",
                    "The next one of the list, by turns: how many each has in hand does not count."),
            "static-rr", Text.of("Al siguiente de la lista, por turnos fijos: cuántas tenga en curso cada uno no cuenta.",
                    "The next one of the list, by fixed turns: how many each has in hand does not count."),
            "leastconn", Text.of("Al que menos conexiones tiene en curso: al ocioso.", "The one with the fewest connections in hand: the idle one."),
            "first", Text.of("Al primero de la lista que tenga un puesto libre, aunque el otro esté ocioso.",
                    "The first of the list that has a free place, even though the other is idle."),
            "source", Text.of("Al que toca por la dirección del cliente: el mismo cliente va siempre al mismo servidor.",
                    "The one that the client's address stands for: one client always goes to one server."),
            "random", Text.of("Se toman dos al azar y gana el que menos tiene en curso.", "Two are drawn, and the one with less in hand wins."));

    private final Configured configured;
    private final Inventory found;
    private final ConfiguredLoad load;
    private final Prefix prefix;

    LoadQuestions(Configured configured, Inventory found, Prefix prefix) {
        this.configured = configured;
        this.found = found;
        this.prefix = prefix;
        load = LoadRules.of(found);
    }

    List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        load.rules().stream().filter(rule -> OPERATORS.containsKey(rule.operator())).limit(10).forEach(rule -> all.add(rule(rule)));
        slots().ifPresent(all::add);
        configured.farms().forEach(farm -> balance(farm.name(), configured.last(farm, "balance")).ifPresent(all::add));
        configured.farms().stream().flatMap(farm -> backup(farm.name()).stream()).forEach(all::add);
        admitted().ifPresent(all::add);
        configured.production().stream().flatMap(line -> workers(line).stream()).forEach(all::add);
        return all;
    }

    private Candidate rule(LoadRule rule) {
        var where = rule.where().replaceFirst("(?s)^.*/", "");
        var figure = rule.threshold() == Math.rint(rule.threshold()) ? String.valueOf((long) rule.threshold()) : String.valueOf(rule.threshold());
        var unit = unit(rule);
        var operator = OPERATORS.get(rule.operator());
        var seen = none(rule) ? Text.of("«%s %s %s»: cuando no queda ningún puesto libre en los servidores.",
                "\"%s %s %s\": while no place is free in the servers.", Said.name(rule.fetch()), rule.operator(), figure)
                : Text.of("«%1$s %2$s %3$s»: cuando hay %4$s %3$s %5$s.", "\"%1$s %2$s %3$s\": while there are %6$s %3$s %7$s.", Said.name(rule.fetch()),
                        rule.operator(), figure, operator.es(), unit.es(), operator.en(), unit.en());
        var ask = Text.of("%s lleva peticiones a «%s». ¿A partir de qué carga, y cuándo deja de hacerlo?",
                "%s takes requests to \"%s\". From which load on, and when does it cease?", Said.name(where), Said.name(rule.farm()));
        var holds = Text.of("Deja de hacerlo en cuanto ya no se cumple: se mira en cada petición.",
                "It ceases as soon as that no longer holds: it is looked at for each request.");
        return new Candidate(Topic.LOAD_RULE, "B2", Set.of("line " + where), true, prefix.of("B2").then(ask), seen.then(places()).then(holds));
    }

    /** Whether it holds while there is no free place. */
    private static boolean none(LoadRule rule) {
        return rule.unit() == LoadUnit.FREE_PLACES && (rule.operator().equals("lt") ? rule.threshold() == 1 : rule.threshold() == 0
                && List.of("le", "eq").contains(rule.operator()));
    }

    private static Text unit(LoadRule rule) {
        return switch (rule.unit()) {
            case CONNECTIONS -> Text.of("conexiones abiertas", "open connections");
            case REQUESTS_PER_SECOND -> Text.of("peticiones por segundo", "requests a second");
            case SESSIONS_PER_SECOND -> Text.of("conexiones nuevas por segundo", "new connections a second");
            case FREE_PLACES -> Text.of("puestos libres en los servidores", "free places in the servers");
            case QUEUED -> Text.of("peticiones en cola", "requests in the queue");
            case SERVERS -> Text.of("servidores en pie", "servers up");
        };
    }

    /** How many there are in all; empty where a server has no limit. */
    private Text places() {
        var places = limits();
        return places.isEmpty() ? Text.same("") : Text.of("Producción tiene %s puestos: %s.", "Production has %s places: %s.",
                places.stream().mapToLong(Limit::places).sum(),
                places.stream().map(one -> one.line().name() + " " + one.places()).collect(joining(", ")));
    }

    private record Limit(Line line, Said said, long places) {
    }

    /** Of every production server; none where one has no limit. */
    private List<Limit> limits() {
        var limits = configured.production().stream().flatMap(line -> configured.setting(line, "maxconn").filter(said -> said.count().orElse(0) > 0)
                .map(said -> new Limit(line, said, (long) said.count().getAsDouble())).stream()).toList();
        return limits.size() == configured.production().size() ? limits : List.of();
    }

    private Optional<Candidate> slots() {
        var limits = limits();
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        var keys = limits.stream().map(one -> "line " + one.said().where() + " maxconn").collect(Collectors.toSet());
        var where = limits.stream().map(one -> one.said().where()).distinct().collect(joining(", "));
        var ask = Text.of("¿En cuántas peticiones a la vez trabaja producción (%s), y qué pasa con la siguiente?",
                "How many requests does production work on at once (%s), and what becomes of the next one?",
                limits.stream().map(one -> one.line().name()).collect(joining(", ")));
        var next = load.rules().isEmpty() ? Text.of("La siguiente espera en la cola: ninguna regla mira la carga.",
                "The next one waits in the queue: no rule looks at load.")
                : Text.of("La siguiente espera en la cola, salvo que la regla de %s la lleve a otra parte.",
                        "The next one waits in the queue, unless the rule of %s takes it elsewhere.",
                        Said.name(load.rules().get(0).where().replaceFirst("(?s)^.*/", "")));
        return Optional.of(new Candidate(Topic.SLOTS, "B7", keys, true, prefix.of("B7").then(ask),
                places().then(Text.of("Lo dice «maxconn» (%s).", "\"maxconn\" says so (%s).", where)).then(next)));
    }

    private Optional<Candidate> balance(String farm, Optional<Said> said) {
        return said.filter(one -> ALGORITHMS.containsKey(one.value())).filter(one -> count(farm) > 1).map(one -> new Candidate(Topic.BALANCE, "G1.2",
                Set.of("line " + one.where()), true,
                prefix.of("G1.2").then(Text.of("%s dice «balance %s». Un servidor de «%s» tiene 3 peticiones en curso y otro ninguna: ¿a quién va la "
                        + "siguiente?",
                        "%s says \"balance %s\". One server of \"%s\" has 3 requests in hand and another none: who is given the next one?", one.where(),
                        one.value(), Said.name(farm))),
                ALGORITHMS.get(one.value())));
    }

    private long count(String farm) {
        return configured.production().stream().filter(line -> line.farm().name().equals(farm)).count();
    }

    private Optional<Candidate> backup(String farm) {
        var marked = configured.servers().stream().filter(line -> line.farm().name().equals(farm) && line.line().words().contains("backup")).toList();
        if (marked.isEmpty()) {
            return Optional.empty();
        }
        var all = configured.last(marked.get(0).farm(), "option", "allbackups");
        var ask = Text.of("En «%s» llevan la palabra «backup»: %s. ¿Cuándo sirven por ella, y sirven todos?",
                "In \"%s\" these carry the word \"backup\": %s. When does it make them serve, and do all of them?", Said.name(farm),
                marked.stream().map(Line::called).collect(joining(", ")));
        var when = Text.of("Solo cuando ningún servidor de «%s» sin esa palabra está en pie; la carga no cuenta.",
                "Only while no server of \"%s\" without that word is up; load does not count.", Said.name(farm));
        var who = marked.size() == 1 ? Text.of("Solo hay uno: %s.", "There is but one: %s.", marked.get(0).name())
                : all.map(said -> Text.of("Todos, por «option allbackups» (%s).", "All of them, by \"option allbackups\" (%s).", said.where()))
                .orElse(Text.of("Solo el primero que esté en pie, porque no hay «option allbackups»: %s.",
                        "Only the first one that is up, because there is no \"option allbackups\": %s.", marked.get(0).name()));
        var keys = marked.stream().map(line -> "line " + Said.where(line.line()) + " backup").collect(Collectors.toSet());
        var id = marked.size() > 1 ? "B8" : "B4";
        return Optional.of(new Candidate(Topic.BACKUP, id, keys, true, prefix.of(id).then(ask), when.then(who)));
    }

    private Optional<Candidate> admitted() {
        return configured.frontends().stream().flatMap(front -> configured.last(front, "maxconn").stream())
                .filter(said -> said.count().orElse(0) > 0).findFirst()
                .or(() -> configured.sections().stream().filter(section -> section.kind().equals("global")).flatMap(section -> section.having("maxconn"))
                        .map(line -> new Said(line, line.after("maxconn"))).filter(said -> said.count().orElse(0) > 0).findFirst())
                .map(said -> new Candidate(Topic.ADMITTED, "S3", Set.of("line " + said.where()), false,
                        Text.of("%s dice «maxconn %s». ¿Qué le pasa al cliente siguiente, y qué regla puede verlo?",
                                "%s says \"maxconn %s\". What happens to the next client, and which rule can see it?", said.where(), said.value()),
                        Text.of("Con %s conexiones abiertas HAProxy deja de aceptar: el siguiente espera en el núcleo del sistema, donde ninguna regla lo ve.",
                                "With %s connections open HAProxy takes no more: the next one waits in the kernel, where no rule sees it.", said.value())));
    }

    private Optional<Candidate> workers(Line line) {
        var workers = Optional.ofNullable(found.workers().get(line.server().instance())).filter(many -> many > 0);
        return workers.flatMap(many -> configured.setting(line, "maxconn").filter(said -> said.count().orElse(0) > 0).map(said -> {
            var places = (long) said.count().getAsDouble();
            var ask = Text.of("El Apache de %s atiende %s peticiones a la vez y HAProxy le manda %s como mucho (%s). ¿Quién se llena primero, y dónde se "
                    + "espera?",
                    "The Apache of %s works on %s requests at once and HAProxy sends it %s at most (%s). Which of them fills first, and where does one wait?",
                    line.name(), many, places, said.where());
            var seen = places <= many ? Text.of("HAProxy: con %s en curso las demás esperan en su cola, donde se ven y una regla puede contarlas.",
                    "HAProxy: with %s in hand the others wait in its queue, where they are seen and a rule can count them.", places)
                    : Text.of("Apache: con %s en curso las demás esperan dentro de su sistema, donde HAProxy no las ve y las cree servidas.",
                            "Apache: with %s in hand the others wait inside its system, where HAProxy does not see them and takes them for served.", many);
            return new Candidate(Topic.WORKERS, "L2", Set.of("line " + said.where() + " maxconn", "workers"), true, ask, seen);
        }));
    }
}
