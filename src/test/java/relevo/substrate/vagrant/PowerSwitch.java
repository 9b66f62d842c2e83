package relevo.substrate.vagrant;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import relevo.machine.Command;
import relevo.machine.Power;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * The switch of a machine, at its provider: {@code vagrant halt --force} asks the guest first, and {@code vagrant up} does more than
 * switch on.
 *
 * @param off      command that cuts the power
 * @param on       command that switches on
 * @param freeze   command that stops its processors; empty where the provider has none that is one
 * @param unfreeze command that lets them go on; empty likewise
 */
record PowerSwitch(List<String> off, List<String> on, List<String> freeze, List<String> unfreeze) implements Power {

    /** @param machines {@code .vagrant/machines}, where Vagrant keeps each machine's id by name and provider */
    static PowerSwitch of(Path machines, String name) {
        var provider = Provider.of(machines, name).orElseThrow(() -> new CannotCheck(
                Text.of("Vagrant no conoce ninguna máquina %s de libvirt, VirtualBox ni Docker.",
                        "Vagrant knows no machine %s of libvirt, VirtualBox or Docker.",
                        name),
                Text.of("Vea «vagrant global-status».", "See \"vagrant global-status\"."), null));
        return of(provider, provider.id(machines, name).orElseThrow());
    }

    private static PowerSwitch of(Provider provider, String id) {
        return switch (provider) {
            case LIBVIRT -> new PowerSwitch(virsh("destroy", id), virsh("start", id), virsh("suspend", id), virsh("resume", id));
            case VIRTUALBOX -> new PowerSwitch(List.of("VBoxManage", "controlvm", id, "poweroff"), List.of("VBoxManage", "startvm", id, "--type", "headless"),
                    List.of("VBoxManage", "controlvm", id, "pause"), List.of("VBoxManage", "controlvm", id, "resume"));
            // A paused container is no cut cable: the kernel goes on accepting connections in its name.
            case DOCKER -> new PowerSwitch(List.of("docker", "kill", id), List.of("docker", "start", id), List.of(), List.of());
        };
    }

    private static List<String> virsh(String verb, String id) {
        return List.of("virsh", "-c", "qemu:///system", verb, id);
    }

    @Override
    public void cut() {
        use(off, "not running");
    }

    @Override
    public void switchOn() {
        use(on, "already");
    }

    @Override
    public void stopClock() {
        if (freeze.isEmpty()) {
            throw new CannotCheck(Text.of("Un contenedor en pausa sigue aceptando conexiones: no es una máquina a la que se le corta el cable.",
                    "A paused container goes on accepting connections: it is no machine whose cable was pulled."),
                    Text.of("Use máquinas virtuales para ver qué pasa cuando una se congela.", "Use virtual machines to see what happens when one freezes."),
                    null);
        }
        use(freeze, "already");
    }

    @Override
    public void letClockGoOn() {
        if (unfreeze.isEmpty()) {
            return;
        }
        use(unfreeze, "already", "not paused", "not running");
    }

    /** @param harmless in the complaint when it is so already */
    private static void use(List<String> command, String... harmless) {
        var output = Command.of(command.toArray(String[]::new)).run();
        if (!output.ok() && Arrays.stream(harmless).noneMatch(output.complaint()::contains)) {
            throw failed(command, output.complaint());
        }
    }

    private static CannotCheck failed(List<String> command, String said) {
        var line = String.join(" ", command);
        return new CannotCheck(Text.of("«%s» falló: %s", "\"%s\" failed: %s", line, Arrays.toString(said.split("\n")).replaceAll("^\\[|]$", "")),
                Text.of("Repita esa orden a mano.", "Repeat that command by hand."), null);
    }
}
