package relevo.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.InstanceState;
import relevo.observation.Member;
import relevo.observation.Outage;
import relevo.observation.Role;
import relevo.timing.Timing;
import relevo.verdict.Findings;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges C3 and C4: a machine that loses its power and gets it back. */
public final class MachineLoss {

    private static final String RUNNING = "Running";

    private MachineLoss() {
    }

    /**
     * C3: the machine is a member again, its containers run without anybody having started them, and the balancer shows its web servers
     * UP within {@link Timing#MACHINE_RETURN}.
     *
     * @param machines every machine that exists
     */
    public static Verdict rejoins(Outage outage, Set<String> machines) {
        History history = new History(outage.seen());
        Optional<Verdict> unclear = happened(outage, history, false);
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Verdict members = Membership.oneStory(outage.told(), machines);
        if (members.outcome() == Outcome.COULD_NOT_CHECK) {
            return members;
        }
        Findings findings = new Findings();
        if (!members.isMet()) {
            findings.wrong(members.seen(), Text.of("Vea en %s: systemctl status lxd.", "See on %s: systemctl status lxd.", outage.machine()));
        }
        for (String name : outage.carried()) {
            String status = outage.instances().stream().filter(i -> i.name().equals(name)).map(InstanceState::status).findFirst().orElse("–");
            if (!status.equals(RUNNING)) {
                findings.wrong(Text.of("%s no arrancó solo: %s.", "%s did not start by itself: %s.", name, status),
                        ClientCommand.of("lxc config set %s boot.autostart true", name));
            }
        }
        double on = history.events(outage.carried(), false).mapToDouble(Event::atMs).max().orElse(0);
        Optional<Event> up = history.events().stream().filter(e -> e.atMs() > on && e.kind() == Event.Kind.UP).findFirst();
        if (up.isEmpty()) {
            findings.wrong(Text.of("%s después de encender %s, el balanceador no mostraba UP sus servidores web.",
                    "%s after %s was switched on the balancer did not show its web servers UP.",
                            Figure.seconds(Timing.MACHINE_RETURN.maxMs()), outage.machine()),
                    Text.of("Vea con lxc list si tienen su dirección de siempre, y que Apache arranque con el contenedor (systemctl enable apache2).",
                            "See with lxc list whether they have the address they had, and that Apache starts with the container (systemctl enable apache2)."));
        }
        return findings.verdict(
                Text.of("Una máquina que se apaga y se enciende vuelve al clúster y sus contenedores arrancan solos, en %s.",
                        "A machine switched off and on rejoins, and its containers start by themselves, within %s.",
                        Figure.seconds(Timing.MACHINE_RETURN.maxMs())),
                () -> Text.of("%s volvió: todos los miembros en línea; arrancaron solos %s, y sus servidores web estaban UP a los %s.",
                        "%s returned: all members online; %s started by themselves, and its web servers were UP after %s.",
                        outage.machine(), Figure.list(outage.carried()), Figure.seconds(up.map(Event::atMs).orElse(on) - on)));
    }

    /**
     * C4: no outage stops the service.
     *
     * @param outages of machines that do not carry the balancer
     * @return not met when one is; met when all are
     */
    public static Verdict serviceGoesOn(List<Outage> outages) {
        List<Verdict> verdicts = outages.stream().map(MachineLoss::serviceGoesOn).toList();
        return verdicts.stream().filter(verdict -> !verdict.isMet()).min(Comparator.comparing(verdict -> verdict.outcome() == Outcome.NOT_MET ? 0 : 1))
                .orElseGet(() -> Verdict.met(verdicts.stream().map(Verdict::seen).reduce(Text.same(""), Text::then)));
    }

