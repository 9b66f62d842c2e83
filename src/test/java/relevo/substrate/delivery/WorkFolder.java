package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.substrate.vagrant.Provider;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Where a run keeps what it makes of a delivery: Vagrant's own folder for it, the copy that is brought up, and a note of what was brought up. It stays
 * in the cache until that is taken down again, for the next run to do it when this one is killed.
 */
record WorkFolder(Path path) {

    private static final String KEPT = "kept";
    private static final String NOTE = "brought-up";

    /** What was brought up. @param vagrantfile in the copy */
    record BroughtUp(Path vagrantfile, Provider provider) {
    }

    /** {@code deliveries/} in the cache, where images are kept too. */
    static Path base(Map<String, String> environment, Path home) {
        var cache = Optional.ofNullable(environment.get("RELEVO_CACHE")).map(Path::of).orElseGet(
                () -> Optional.ofNullable(environment.get("XDG_CACHE_HOME")).map(Path::of).orElse(home.resolve(".cache")).resolve("relevo"));
        return cache.toAbsolutePath().normalize().resolve("deliveries");
    }

    /** A new one, for its owner's eyes alone: keys will be in it. */
    static WorkFolder make(Path base) {
        try {
            Files.createDirectories(base);
            var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            var made = Files.createTempDirectory(base.toRealPath(), "delivery-", owners);
            Files.createDirectory(made.resolve("home"));
            return new WorkFolder(made);
        } catch (IOException unwritable) {
            throw unwritable(base, unwritable);
        }
    }

    /** Those that earlier runs left and were not told to keep. One run at a time: whoever asks holds the lock of the run. */
    static List<WorkFolder> leftOver(Path base) {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(base.toRealPath())) {
            return all.filter(Files::isDirectory).map(WorkFolder::new).filter(work -> !work.isKept()).toList();
        } catch (IOException unreadable) {
            throw unwritable(base, unreadable);
        }
    }

    /** {@code VAGRANT_HOME} of this delivery alone: what one writes there (a Vagrantfile, a plugin, a box) another one, or its reader, would run. */
    Path home() {
        return path.resolve("home");
    }

    /** The copy. Its name is part of its machines' names, so it is nobody else's. */
    Path copy() {
        return path.resolve(path.getFileName());
    }

    /** To be called before anything is brought up. */
    void note(BroughtUp what) {
        write(NOTE, what.provider().word() + "\n" + copy().relativize(what.vagrantfile()) + "\n");
    }

    /** What the note says; nothing where nothing was brought up, or all of it was taken down. */
    Optional<BroughtUp> broughtUp() {
        try {
            var lines = Files.readAllLines(path.resolve(NOTE));
            return Stream.of(Provider.values()).filter(provider -> provider.word().equals(lines.get(0))).findFirst()
                    .map(provider -> new BroughtUp(copy().resolve(lines.get(1)), provider));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The machines are to outlive this run and the next. */
    void keep() {
        write(KEPT, "");
    }

    boolean isKept() {
        return Files.exists(path.resolve(KEPT));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException unwritable) {
            throw unwritable(path, unwritable);
        }
    }

    /** All of it; links are removed, never followed. */
    void remove() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException unread) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    private static CannotStart unwritable(Path where, IOException why) {
        return new CannotStart(Text.of("No se puede escribir en %s (%s).", "%s cannot be written (%s).", where, why.toString()),
                Text.of("Cambie sus permisos, o ponga RELEVO_CACHE en otra carpeta.", "Change its permissions, or set RELEVO_CACHE to another folder."), why);
    }
}
