package relevo.substrate.vagrant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relevo.machine.Command;
import relevo.machine.Progress;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Machines of the same names that another copy of the project made: libvirt knows a machine by its name alone, and the Vagrantfile of each
 * by the description that vagrant-libvirt gives it. VirtualBox has no such conflict.
 */
final class OtherCopies {

    private static final String SOURCE = "Source: ";

    private final Path infra;
    private final Progress progress;
    private final Consumer<Path> destroy;

    /** @param destroy takes down the machines of another copy's {@code infra/} */
    OtherCopies(Path infra, Progress progress, Consumer<Path> destroy) {
        this.infra = infra;
        this.progress = progress;
        this.destroy = destroy;
    }

    /**
     * Removes what an interrupted run left, and what belongs to a copy that is gone.
     *
     * @param nodes names in the topology
     * @throws CannotStart for machines that somebody may want
     */
    void clear(List<String> nodes) {
        var sources = new LinkedHashMap<String, Path>();
        for (var node : nodes) {
            var machine = "relevo-" + node;
            virsh("desc", machine).flatMap(OtherCopies::infraOf).filter(other -> !other.equals(infra)).ifPresent(other -> sources.put(machine, other));
        }
        sources.values().stream().distinct().filter(Files::isDirectory).forEach(this::clear);
        sources.forEach((machine, other) -> {
            if (!Files.isDirectory(other)) {
                progress.say("relevo", "removing " + machine + ", made by " + other + ", which is gone");
                virsh("destroy", machine);
                virsh("undefine", machine, "--remove-all-storage", "--managed-save");
            }
        });
    }

    private void clear(Path other) {
        var claim = Claim.of(other);
        if (!claim.isLeftOver()) {
            throw new CannotStart(Text.of("Las máquinas virtuales de %s usan los mismos nombres y direcciones.",
                    "The virtual machines of %s have the same names and addresses.", other),
                    Text.of("Bájelas con %s/down.", "Take them down with %s/down.", other));
        }
        progress.say("relevo", "removing what an interrupted run left in " + other);
        destroy.accept(other);
        claim.remove();
    }

    /** {@code infra/} of the Vagrantfile that a machine's description names. */
    static Optional<Path> infraOf(String description) {
        return description.lines().filter(line -> line.startsWith(SOURCE)).map(line -> Path.of(line.substring(SOURCE.length()).strip()).getParent())
                .findFirst();
    }

    /** What it printed; nothing where it failed: there is no such machine, or no libvirt here at all. */
    private static Optional<String> virsh(String... words) {
        var command = Stream.concat(Stream.of("virsh", "-q", "-c", "qemu:///system"), Stream.of(words)).toArray(String[]::new);
        var output = Command.of(command).with(Map.of("LC_ALL", "C")).run();
        return output.ok() ? Optional.of(output.out()) : Optional.empty();
    }
}
