package relevo.substrate.vagrant;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether virtual machines run here with the processor's help. */
public final class Virtualisation {

    private static final long LONGEST_PROBE_SECONDS = 60;

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
        try {
            var process = new ProcessBuilder(script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException notRun) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
