package relevo.machine;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** A machine of the cluster, whatever it is made of: a container, a virtual machine, a host that somebody else runs. */
public interface Node {

    /** Its name in the topology, which is also its name as a cluster member. */
    String name();

    /** Its address on the machines' own network, where this host reaches it too. */
    String address();

    /**
     * Runs a program as root. Arguments reach it as they are; no shell reads them.
     *
     * @param limit  longest run; exit status 124 when it runs out
     * @param env    added to the environment
     * @param stdin  lines for the program to read, empty for none; it must not wait for their end, which not every substrate can show
     * @param onLine called with each line of standard output as it comes
     * @throws CannotCheck when the node cannot be asked at all
     */
    Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command);

    /** Its switch. @throws CannotCheck with the reason, where nobody has one */
    default Power power() {
        throw new CannotCheck(Text.of("No hay cómo apagar ni encender %s.", "Nothing can switch %s off or on.", name()),
                Text.of("Pruebe en máquinas que esta ejecución pueda apagar.", "Try on machines that this run can switch off."), null);
    }

    /** Runs a program that needs no input and ends within {@link Timing#COMMAND}. */
    default Output run(String... command) {
        return run(Timing.COMMAND.max(), Map.of(), "", line -> { }, command);
    }

    /** Standard output of a program that must succeed. */
    default String ask(String... command) {
        var output = run(command);
        if (!output.ok()) {
            throw output.failed(name(), command);
        }
        return output.out();
    }
}
