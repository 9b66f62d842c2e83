package relevo.live.defence;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Server;
import relevo.words.Text;

/** Asks where servers are: what goes with a machine, and who is behind an address. */
final class PlaceQuestions {

    private final Configured configured;
    private final Inventory found;
    private final Balancer balancer;
    private final Prefix prefix;
    private final Map<String, String> machines = new LinkedHashMap<>();

    PlaceQuestions(Configured configured, Inventory found, Balancer balancer, Prefix prefix) {
        this.configured = configured;
        this.found = found;
        this.balancer = balancer;
        this.prefix = prefix;
        for (InstanceState one : found.instances()) {
            machines.put(one.name(), one.member());
        }
    }

    List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        carried().forEach((machine, carries) -> all.add(lost(machine, carries)));
        configured.production().stream().filter(line -> line.server().proven()).flatMap(line -> address(line).stream()).forEach(all::add);
        return all;
    }

    /** Instances of servers by the machine that carries them, without the balancer's; nothing where the place of one is not known. */
    private Map<String, List<String>> carried() {
        var instances = found.servers().stream().map(Server::instance).distinct().toList();
        var carried = new LinkedHashMap<String, List<String>>();
        if (instances.size() < 2 || instances.stream().anyMatch(one -> !machines.containsKey(one))) {
            return Map.of();
        }
        instances.forEach(one -> carried.computeIfAbsent(machines.get(one), unseen -> new ArrayList<>()).add(one));
        carried.remove(balancer.instance().isEmpty() ? balancer.machine() : machines.getOrDefault(balancer.instance(), ""));
        return balancer.instance().isEmpty() || machines.containsKey(balancer.instance()) ? carried : Map.of();
    }

    private Candidate lost(String machine, List<String> carries) {
        var left = found.servers().stream().map(Server::instance).distinct().filter(one -> !carries.contains(one)).toList();
        var ask = Text.of("«%s» pierde la corriente. ¿Qué servidores web se van con ella, cuáles quedan, y quién atiende?",
                "\"%s\" loses its power. Which web servers go with it, which are left, and who serves?", Said.name(machine));
        var seen = Text.of("Se van: %s. Quedan: %s.", "Gone: %s. Left: %s.", names(carries), left.isEmpty() ? "–" : names(left));
        return new Candidate(Topic.MACHINE, "C4", Set.of("machine " + machine), true, prefix.of("C4").then(ask), seen);
    }

    private static String names(List<String> names) {
        return names.stream().limit(8).map(Said::name).collect(joining(", "));
    }

    private Optional<Candidate> address(Configured.Line line) {
        var server = line.server();
        return Optional.ofNullable(machines.get(server.instance())).map(machine -> new Candidate(Topic.ADDRESS, "G1.1",
                Set.of("address " + server.address()), true,
                prefix.of("G1.1").then(Text.of("%s tiene la dirección «%s». ¿Qué contenedor responde ahí, en qué máquina, y cómo lo comprobaría usted?",
                        "%s has the address \"%s\". Which container answers there, on which machine, and how would you check that?", line.called(),
                        Said.name(server.address()))),
                Text.of("%s, en %s: desde ahí volvió su propia página.", "%s, on %s: its own page came back from there.", Said.name(server.instance()),
                        Said.name(machine))));
    }
}