    /**
     * One outage: from when the balancer shows the lost servers DOWN, and at the latest after its window, no request fails; those
     * lost before are counted.
     */
    static Verdict serviceGoesOn(Outage outage) {
        History history = new History(outage.seen());
        Optional<Verdict> unclear = happened(outage, history, true);
        if (unclear.isPresent()) {
            return unclear.get();
        }
        double off = history.events(outage.carried(), true).mapToDouble(Event::atMs).max().orElse(0);
        double on = history.events(outage.carried(), false).mapToDouble(Event::atMs).filter(at -> at > off).min().orElse(Double.MAX_VALUE);
        double from = history.detected(outage.carried(), off);
        List<Answer> window = history.sent(from, on);
        if (window.size() < Backups.ENOUGH) {
            return Grounds.tooFew(window.size(), Backups.ENOUGH);
        }
        Findings findings = new Findings();
        List<Answer> failed = window.stream().filter(a -> !a.ok()).toList();
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Sin %s, fallaron %s de %s peticiones (%s), contando desde %s después del corte.",
                    "Without %s, %s of %s requests failed (%s), counted from %s after the cut on.",
                            outage.machine(), Figure.count(failed.size()), Figure.count(window.size()), Tally.causes(failed), Figure.seconds(from - off)),
                    remedy(outage));
        }
        long lost = history.sent(history.events(outage.carried(), true).mapToDouble(history::began).min().orElse(off), from).stream().filter(a -> !a.ok())
                .count();
        Map<String, Long> served = Tally.okPer(window, new TreeSet<>(outage.seen().roles().keySet()));
        served.values().removeIf(n -> n == 0);
        return findings.verdict(
                Text.of("Perder una máquina que no lleva el balanceador no detiene el servicio.",
                        "Losing a machine that does not carry the balancer does not stop the service."),
                () -> Text.of("Sin %s, %s de %s peticiones servidas por %s. Hasta detectar la caída (%s) se perdieron %s.",
                        "Without %s, %s of %s requests served by %s. Until the loss was detected (%s), %s were lost.",
                        outage.machine(), Figure.count(window.size()), Figure.count(window.size()), Figure.counts(served), Figure.seconds(from - off),
                        Figure.count(lost)));
    }

    private static Text remedy(Outage outage) {
        List<String> elsewhere = new TreeSet<>(outage.seen().roles().keySet()).stream()
                .filter(name -> outage.seen().roles().get(name) != Role.BALANCER && !outage.carried().contains(name)).toList();
        Optional<String> evacuated = outage.told().values().stream().flatMap(List::stream).filter(m -> m.status().equals("EVACUATED")).map(Member::name)
                .findFirst();
        if (evacuated.isPresent()) {
            return Text.of("%1$s está evacuada: lxc cluster restore %1$s", "%1$s is evacuated: lxc cluster restore %1$s", evacuated.get());
        }
        Optional<String> off = outage.instances().stream().filter(i -> elsewhere.contains(i.name()) && i.status().equals("Stopped")).map(InstanceState::name)
                .findFirst();
        if (off.isPresent()) {
            return Text.of("%s está apagado en otra máquina:", "%s is switched off on another machine:", off.get())
                    .then(ClientCommand.of("lxc start %s", off.get()));
        }
        return elsewhere.isEmpty()
                ? Text.of("Reparta producción y respaldos en máquinas distintas.", "Spread production and backups over different machines.")
                : Text.of("En otra máquina quedaba %s: ponga check en cada línea server, retries y option redispatch, y que los respaldos sirvan entonces.",
                        "On another machine %s was left: set check on each server line, retries and option redispatch, and have the backups serve then.",
                        Figure.list(elsewhere));
    }

    private static Optional<Verdict> happened(Outage outage, History history, boolean balancerElsewhere) {
        if (balancerElsewhere && outage.carried().stream().anyMatch(name -> outage.seen().roles().get(name) == Role.BALANCER)) {
            return Optional.of(Verdict.notApplicable(Text.of("%s lleva el balanceador.", "%s carries the balancer.", outage.machine())));
        }
        Optional<Verdict> missing = Grounds.of(history).answers(Backups.ENOUGH).roles().missing();
        if (missing.isPresent()) {
            return missing;
        }
        boolean offAndOn = !outage.carried().isEmpty() && history.events(outage.carried(), true).findAny().isPresent()
                && history.events(outage.carried(), false).findAny().isPresent();
        return offAndOn ? Optional.empty()
                : Optional.of(Verdict.couldNotCheck(Text.of("La máquina %s no se apagó y encendió, o no lleva ningún contenedor.",
                "Machine %s was not switched off and on, or carries no container.", outage.machine()),
                Text.of("Repita la comprobación.", "Repeat the check.")));
    }
}
