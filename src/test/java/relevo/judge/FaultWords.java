package relevo.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import relevo.observation.Event;
import relevo.observation.FaultTrial;
import relevo.words.Text;

/** Faults of one server, in words. */
public final class FaultWords {

    private FaultWords() {
    }

    /** What was done, without a capital and without a full stop. */
    public static Text of(Event.Kind fault) {
        return switch (fault) {
            case KILL -> Text.of("contenedor muerto de golpe", "container killed at once");
            case CUT_OFF -> Text.of("contenedor sin red", "container cut off from the network");
            case APACHE_DEAD -> Text.of("Apache muerto en un contenedor que vive", "Apache dead in a container that lives");
            case FREEZE -> Text.of("contenedor congelado", "container frozen");
            case SICK -> Text.of("responde 500 a todo", "answers 500 to everything");
            case SLOW -> Text.of("tarda segundos en cada respuesta", "takes seconds for each answer");
            case SILENT -> Text.of("acepta conexiones y calla", "accepts connections and says nothing");
            default -> Text.same(fault.word());
        };
    }

    /** Why one was not played; empty when it was. */
    public static Text why(FaultTrial trial) {
        return switch (trial.fate()) {
            case PLAYED -> Text.same("");
            case CHECKS_TOO_SLOW -> Text.of("las comprobaciones de HAProxy tardan demasiado", "HAProxy's checks take too long");
            case NO_TIME_LEFT -> Text.of("se acabó el tiempo", "the time was over");
            case NOT_BACK -> Text.of("%s no había vuelto de la falla anterior", "%s had not returned from the fault before", trial.target());
            case NOT_POSSIBLE -> Text.of("no fue posible aquí: %s", "not possible here: %s", trial.detail());
        };
    }

    /** A sentence with those that were not played, and why; empty when all were. */
    static Text unplayed(List<FaultTrial> trials) {
        Map<FaultTrial.Fate, Text> byFate = new EnumMap<>(FaultTrial.Fate.class);
        Map<FaultTrial.Fate, Text> reasons = new EnumMap<>(FaultTrial.Fate.class);
        trials.stream().filter(trial -> trial.fate() != FaultTrial.Fate.PLAYED).forEach(trial -> {
            byFate.merge(trial.fate(), of(trial.fault()), (some, next) -> new Text(some.es() + ", " + next.es(), some.en() + ", " + next.en()));
            reasons.putIfAbsent(trial.fate(), why(trial));
        });
        Text all = Text.same("");
        for (var fate : byFate.entrySet()) {
            Text reason = reasons.get(fate.getKey());
            all = all.then(new Text("Sin probar (" + reason.es() + "): " + fate.getValue().es() + ".",
                    "Not played (" + reason.en() + "): " + fate.getValue().en() + "."));
        }
        return all;
    }
}
