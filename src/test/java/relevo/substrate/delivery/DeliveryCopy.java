package relevo.substrate.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * A copy of what was handed in, to be brought up: never with the author's {@code .vagrant/}, whose machines are the author's, and never with a
 * symbolic link that leads out.
 *
 * @param folder  where the copy is
 * @param bytes   copied
 * @param leftOut links that lead out or nowhere, and what is neither file nor folder, from the top of the delivery
 */
record DeliveryCopy(Path folder, long bytes, List<Path> leftOut) {

    static final String NOT_CARRIED = ".vagrant";

    /**
     * How much is copied at most.
     *
     * @param bytes of all files
     * @param files and folders and links
     * @param depth folders within folders
     */
    record Bounds(long bytes, int files, int depth) {
    }

    static final Bounds USUAL = new Bounds(2L << 30, 100_000, 60);

    /**
     * @param root   what was handed in
     * @param target made here; must not be there yet
     * @throws CannotStart when there is more of it than {@code bounds}, or part of it cannot be read
     */
    static DeliveryCopy of(Path root, Path target, Bounds bounds) {
        try {
            var from = root.toRealPath();
            var copying = new Copying(from, target, bounds);
            Files.walkFileTree(from, copying);
            return new DeliveryCopy(target, copying.bytes, List.copyOf(copying.leftOut));
        } catch (IOException failed) {
            throw new CannotStart(Text.of("%s no se puede copiar (%s).", "%s cannot be copied (%s).", root, failed.toString()),
                    Text.of("Vea si todos sus ficheros se pueden leer, y el espacio libre con «df -h».",
                            "See whether all its files can be read, and the free space with \"df -h\"."), failed);
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path target;
        private final Bounds bounds;
        private final byte[] some = new byte[1 << 16];
        private final List<Path> leftOut = new ArrayList<>();
        private long bytes;
        private int count;

        Copying(Path from, Path target, Bounds bounds) {
            this.from = from;
            this.target = target;
            this.bounds = bounds;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.endsWith(NOT_CARRIED)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            one(folder);
            if (from.relativize(folder).getNameCount() > bounds.depth()) {
                throw tooMuch(Text.of("tiene carpetas dentro de carpetas a más de %d niveles", "has folders within folders more than %d deep", bounds.depth()),
                        folder);
            }
            Files.createDirectory(place(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.endsWith(NOT_CARRIED)) {
                return FileVisitResult.CONTINUE;
            }
            one(file);
            if (attributes.isSymbolicLink()) {
                link(file);
            } else if (attributes.isRegularFile()) {
                contents(file);
            } else {
                leftOut.add(from.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private Path place(Path original) {
            return target.resolve(from.relativize(original));
        }

        private void one(Path original) {
            if (++count > bounds.files()) {
                throw tooMuch(Text.of("tiene más de %d ficheros", "has more than %d files", bounds.files()), original);
            }
        }

        /** By where it leads in fact, links on the way included: {@code a/../..} need not be two folders up. */
        private void link(Path link) throws IOException {
            Path leads;
            try {
                leads = link.toRealPath();
            } catch (IOException nowhere) {
                leads = from.getRoot();
            }
            if (!leads.startsWith(from) || within(leads)) {
                leftOut.add(from.relativize(link));
            } else {
                var way = link.getParent().relativize(leads);
                Files.createSymbolicLink(place(link), way.toString().isEmpty() ? Path.of(".") : way);
            }
        }

        /** Whether it is what is not carried. */
        private boolean within(Path leads) {
            for (var part : from.relativize(leads)) {
                if (part.toString().equals(NOT_CARRIED)) {
                    return true;
                }
            }
            return false;
        }

        /** Counted while it is read: what a file says of its size may be old. */
        private void contents(Path file) throws IOException {
            var copy = place(file);
            try (InputStream in = Files.newInputStream(file); OutputStream out = Files.newOutputStream(copy)) {
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    bytes += read;
                    if (bytes > bounds.bytes()) {
                        throw tooMuch(Text.of("pasa de %d MB", "is larger than %d MB", bounds.bytes() >> 20), file);
                    }
                    out.write(some, 0, read);
                }
            }
            if (Files.isExecutable(file)) {
                copy.toFile().setExecutable(true);
            }
        }

        private CannotStart tooMuch(Text what, Path where) {
            var shown = from.relativize(where).toString().replaceAll("[\\p{Cntrl}\\p{Cf}]", "·");
            var place = shown.substring(0, Math.min(shown.length(), 200));
            return new CannotStart(Text.of("La entrega %1$s %2$s (al llegar a %4$s).",
                    "Delivery %1$s %3$s (on reaching %4$s).", from, what.es(), what.en(), place),
                    Text.of("Quite lo que no haga falta para levantarla: cajas, imágenes, resultados.",
                            "Take out what is not needed to bring it up: boxes, images, results."));
        }
    }
}
