package relevo.substrate.vagrant;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import relevo.machine.Command;

/** Whether virtual machines run here with the processor's help. */
public final class Virtualisation {

    private Virtualisation() {
    }

    /** What is lacking, in words for the console; empty when nothing is. */
    public static Optional<String> lacking(Path infra) {
        if (!onPath("vagrant")) {
            return Optional.of("vagrant is not installed");
        }
        if (onPath("VBoxManage") || onPath("VBoxManage.exe")) {
            return Optional.empty();
        }
        var accelerated = probe(infra.resolve("vagrant/acceleration"));
        return accelerated.equals("kvm") ? Optional.empty() : Optional.of("hardware virtualisation is not usable here");
    }

    /** It boots a kernel with KVM, once for each host; the device file alone proves nothing. */
    private static String probe(Path script) {
        return Command.of(script.toString()).run().out().strip();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
