package relevo.substrate;

import relevo.cluster.Progress;
import relevo.substrate.docker.DockerSubstrate;

/** Chooses where the nodes come from. */
public final class Substrates {

    private Substrates() {
    }

    /** Says what it chose and why. */
    public static Substrate chosen(Settings settings, Progress progress) {
        if (settings.substrate().equals("auto")) {
            progress.say("relevo", "substrate: docker (node containers stand in for virtual machines; the only substrate so far)");
        }
        return new DockerSubstrate(settings, progress);
    }
}
