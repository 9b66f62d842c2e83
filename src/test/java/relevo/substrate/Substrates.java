package relevo.substrate;

import relevo.machine.Progress;
import relevo.substrate.delivery.DeliverySubstrate;
import relevo.substrate.docker.DockerSubstrate;
import relevo.substrate.vagrant.VagrantSubstrate;
import relevo.substrate.vagrant.Virtualisation;

/** Chooses where the nodes come from. */
public final class Substrates {

    private Substrates() {
    }

    /**
     * What was handed in, where something was. Else {@code auto} takes virtual machines where the processor runs them, and containers elsewhere; it says
     * what it chose and why.
     */
    public static Substrate chosen(Settings settings, Progress progress) {
        if (settings.delivery().isPresent()) {
            return new DeliverySubstrate(settings, settings.delivery().get(), progress);
        }
        return switch (settings.substrate()) {
            case "vagrant" -> new VagrantSubstrate(settings, progress);
            case "docker" -> new DockerSubstrate(settings, progress);
            default -> {
                var lacking = Virtualisation.lacking(settings.infra());
                progress.say("relevo", lacking.map(why -> "substrate: docker, node containers in place of virtual machines (" + why + ")")
                        .orElse("substrate: vagrant (the processor runs virtual machines; -Drelevo.substrate=docker is faster)"));
                yield lacking.isPresent() ? new DockerSubstrate(settings, progress) : new VagrantSubstrate(settings, progress);
            }
        };
    }
}
