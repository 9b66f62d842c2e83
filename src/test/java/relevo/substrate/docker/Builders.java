package relevo.substrate.docker;

import java.nio.file.Path;
import relevo.machine.Command;
import relevo.machine.Progress;
import relevo.timing.Timing;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** The image builders of {@code infra/images/}, run on the host; each is quick when its image is there. */
final class Builders {

    private final Path images;
    private final Progress progress;

    Builders(Path infra, Progress progress) {
        this.images = infra.resolve("images");
        this.progress = progress;
    }

    /** What a builder made: the last line that it prints, a reference or a folder. */
    String built(String builder) {
        var output = Command.of(images.resolve(builder).toString()).within(Timing.IMAGE.max()).telling(line -> { }, line -> progress.say("images", line)).run();
        var made = output.out().strip();
        if (!output.ok() || made.isEmpty()) {
            throw new CannotStart(Text.of("infra/images/%s terminó con estado %d: %s", "infra/images/%s ended with status %d: %s", builder, output.exit(),
                    output.err().strip()),
                    Text.of("Ejecute infra/setup, que instala lo que necesita.", "Run infra/setup, which installs what it needs."));
        }
        return made.substring(made.lastIndexOf('\n') + 1);
    }
}
