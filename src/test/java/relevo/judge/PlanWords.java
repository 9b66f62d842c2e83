package relevo.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import relevo.observation.Demand;
import relevo.observation.Demand.Target;
import relevo.observation.OwnPlan;
import relevo.observation.OwnTests;
import relevo.observation.PlanDescription;
import relevo.observation.PlanResult;
import relevo.words.Figure;
import relevo.words.Text;

/** How a delivery's load tests are told: what each asks for, and what came of it. */
public final class PlanWords {

    private static final int MOST_DEMANDS = 4;
    private static final int MOST_TARGETS = 3;

    private PlanWords() {
    }

    static Text all(OwnTests own) {
        Text told = own.plans().stream().map(PlanWords::of).reduce(Text.same(""), Text::then);
        Text others = own.others().isEmpty() ? Text.same("") : Text.of("De otras herramientas, sin ejecutar: %s.", "Of other tools, not run: %s.", others(own));
        Text more = own.more() == 0 ? Text.same("") : Text.of("Otros %s planes no se leyeron.", "Another %s plans were not read.", own.more());
        return told.then(others).then(more);
    }

    static String others(OwnTests own) {
        return own.others().stream().map(other -> other.file() + " (" + other.tool() + ")").collect(Collectors.joining(", "));
    }

    /** Groups of a kind that JMeter itself does not have. */
    static Text notRunHere(OwnTests own) {
        String kinds = own.plans().stream().flatMap(plan -> plan.plan().demands().stream()).filter(Demand::ofPlugin).map(Demand::kind).distinct()
                .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? Text.same("") : Text.of("Aquí no se ejecuta lo que necesita otro tipo de grupo de hilos que el corriente: %s.",
                "What needs another kind of thread group than the ordinary one is not run here: %s.", kinds);
    }

    /** One plan: {@code load.jmx: 10 users in 1 s, 30 s, of http://…/. 300 requests, …}. */
    public static Text of(OwnPlan own) {
        PlanDescription plan = own.plan();
        Text told = unread(plan).then(demands(plan)).then(own.result().map(PlanWords::of).orElse(Text.same("")));
        if (!plan.unsafe().isEmpty()) {
            told = told.then(Text.of("Se deja fuera lo que podría hacer daño: %s.", "Left out is what could do harm: %s.", Figure.list(plan.unsafe())));
        }
        return Text.same(plan.file() + ":").then(told);
    }

    private static Text unread(PlanDescription plan) {
        return switch (plan.reading()) {
            case READ -> Text.same("");
            case TOO_LARGE -> Text.of("tiene más de 5 MB y no se leyó.", "has more than 5 MB and was not read.");
            case NOT_XML -> Text.of("JMeter no puede leerlo: no es XML bien formado (%s).", "JMeter cannot read it: it is no well-formed XML (%s).",
                    plan.detail());
            case DECLARES_ENTITIES -> Text.of("no se leyó: declara un DOCTYPE, que ningún plan de JMeter tiene.",
                    "was not read: it declares a DOCTYPE, which no plan of JMeter has.");
            case NOT_A_PLAN -> Text.of("no es un plan de JMeter (<%s>).", "is no JMeter plan (<%s>).", plan.detail());
        };
    }

    private static Text demands(PlanDescription plan) {
        if (plan.reading() != PlanDescription.Reading.READ) {
            return Text.same("");
        }
        if (plan.demands().isEmpty()) {
            return Text.of("no tiene grupos de hilos.", "has no thread groups.");
        }
        List<Text> some = plan.demands().stream().limit(MOST_DEMANDS).map(PlanWords::of).toList();
        String es = some.stream().map(Text::es).collect(Collectors.joining("; "));
        String en = some.stream().map(Text::en).collect(Collectors.joining("; "));
        String rest = plan.demands().size() > MOST_DEMANDS ? "; …" : ".";
        return new Text(es + rest, en + rest);
    }

    /** {@code 10 users in 1 s, 30 s, of http://10.0.0.1:80/}. */
    public static Text of(Demand demand) {
        if (demand.users() == 0) {
            return Text.of("%s de %s", "%s of %s", demand.kind(), targets(demand));
        }
        List<Text> parts = new ArrayList<>();
        parts.add(demand.rampSeconds() > 0 ? Text.of("%s usuarios en %s", "%s users in %s", Figure.count(demand.users()), seconds(demand.rampSeconds()))
                : Text.of("%s usuarios a la vez", "%s users at once", Figure.count(demand.users())));
        if (demand.seconds() > 0) {
            parts.add(Text.of("durante %s", "for %s", seconds(demand.seconds())));
        }
        if (demand.loops() >= 0) {
            parts.add(Text.of("%s vueltas", "%s rounds", Figure.count(demand.loops())));
        } else if (demand.seconds() == 0) {
            parts.add(Text.of("sin fin", "without end"));
        }
        if (demand.pauseMs() > 0) {
            parts.add(Text.of("con pausas de %s", "with pauses of %s", Figure.millis(demand.pauseMs())));
        }
        parts.add(Text.of("a %s", "on %s", targets(demand)));
        return new Text(parts.stream().map(Text::es).collect(Collectors.joining(", ")), parts.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private static String seconds(double seconds) {
        return Figure.seconds(seconds * 1_000).replace(".0 s", " s");
    }

    private static String targets(Demand demand) {
        String some = demand.targets().stream().limit(MOST_TARGETS).map(PlanWords::of).collect(Collectors.joining(", "));
        return some.isEmpty() ? "–" : some + (demand.targets().size() > MOST_TARGETS ? ", …" : "");
    }

    private static String of(Target target) {
        return target.protocol() + "://" + (target.host().isEmpty() ? "?" : target.host()) + (target.port() == 0 ? "" : ":" + target.port()) + target.path();
    }

    /** What came of it, against the balancer as published. */
    public static Text of(PlanResult result) {
        if (!result.failure().isEmpty()) {
            return Text.of("No se pudo ejecutar: %s.", "It could not be run: %s.", result.failure());
        }
        if (result.samples() == 0) {
            return Text.of("No mandó ninguna petición.", "It sent no request.");
        }
        Text sent = Text.of("Contra el balanceador: %s peticiones, %s, media %s, p95 %s,", "Against the balancer: %s requests, %s, mean %s, p95 %s,",
                Figure.count(result.samples()), Figure.rate(result.perSecond()), Figure.millis(result.meanMs()), Figure.millis(result.latency().p95()));
        long failed = result.errors().values().stream().mapToLong(Long::longValue).sum();
        return sent.then(failed == 0 ? Text.of("ninguna falló.", "none failed.")
                : Text.of("fallaron %s (%s): %s.", "%s failed (%s): %s.", Figure.count(failed), Figure.percent(failed, result.samples()),
                        result.errors().entrySet().stream().map(error -> Figure.count(error.getValue()) + " × " + error.getKey())
                                .collect(Collectors.joining(", "))));
    }
}
