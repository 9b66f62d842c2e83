package relevo.substrate.docker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import relevo.cluster.CannotStart;
import relevo.cluster.Progress;
import relevo.judge.Text;

/** The image builders of {@code infra/images/}, run on the host; each is quick when its image is there. */
final class Builders {

    private static final long LONGEST_MINUTES = 20;

    private final Path images;
    private final Progress progress;

    Builders(Path infra, Progress progress) {
        this.images = infra.resolve("images");
        this.progress = progress;
    }

    /** What a builder made: the last line that it prints, a reference or a folder. */
    String built(String builder) {
        try {
            var process = new ProcessBuilder(images.resolve(builder).toString()).redirectError(ProcessBuilder.Redirect.PIPE).start();
            process.getOutputStream().close();
            var said = new StringBuilder();
            var reader = new Thread(() -> process.errorReader().lines().forEach(line -> {
                said.append(line).append('\n');
                progress.say("images", line);
            }), "relevo-builder");
            reader.start();
            var out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
            }
            reader.join();
            if (process.exitValue() != 0 || out.isEmpty()) {
                throw new CannotStart(Text.of("infra/images/%s terminó con estado %d: %s", "infra/images/%s ended with status %d: %s", builder, process.exitValue(), said.toString().strip()),
                        Text.of("Ejecute infra/setup, que instala lo que necesita.", "Run infra/setup, which installs what it needs."));
            }
            return out.substring(out.lastIndexOf('\n') + 1);
        } catch (IOException notRun) {
            throw new CannotStart(Text.of("infra/images/%s no se puede ejecutar (%s).", "infra/images/%s cannot be run (%s).", builder, notRun.getMessage()),
                    Text.of("Recupérelo con git checkout.", "Restore it with git checkout."), notRun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart(Text.of("Interrumpido.", "Interrupted."), Text.of("Ejecute de nuevo.", "Run again."), interrupted);
        }
    }
}
