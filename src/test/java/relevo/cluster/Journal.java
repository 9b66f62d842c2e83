package relevo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must be done so that the cluster is as it was, on disk before anything is changed: what a run leaves that was killed, the next one puts
 * right. A line for each, the oldest first: a verb and whom it is done to.
 */
final class Journal {

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    /** What puts a change right. */
    enum Verb {
        /** An instance is switched on. */
        START,
        /** An instance that was handed in stopped is stopped again. */
        STOP_AGAIN,
        /** A machine that was cut off goes on. */
        UNFREEZE,
        /** A machine is switched on. */
        SWITCH_ON,
        /** An instance that was paused goes on. */
        RESUME,
        /** An instance is let into the network again. */
        RECONNECT,
        /** An instance gets its Apache back. */
        MEND
    }

    /**
     * One thing to be done.
     *
     * @param target an instance's name, or a machine's
     */
    record Entry(Verb verb, String target) {

        @Override
        public String toString() {
            return verb + " " + target;
        }
    }

    /** @param file made when the first entry is written; entries that are in it were left by another run */
    Journal(Path file) {
        this.file = file;
    }

    /** What another run left, the last change first; a line that is none is passed over. They are this run's from now on. */
    synchronized List<Entry> takeOver() {
        if (Files.isReadable(file)) {
            try {
                Files.readAllLines(file).stream().filter(Journal::isEntry)
                        .map(line -> line.split(" ")).map(words -> new Entry(Verb.valueOf(words[0]), words[1])).forEach(entries::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return lastFirst();
    }

    private static boolean isEntry(String line) {
        return line.matches("[A-Z_]+ \\S+") && Arrays.stream(Verb.values()).anyMatch(verb -> line.startsWith(verb.name() + " "));
    }

    /** Returns once it is on the disk. */
    synchronized void add(Entry entry) {
        entries.add(entry);
        ToTheEnd.of(this::write);
    }

    /** It was done. */
    synchronized void done(Entry entry) {
        entries.remove(entry);
        ToTheEnd.of(this::write);
    }

    /** What is still to be done, the last change first. */
    synchronized List<Entry> lastFirst() {
        var reversed = new ArrayList<Entry>();
        entries.forEach(entry -> reversed.add(0, entry));
        return reversed;
    }

    /** A whole file takes the place of the one before: whoever is killed meanwhile leaves either. For one at a time, who holds the lock. */
    private void write() {
        try {
            if (entries.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            var next = Files.createDirectories(file.toAbsolutePath().getParent()).resolve(file.getFileName() + ".new");
            try (var channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(String.join("\n", entries.stream().map(Entry::toString).toList()) + "\n"));
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
