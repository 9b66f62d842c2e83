package relevo.live.defence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import relevo.archive.OralDefence;
import relevo.live.page.DefenceSheet;
import relevo.live.page.DefenceSheet.Search;
import relevo.live.page.Order;
import relevo.observation.InstanceState;
import relevo.words.Text;

/**
 * A fault that the students are to find, among some that HAProxy's statistics and the page tell apart. First what is offered is drawn, and then the
 * fault out of that: neither the answers nor their order nor their names say which one it is.
 */
public final class Riddle {

    /** Fewer answers are no riddle. */
    static final int FEWEST = 3;
    /** More are guesswork. */
    static final int MOST = 5;
    /** A lost machine is offered only where there is little else: it is never the fault. */
    private static final int ENOUGH = 4;

    private final List<Offer> offers;
    private final int right;
    private final long begunMs;
    private final Search search;
    private final OptionalDouble seconds;

    /**
     * What may be broken, by the names that {@link Order}'s verbs take. Only servers that run, and that HAProxy checks: nobody would see the others' end.
     *
     * @param production servers
     * @param backups    other servers
     * @param machines   that are not the balancer's, each with the servers on it
     */
    public record Candidates(List<String> production, List<String> backups, Map<String, List<String>> machines) {

        public Candidates {
            production = production.stream().distinct().toList();
            backups = backups.stream().distinct().toList();
            machines = new TreeMap<>(machines);
        }

        /** Of what was found, by the names of instances: those that run and that a line in force checks. */
        public static Candidates in(Facts facts) {
            return facts.inForce().map(balancer -> new Configured(balancer, facts.found())).map(configured -> {
                var running = facts.found().instances().stream().filter(one -> one.status().equalsIgnoreCase("running"))
                        .collect(toMap(InstanceState::name, InstanceState::member, (one, other) -> one, LinkedHashMap::new));
                var checked = configured.servers().stream().filter(configured::checked).map(line -> line.server().instance()).filter(running::containsKey)
                        .collect(toCollection(LinkedHashSet::new));
                var production = configured.production().stream().map(line -> line.server().instance()).filter(checked::contains).distinct().toList();
                var backups = checked.stream().filter(name -> !production.contains(name)).toList();
                var machines = checked.stream().collect(groupingBy(running::get));
                facts.inForce().map(one -> running.getOrDefault(one.instance(), one.machine())).ifPresent(machines::remove);
                return new Candidates(production, backups, machines);
            }).orElse(new Candidates(List.of(), List.of(), Map.of()));
        }
    }

    /** What is to be done, for the one who does it alone. */
    public record Secret(Order.Verb verb, String target) {
    }

    private record Offer(Secret secret, Text text, Text evidence) {
    }

    private Riddle(List<Offer> offers, int right, long begunMs, Search search, OptionalDouble seconds) {
        this.offers = offers;
        this.right = right;
        this.begunMs = begunMs;
        this.search = search;
        this.seconds = seconds;
    }

    /** One that begins now; empty where too few faults can be told apart. @param atMs ms since the epoch */
    static Optional<Riddle> drawn(Random random, Candidates candidates, long atMs) {
        var possible = new ArrayList<Offer>();
        for (var name : candidates.production()) {
            // Either way its container is off, and HAProxy sees no difference.
            possible.add(off(random.nextBoolean() ? Order.Verb.STOP : Order.Verb.KILL, name));
            possible.add(frozen(name));
        }
        candidates.backups().forEach(name -> possible.add(resting(name)));
        Collections.shuffle(possible, random);
        var faults = possible.subList(0, Math.min(MOST, possible.size()));
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        var right = faults.get(random.nextInt(faults.size()));
        var offers = new ArrayList<>(faults);
        if (offers.size() < ENOUGH) {
            candidates.machines().entrySet().stream().filter(machine -> machine.getValue().stream().distinct().count() > 1)
                    .limit(ENOUGH - offers.size()).forEach(machine -> offers.add(cut(machine.getKey(), machine.getValue())));
        }
        Collections.shuffle(offers, random);
        return offers.size() < FEWEST ? Optional.empty()
                : Optional.of(new Riddle(List.copyOf(offers), offers.indexOf(right), atMs, Search.HIDDEN, OptionalDouble.empty()));
    }

