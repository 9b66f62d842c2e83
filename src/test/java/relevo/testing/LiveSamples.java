package relevo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import relevo.live.page.DefenceSheet;
import relevo.live.page.LivePicture;
import relevo.live.page.LivePicture.Glance;
import relevo.live.page.RequirementCard;
import relevo.live.page.Strip;
import relevo.live.page.Trouble;
import relevo.live.page.View;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Views of a cluster that never was. */
public final class LiveSamples {

    /** When it is in them, ms since the epoch. */
    public static final long NOW = 1_800_000_000_000L;

    private static final Text NOTHING = Text.same("");
    private static final Text ARCHITECTURE = Text.of("Arquitectura", "Architecture");
    private static final Text BACKUP = Text.of("Servidores de respaldo", "Backup servers");
    private static final Text APOLOGY = Text.of("Página de disculpa", "Apology page");
    private static final int POINTS = 240;

    private LiveSamples() {
    }

    /** Two machines with two servers each, at rest; one requirement met, one not played yet. */
    public static View calm() {
        var picture = new LivePicture(new LivePicture.BalancerBox("haproxy", "node1", true, 0, 0, "http://127.0.0.1:8080/"),
                List.of(new LivePicture.MachineBox("node1", true, List.of(server("web1", false, Glance.IDLE), server("backup1", true, Glance.IDLE))),
                        new LivePicture.MachineBox("node2", true, List.of(server("web2", false, Glance.IDLE), server("backup2", true,
                                Glance.IDLE)))));
        var cards = List.of(card("G1.1", Optional.of(Verdict.met(Text.of("4 de 4 respuestas", "4 of 4 answers"))), NOW - 90_000),
                card("G1.2", Optional.empty(), 0));
        return new View(NOW, "reference", NOTHING, false, Optional.empty(), picture, new Strip(List.of(), List.of()), cards, List.of(), 0,
                Optional.empty());
    }

    /** One server, at rest. */
    public static LivePicture.ServerBox server(String name, boolean backup, Glance glance) {
        return new LivePicture.ServerBox(name, backup, glance, glance == Glance.IDLE ? "UP" : "", 0, 0, OptionalLong.of(10), 0);
    }

    /** One requirement of the architecture. */
    public static RequirementCard card(String id, Optional<Verdict> verdict, long changedMs) {
        return new RequirementCard(id, ARCHITECTURE, Text.of("El requisito %s", "Requirement %s", id), true, verdict, false, false,
                verdict.isEmpty() ? 0 : 1.2,
                changedMs);
    }

    /** The same with other machines. */
    public static View with(View view, List<LivePicture.MachineBox> machines) {
        return new View(view.atMs(), view.project(), view.doing(), view.busy(), view.trouble(), new LivePicture(view.picture().balancer(), machines),
                view.strip(), view.requirements(), view.faults(), view.visitorPage(), view.defence());
    }

    /** The same with other requirements. */
    public static View withCards(View view, List<RequirementCard> cards) {
        return new View(view.atMs(), view.project(), view.doing(), view.busy(), view.trouble(), view.picture(), view.strip(), cards, view.faults(),
                view.visitorPage(), view.defence());
    }

    /** The same with another visitor's page. */
    public static View withVisitor(View view, long page) {
        return new View(view.atMs(), view.project(), view.doing(), view.busy(), view.trouble(), view.picture(), view.strip(), view.requirements(),
                view.faults(), page, view.defence());
    }

    /** The same with something under way. */
    public static View doing(View view, Text doing) {
        return new View(view.atMs(), view.project(), doing, true, view.trouble(), view.picture(), view.strip(), view.requirements(),
                view.faults(), view.visitorPage(), view.defence());
    }

    /** The same with this trouble. */
    public static View troubled(View view, Optional<Trouble> trouble) {
        return new View(view.atMs(), view.project(), view.doing(), view.busy(), trouble, view.picture(), view.strip(), view.requirements(),
                view.faults(), view.visitorPage(), view.defence());
    }

    /** The same with a defence. */
    public static View defended(View view, Optional<DefenceSheet> sheet) {
        return new View(view.atMs(), view.project(), view.doing(), view.busy(), view.trouble(), view.picture(), view.strip(), view.requirements(),
                view.faults(), view.visitorPage(), sheet);
    }

