package relevo.substrate.vagrant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import relevo.machine.Command;
import relevo.machine.Power;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * The switch of a virtual machine, at its provider: {@code vagrant halt --force} asks the guest first, and {@code vagrant up} does more than
 * switch on.
 *
 * @param off      command that cuts the power
 * @param on       command that switches on
 * @param freeze   command that stops its processors
 * @param unfreeze command that lets them go on
 */
record PowerSwitch(List<String> off, List<String> on, List<String> freeze, List<String> unfreeze) implements Power {

    /** @param machines {@code infra/.vagrant/machines}, where Vagrant keeps each machine's id by name and provider */
    static PowerSwitch of(Path machines, String name) {
        for (var provider : List.of("libvirt", "virtualbox")) {
            var id = machines.resolve(name).resolve(provider).resolve("id");
            if (Files.isReadable(id)) {
                return of(provider, read(id));
            }
        }
        throw new CannotCheck(Text.of("Vagrant no conoce ninguna máquina %s de libvirt ni de VirtualBox.",
                "Vagrant knows no machine %s of libvirt or VirtualBox.", name),
                Text.of("Vea «vagrant global-status».", "See \"vagrant global-status\"."), null);
    }

    private static PowerSwitch of(String provider, String id) {
        return provider.equals("libvirt")
                ? new PowerSwitch(virsh("destroy", id), virsh("start", id), virsh("suspend", id), virsh("resume", id))
                : new PowerSwitch(List.of("VBoxManage", "controlvm", id, "poweroff"), List.of("VBoxManage", "startvm", id, "--type", "headless"),
                        List.of("VBoxManage", "controlvm", id, "pause"), List.of("VBoxManage", "controlvm", id, "resume"));
    }

    private static List<String> virsh(String verb, String id) {
        return List.of("virsh", "-c", "qemu:///system", verb, id);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw failed(List.of(file.toString()), unreadable.getMessage(), unreadable);
        }
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
        use(freeze, "already");
    }

    @Override
    public void letClockGoOn() {
        use(unfreeze, "already", "not paused", "not running");
    }

    /** @param harmless in the complaint when it is so already */
    private static void use(List<String> command, String... harmless) {
        var output = Command.of(command.toArray(String[]::new)).run();
        if (!output.ok() && Arrays.stream(harmless).noneMatch(output.complaint()::contains)) {
            throw failed(command, output.complaint(), null);
        }
    }

    private static CannotCheck failed(List<String> command, String said, Throwable cause) {
        var line = String.join(" ", command);
        return new CannotCheck(Text.of("«%s» falló: %s", "\"%s\" failed: %s", line, Arrays.toString(said.split("\n")).replaceAll("^\\[|]$", "")),
                Text.of("Repita esa orden a mano.", "Repeat that command by hand."), cause);
    }
}