    private static Offer off(Order.Verb verb, String name) {
        var shown = Said.name(name);
        return new Offer(new Secret(verb, name), verb == Order.Verb.STOP ? Text.of("%s está apagado.", "%s is switched off.", shown)
                : Text.of("A %s le mataron todos los procesos de golpe.", "All processes of %s were killed at once.", shown),
                Text.of("Se reconoce en que HAProxy lo da por caído y ya no le manda nada, y en que nadie abre allí la conexión: en su página de estadísticas "
                        + "la última comprobación dice L4…",
                        "It shows in that HAProxy takes it for down and sends it nothing any more, and in that nobody opens a connection there: on its "
                                + "statistics page the last check says L4…"));
    }

    private static Offer frozen(String name) {
        return new Offer(new Secret(Order.Verb.FREEZE, name), Text.of("%s está congelado: encendido, pero sin dar señales.",
                "%s is frozen: switched on, but giving no sign.", Said.name(name)),
                Text.of("Se reconoce en que las conexiones se abren y nadie contesta: las visitas que le tocaron esperaron hasta un tiempo límite, y la última "
                        + "comprobación dice L7TOUT, o el servidor sigue UP si solo se comprueba que la conexión abra.",
                        "It shows in that connections open and nobody answers: the visits that it was given waited for a time-out, and the last check says "
                                + "L7TOUT, or the server stays UP where a check only opens a connection."));
    }

    private static Offer resting(String name) {
        return new Offer(new Secret(Order.Verb.STOP, name), Text.of("El respaldo %s está apagado.", "The backup %s is switched off.", Said.name(name)),
                Text.of("Se reconoce en que HAProxy lo da por caído mientras los demás siguen en pie y las visitas no notan nada.",
                        "It shows in that HAProxy takes it for down while the others stay up and visits notice nothing."));
    }

    private static Offer cut(String machine, List<String> carries) {
        var names = carries.stream().distinct().limit(MOST).map(Said::name).collect(joining(", "));
        return new Offer(new Secret(Order.Verb.CUT, machine), Text.of("La máquina %s se quedó sin corriente, y con ella %s.",
                "The machine %s has lost its power, and with it %s.", Said.name(machine), names), Text.same(""));
    }

    /** What is to be done; and nobody is told as long as it is searched for. */
    Secret secret() {
        return offers.get(right).secret();
    }

    boolean isHidden() {
        return search == Search.HIDDEN;
    }

    /** Whether there is such an answer; an empty one gives up. */
    boolean knows(String choice) {
        return choice.isEmpty() || place(choice) >= 0;
    }

    /** The students have answered; once they have, nothing changes any more. @param choice an answer's id; empty for giving up */
    Riddle answered(String choice, long atMs) {
        if (!isHidden() || !knows(choice)) {
            return this;
        }
        var found = choice.isEmpty() ? Search.GIVEN_UP : place(choice) == right ? Search.FOUND : Search.MISSED;
        return new Riddle(offers, right, begunMs, found, OptionalDouble.of(Math.min(1e6, Math.max(0, atMs - begunMs) / 1_000.0)));
    }

    private int place(String choice) {
        for (int i = 0; i < offers.size(); i++) {
            if (id(i).equals(choice)) {
                return i;
            }
        }
        return -1;
    }

    private static String id(int place) {
        return String.valueOf((char) ('a' + place));
    }

    private Text told() {
        return offers.get(right).text().then(offers.get(right).evidence());
    }

    DefenceSheet.Riddle sheet() {
        var choices = new ArrayList<DefenceSheet.Choice>();
        for (int i = 0; i < offers.size(); i++) {
            choices.add(new DefenceSheet.Choice(id(i), offers.get(i).text()));
        }
        return new DefenceSheet.Riddle(search, List.copyOf(choices), isHidden() ? Text.same("") : told(), seconds);
    }

    /** What is kept of it, once it is over. */
    Optional<OralDefence.Hunt> hunt() {
        return isHidden() ? Optional.empty() : Optional.of(new OralDefence.Hunt(OralDefence.Found.valueOf(search.name()), offers.get(right).text(),
                seconds.getAsDouble()));
    }
}
