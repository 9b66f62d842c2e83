package relevo.substrate.delivery;

import java.util.function.Supplier;
import relevo.machine.Power;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * The switch of a machine that may not be used, or that nobody has.
 *
 * @param reachable whether there is one
 */
record NoPower(String machine, boolean reachable) implements Supplier<Power> {

    /** @throws CannotCheck always, with the reason and what would help */
    @Override
    public Power get() {
        throw refused();
    }

    private CannotCheck refused() {
        if (!reachable) {
            return new CannotCheck(Text.of("%s solo se alcanza por SSH: no hay cómo encenderla después de apagarla.",
                    "%s is reached through SSH alone: nothing could switch it on after it was switched off.", machine),
                    Text.of("Entregue la carpeta con el Vagrantfile que la hizo.", "Hand in the folder with the Vagrantfile that made it."), null);
        }
        return new CannotCheck(Text.of("No está permitido apagar %s.", "%s may not be switched off.", machine),
                Text.of("Permítalo en el fichero de -Drelevo.mapping: may: {power_off_machines: true}.",
                        "Allow it in the file of -Drelevo.mapping: may: {power_off_machines: true}."), null);
    }
}
