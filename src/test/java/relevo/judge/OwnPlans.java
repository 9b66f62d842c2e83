package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.measure.Demands;
import relevo.observation.Demand;
import relevo.observation.Demand.Target;
import relevo.observation.OwnPlan;
import relevo.observation.OwnTests;
import relevo.observation.Page;
import relevo.observation.PlanDescription;
import relevo.observation.PlanDescription.Reading;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** L4: the load tests that the delivery itself brings. */
public final class OwnPlans {

    private static final int ENOUGH = 2;
    private static final Text ANOTHER = Text.of(
            "Añada un plan, o un grupo de hilos, que pida otra cosa: la mitad más de usuarios o el doble, otro ritmo, otra duración u otra página.",
            "Add a plan, or a thread group, that asks for something else: half as many users again or twice as many, another pace, another length or another "
                    + "page.");

    private OwnPlans() {
    }

    /**
     * L4: its JMeter plans put at least two different demands on the balancer, and they ran. How many requests failed is shown and decides nothing:
     * whoever tests a limit wants to see failures.
     *
     * @param door what the balancer answers to a single visitor
     */
    public static Verdict differentDemands(OwnTests own, Page door) {
        if (own.plans().isEmpty()) {
            return noneHandedIn(own);
        }
        Map<String, String> servers = own.webServers();
        List<Demand> ran = own.plans().stream().filter(OwnPlans::answered).flatMap(plan -> aimed(plan.plan(), servers)).toList();
        if (Demands.different(ran).size() >= ENOUGH) {
            return Verdict.met(Text.of("%s demandas distintas.", "%s different demands.", Demands.different(ran).size()).then(PlanWords.all(own)));
        }
        List<Demand> wanted = own.plans().stream().flatMap(plan -> aimed(plan.plan(), servers)).toList();
        if (Demands.different(wanted).size() >= ENOUGH) {
            return unanswered(own, door);
        }
        long unknown = own.plans().stream().map(OwnPlan::plan).mapToLong(plan -> plan.reading() == Reading.TOO_LARGE ? 1
                : plan.demands().stream().filter(Demand::ofPlugin).count()).sum() + own.more();
        if (Demands.different(wanted).size() + unknown >= ENOUGH) {
            return Verdict.forTheTeacher(PlanWords.all(own).then(PlanWords.notRunHere(own)),
                    Text.of("Ábralos en JMeter con sus complementos y ejecútelos contra el balanceador.",
                            "Open them in JMeter with their plugins, and run them against the balancer."));
        }
        return tooFew(own, servers);
    }

    private static Verdict noneHandedIn(OwnTests own) {
        Text none = own.others().isEmpty() ? Text.of("La entrega no trae pruebas de carga: ningún fichero .jmx ni de otra herramienta.",
                "The delivery brings no load tests: no .jmx file, nor one of another tool.")
                : Text.of("La entrega no trae ningún .jmx, sino pruebas de otras herramientas, que aquí no se ejecutan: %s.",
                        "The delivery brings no .jmx, but tests of other tools, which are not run here: %s.", PlanWords.others(own));
        return Verdict.forTheTeacher(none, own.others().isEmpty()
                ? Text.of("Pida las pruebas, o el informe que las muestra.", "Ask for the tests, or for the report that shows them.")
                : Text.of("Véalas: ¿hay dos demandas distintas, y contra el balanceador?", "Look at them: are there two different demands, and against the "
                        + "balancer?"));
    }

    private static Verdict unanswered(OwnTests own, Page door) {
        if (door.status() == 0) {
            return Verdict.waitsFor("G1.1", Text.of("Las pruebas de la entrega necesitan un balanceador que responda.",
                    "The delivery's tests need a balancer that answers."));
        }
        Text seen = PlanWords.all(own);
        boolean failed = own.plans().stream().flatMap(plan -> plan.result().stream()).anyMatch(result -> !result.failure().isEmpty());
        if (failed) {
            return Verdict.couldNotCheck(seen, Text.of("Ábralas en JMeter, ejecútelas y repita.", "Open them in JMeter, run them, and repeat."));
        }
        return Verdict.notMet(expected(), seen, Text.of("Ejecútelas en JMeter y mire por qué ninguna petición obtiene respuesta.",
                "Run them in JMeter, and see why no request gets a response."));
    }

    /** A plan that is no demand has a remedy of its own; that more is needed is said only where all are fine. */
    private static Verdict tooFew(OwnTests own, Map<String, String> servers) {
        Findings findings = new Findings();
        Text fine = Text.same("");
        for (OwnPlan each : own.plans()) {
            PlanDescription plan = each.plan();
            Text seen = PlanWords.of(each);
            if (plan.reading() != Reading.READ) {
                findings.wrong(seen, Text.of("Ábralo en JMeter, corríjalo y guárdelo.", "Open it in JMeter, correct it and save it."));
            } else if (plan.demands().stream().noneMatch(Demand::ordinary)) {
                findings.wrong(seen, Text.of("Póngale un grupo de hilos con peticiones HTTP.", "Give it a thread group with HTTP requests."));
            } else if (aimed(plan, servers).findAny().isEmpty()) {
                String around = around(plan, servers);
                findings.wrong(around.isEmpty() ? seen : seen.then(Text.of("Va directo a %s, sin pasar por el balanceador.",
                                "It goes straight to %s, around the balancer.", around)),
                        Text.of("Ponga en sus peticiones la dirección del balanceador.", "Put the balancer's address into its requests."));
            } else {
                fine = fine.then(seen);
            }
        }
        Verdict broken = findings.verdict(expected(), () -> Text.same(""));
        return broken.isMet() ? Verdict.notMet(expected(), fine.then(Text.of("Es una sola demanda.", "That is one demand only.")), ANOTHER)
                : Verdict.notMet(expected(), fine.then(broken.seen()), broken.remedy());
    }

    private static Text expected() {
        return Text.of("La entrega trae pruebas de carga con al menos dos demandas distintas, dirigidas al balanceador, y se ejecutan.",
                "The delivery brings load tests of at least two different demands, aimed at the balancer, and they run.");
    }

    private static boolean answered(OwnPlan plan) {
        return plan.result().filter(result -> result.answered() > 0).isPresent();
    }

    /** What asks for something, and not only web servers for their own pages. */
    private static Stream<Demand> aimed(PlanDescription plan, Map<String, String> servers) {
        return plan.demands().stream().filter(Demand::ordinary)
                .filter(demand -> demand.targets().stream().anyMatch(target -> !target.host().isEmpty() && server(target, servers).isEmpty()));
    }

    private static String around(PlanDescription plan, Map<String, String> servers) {
        return plan.demands().stream().flatMap(demand -> demand.targets().stream()).map(target -> server(target, servers)).filter(name -> !name.isEmpty())
                .distinct().collect(Collectors.joining(", "));
    }

    /** The web server that a target is, by address or by name; empty for none. */
    private static String server(Target target, Map<String, String> servers) {
        return servers.containsValue(target.host()) ? target.host() : servers.getOrDefault(target.host(), "");
    }
}