    /** A defence with two questions, and a riddle. */
    public static DefenceSheet sheet(DefenceSheet.Search search) {
        var over = search != DefenceSheet.Search.HIDDEN && search != DefenceSheet.Search.NONE;
        return new DefenceSheet("k7-ab", List.of(
                new DefenceSheet.Asked("B2", Text.of("¿Cuándo entraron los respaldos?", "When did the backups join?"),
                        Text.of("A los 2,1 s, con producción llena.", "After 2.1 s, with production full.")),
                new DefenceSheet.Asked("F1", Text.of("¿Cuántas peticiones se perdieron al detener web1?",
                        "How many requests were lost when web1 was stopped?"),
                        Text.of("Ninguna de 312.", "None of 312."))),
                new DefenceSheet.Riddle(search, List.of(
                        new DefenceSheet.Choice("a", Text.of("web1 está congelado", "web1 is frozen")),
                        new DefenceSheet.Choice("b", Text.of("web2 está detenido", "web2 is stopped")),
                        new DefenceSheet.Choice("c", Text.of("node2 no tiene energía", "node2 has no power"))),
                        over ? Text.of("web1 estaba congelado.", "web1 was frozen.") : NOTHING,
                                over ? OptionalDouble.of(42.5) : OptionalDouble.empty()),
                "Explica bien los cupos.", "0.8", "1.0");
    }

    /** Three machines of which one is without power, an overload in which a backup serves, all kinds of verdicts, and a file that HAProxy refuses. */
    public static View rich() {
        var picture = new LivePicture(new LivePicture.BalancerBox("haproxy", "node1", true, 86.4, 17, "http://127.0.0.1:8080/"), List.of(
                new LivePicture.MachineBox("node1", true, List.of(
                        new LivePicture.ServerBox("web1", false, Glance.SERVING, "UP", 46.2, 10, OptionalLong.of(10), 6),
                        new LivePicture.ServerBox("backup1", true, Glance.SERVING, "UP", 40.2, 7, OptionalLong.of(10), 0))),
                new LivePicture.MachineBox("node2", true, List.of(
                        new LivePicture.ServerBox("web2", false, Glance.FROZEN, "DOWN", 0, 0, OptionalLong.of(10), 0),
                        new LivePicture.ServerBox("backup2", true, Glance.IDLE, "UP 1/3", 0, 0, OptionalLong.empty(), 0))),
                new LivePicture.MachineBox("node3", false, List.of(
                        new LivePicture.ServerBox("web3", false, Glance.OFF, "DOWN", 0, 0, OptionalLong.of(10), 0)))));
        var trouble = new Trouble(Text.of("HAProxy rechaza el archivo: sigue en vigor el anterior.",
                "HAProxy refuses the file: the one before stays in force."),
                List.of(new Trouble.Line("infra/haproxy.cfg", 42, "unknown keyword 'chek' in 'server' lines; did you mean 'check' maybe?",
                        "    server web1 10.10.10.11:80 chek maxconn 10")));
        return new View(NOW, "grupo-07", Text.of("Se comprueba B2: los respaldos entran con producción llena",
                "Checking B2: backups join when production is full"),
                true, Optional.of(trouble), picture, strip(), richCards(),
                List.of(Text.of("web2 congelado", "web2 frozen"), Text.of("node3 sin energía", "node3 without power")), 7, Optional.empty());
    }

