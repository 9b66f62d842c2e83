package relevo.substrate.delivery;

import relevo.machine.Power;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** The switch of a machine that nobody allowed to be used. */
record NoPower(String machine) implements Power {

    @Override
    public void cut() {
        throw refused();
    }

    @Override
    public void switchOn() {
        throw refused();
    }

    @Override
    public void stopClock() {
        throw refused();
    }

    @Override
    public void letClockGoOn() {
        throw refused();
    }

    private CannotCheck refused() {
        return new CannotCheck(Text.of("No está permitido apagar %s.", "%s may not be switched off.", machine),
                Text.of("Permítalo en el fichero de -Drelevo.mapping: may: {power_off_machines: true}.",
                        "Allow it in the file of -Drelevo.mapping: may: {power_off_machines: true}."), null);
    }
}
