package relevo.substrate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** One run at a time on one machine: the kernel frees the lock when its process ends, however it ends. */
public final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotStart when another run holds it; its process and directory are named */
    public static RunLock take() {
        return take(Path.of(System.getProperty("java.io.tmpdir"), "relevo-" + System.getProperty("user.name") + ".lock"));
    }

    static RunLock take(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart(Text.of("Ya hay otra ejecución en esta máquina: %s.", "Another run is under way on this machine: %s.",
                        Files.readString(file).strip()),
                        Text.of("Espere a que acabe o interrúmpala con Ctrl-C.", "Wait until it ends, or interrupt it with Ctrl-C."));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode("process " + ProcessHandle.current().pid() + " in " + Path.of("").toAbsolutePath()));
            return new RunLock(channel);
        } catch (IOException unwritable) {
            throw new CannotStart(Text.of("No se puede escribir %s (%s).", "%s cannot be written (%s).", file, unwritable.getMessage()),
                    Text.of("Bórrelo o cambie sus permisos.", "Remove it, or change its permissions."), unwritable);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (java.nio.channels.OverlappingFileLockException heldHere) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closed) {
            // The kernel frees it anyway when the process ends.
        }
    }
}
