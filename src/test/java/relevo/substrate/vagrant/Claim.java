package relevo.substrate.vagrant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** A note in {@code infra/.vagrant/}: the suite made these machines, and whether it was told to keep them. Without it they are somebody's own. */
record Claim(Path file) {

    private static final String KEPT = "kept";
    private static final String NOT_KEPT = "destroyed at the end of the run";

    static Claim of(Path infra) {
        return new Claim(infra.resolve(".vagrant").resolve("relevo-made-by-the-suite"));
    }

    boolean isThere() {
        return Files.exists(file);
    }

    /** Machines of a run that was to destroy them: once that run has ended, however it did, nobody wants them. */
    boolean isLeftOver() {
        try {
            return isThere() && Files.readString(file).strip().equals(NOT_KEPT);
        } catch (IOException unreadable) {
            return false;
        }
    }

    void write(boolean keep) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, (keep ? KEPT : NOT_KEPT) + "\n");
        } catch (IOException unwritable) {
            throw new CannotStart(Text.of("No se puede escribir %s (%s).", "%s cannot be written (%s).", file, unwritable.getMessage()),
                    Text.of("Cambie los permisos de infra/.", "Change the permissions of infra/."), unwritable);
        }
    }

    void remove() {
        file.toFile().delete();
    }
}