    private static List<RequirementCard> richCards() {
        var met = Verdict.met(Text.of("60 de 60 respuestas tienen el contenido de un servidor de producción.",
                "60 of 60 answers carry a production server's content."));
        var shared = Verdict.met(Text.of("web1 respondió 31 y web2 29.", "web1 answered 31 and web2 29.").then(
                Text.of("n = 60, umbral 12, errores de 1e-6 y 3e-5", "n = 60, threshold 12, errors of 1e-6 and 3e-5").asAside()));
        var wrong = Verdict.notMet(Text.of("Un respaldo atiende a más tardar 5 s después de que producción se llena.",
                "A backup serves at most 5 s after production is full."),
                Text.of("Producción estuvo llena 21 s, con 17 peticiones en cola; los respaldos no atendieron ninguna.",
                        "Production was full for 21 s, with 17 requests queued; backups served none."),
                Text.of("Revise la condición de use_backend en infra/haproxy.cfg: debe contar cupos libres.",
                        "See the condition of use_backend in infra/haproxy.cfg: it must count free slots."));
        var open = Verdict.couldNotCheck(Text.of("La sobrecarga terminó antes de llenar producción.",
                "The overload ended before production was full."),
                Text.of("Repita esta comprobación sin otro tráfico.", "Repeat this check without other traffic."));
        return List.of(
                new RequirementCard("G1.1", ARCHITECTURE,
                        Text.of("Las peticiones al balanceador las responde un servidor web de producción: el contenido viene de él",
                        "Requests to the balancer are answered by a production web server: the content comes from it"), true, Optional.of(met), false,
                                false, 1.2, NOW - 60_000),
                new RequirementCard("G1.2", ARCHITECTURE, Text.of("Los dos servidores de producción se reparten las peticiones",
                        "Both production servers share the requests"), true,
                        Optional.of(shared), true, false, 2.3, NOW - 50_000),
                new RequirementCard("G1.3", ARCHITECTURE,
                        Text.of("Desde el equipo anfitrión no se llega a ningún servidor web sin pasar por el balanceador",
                        "No web server can be reached from the host around the balancer"), false, Optional.empty(), false, false, 0, 0),
                new RequirementCard("B1", BACKUP, Text.of("Con poca carga los respaldos no atienden", "Backups are idle under light load"), true,
                        Optional.of(Verdict.waitsFor("G1.2", Text.of("Sin reparto no se distingue.", "It cannot be told without sharing."))), false,
                                false, 4, NOW - 40_000),
                new RequirementCard("B2", BACKUP, Text.of("Los respaldos entran con producción llena", "Backups join when production is full"), true,
                        Optional.of(wrong), false, true, 12.8,
                        NOW - 1_000),
                new RequirementCard("B3", BACKUP, Text.of("Los respaldos dejan de atender cuando baja la carga",
                        "Backups stop serving when the load falls"), true, Optional.of(open), false, false,
                        9.9, NOW - 30_000),
                new RequirementCard("S1", APOLOGY, Text.of("Sin servidores se ve la página de disculpa",
                        "The apology page is shown when no server is left"), true,
                        Optional.of(Verdict.forTheTeacher(Text.of("La página dice «volvemos pronto».", "The page says “volvemos pronto”."),
                                Text.of("Lea la página.", "Read the page."))), false, false,
                        3, NOW - 20_000),
                new RequirementCard("S6", APOLOGY, Text.of("La disculpa no se guarda en cachés", "The apology is not kept by caches"), false,
                        Optional.of(Verdict.notApplicable(Text.of("No hay cachés.", "There are no caches."))), false, false, 0, NOW - 20_000));
    }

    private static Strip strip() {
        var points = new ArrayList<Strip.Point>();
        for (int i = 0; i < POINTS; i++) {
            var overload = i > 100;
            var backup = i > 125 ? Math.min(40.2, (i - 125) * 2.0) : 0;
            var web2 = i > 180 ? 0 : overload ? 44 + 3 * Math.sin(i / 5.0) : 12 + 2 * Math.sin(i / 7.0);
            var web1 = overload ? 46 + 3 * Math.cos(i / 6.0) : 12 + 2 * Math.cos(i / 9.0);
            var wait = overload ? 420 + 90 * Math.sin(i / 4.0) : 110 + 20 * Math.sin(i / 3.0);
            points.add(new Strip.Point(NOW - (POINTS - 1 - i) * 500L, Map.of("web1", web1, "web2", web2, "backup1", backup),
                    overload ? Math.max(0, 30 - Math.abs(i - 140) / 3) : 0, i % 2 == 0 ? OptionalDouble.of(wait) : OptionalDouble.empty(),
                            i < 181 || i > 186));
        }
        return new Strip(points, List.of(
                new Strip.Mark(NOW - 69_500, Strip.Kind.TRAFFIC, Text.of("Sobrecarga: 200 usuarios", "Overload: 200 users")),
                new Strip.Mark(NOW - 57_000, Strip.Kind.SEEN, Text.of("backup1 entra en servicio", "backup1 joins")),
                new Strip.Mark(NOW - 29_500, Strip.Kind.FAULT, Text.of("web2 congelado", "web2 frozen")),
                new Strip.Mark(NOW - 27_000, Strip.Kind.FAULT, Text.of("node3 sin energía", "node3 without power")),
                new Strip.Mark(NOW - 9_000, Strip.Kind.REFUSED, Text.of("haproxy.cfg, línea 42", "haproxy.cfg, line 42"))));
    }
}
