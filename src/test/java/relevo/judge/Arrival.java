package relevo.judge;

import java.util.List;
import relevo.observation.BroughtUp;
import relevo.observation.InstanceState;
import relevo.observation.Standing;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges P1: whether the system came up without a hand. */
public final class Arrival {

    private static final String RUNNING = "Running";

    private Arrival() {
    }

    /**
     * P1: the command that brings the machines up leaves a system that serves. A balancer that does not is told by G1.1; an error that kept no machine
     * from coming up is for the teacher.
     *
     * @param up        how the machines came up
     * @param balancer  how it stood right after
     * @param instances of all machines, right after
     */
    public static Verdict withoutAHand(BroughtUp up, Standing balancer, List<InstanceState> instances) {
        if (!up.byThisRun()) {
            return Verdict.notApplicable(Text.of("Las máquinas ya estaban en marcha. Para ver cómo se levantan: -Drelevo.delivery.up=true levanta una copia "
                            + "desde cero; con infra/, bájelo antes con infra/down.",
                    "The machines ran before. To see how they come up: -Drelevo.delivery.up=true brings a copy up from nothing; with infra/, take it down "
                            + "before with infra/down."));
        }
        if (!up.missing().isEmpty()) {
            return Verdict.notMet(expected(), Text.of("Levantarlo desde cero terminó con un error, sin llegar a %s: %s",
                            "Bringing it up from nothing ended with an error, and did not come to %s: %s", Figure.list(up.missing()), up.complaint()),
                    untilItEnds());
        }
        var running = instances.stream().filter(instance -> instance.status().equals(RUNNING)).count();
        if (running == 0) {
            return Verdict.notMet(expected(), Text.of("Las máquinas se levantaron en %s, y en ellas no corre ningún contenedor.",
                            "The machines came up in %s, and no container runs on them.", seconds(up)),
                    Text.of("Ponga en los guiones de aprovisionamiento las órdenes con que crea los contenedores.",
                            "Put the commands that make the containers into the provisioning scripts."));
        }
        if (!balancer.looked()) {
            return Verdict.couldNotCheck(Text.of("No se pudo mirar cómo quedó el balanceador.", "How the balancer was left could not be looked at."),
                    Text.of("Vea si las máquinas responden por SSH.", "See whether the machines answer by SSH."));
        }
        if (balancer.running() == 0 || balancer.frontends() == 0) {
            return Verdict.waitsFor("G1.1", Text.of("El balanceador no atiende en ningún puerto.", "The balancer listens on no port."));
        }
        if (!up.complaint().isEmpty()) {
            return Verdict.forTheTeacher(Text.of("Todas las máquinas están en marcha y el balanceador atiende, pero la orden terminó con un error: %s",
                    "All machines run and the balancer listens, but the command ended with an error: %s", up.complaint()), untilItEnds());
        }
        return Verdict.met(Text.of("Se levantó solo, desde cero, en %s: %s contenedores en marcha y el balanceador atendiendo.",
                "It came up by itself, from nothing, in %s: %s containers run and the balancer listens.", seconds(up), running));
    }

    private static Text expected() {
        return Text.of("Una sola orden levanta el sistema desde cero, sin error y sin que nadie teclee nada más.",
                "One command brings the system up from nothing, without an error, and nobody types anything else.");
    }

    private static Text untilItEnds() {
        return Text.of("Repita vagrant destroy -f y vagrant up hasta que termine sin error y sin teclear nada más.",
                "Repeat vagrant destroy -f and vagrant up until it ends without an error and nothing else is typed.");
    }

    private static String seconds(BroughtUp up) {
        return Figure.seconds(up.milliseconds());
    }
}
