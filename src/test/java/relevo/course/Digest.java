package relevo.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.Predicate;
import relevo.words.Sha256;

/** What tells whether something changed since it was graded: names and contents of files, never their times. */
final class Digest {

    /** What a run of Vagrant or Git leaves in a folder is no part of a delivery. */
    private static final Predicate<Path> LEFT_BEHIND = path -> path.endsWith(".vagrant") || path.endsWith(".git");
    /** Beyond this only its size counts, bytes. */
    private static final long READ_AT_MOST = 64L << 20;
    private static final int MOST_FILES = 100_000;

    private final MessageDigest sum = Sha256.begin();

    private Digest() {
    }

    /** Of a delivery: all that was handed in and listed with it. */
    static String of(Listed one) {
        var digest = new Digest();
        digest.word(one.up() ? "up" : "there");
        digest.tree(one.delivery(), LEFT_BEHIND.negate());
        one.mapping().ifPresent(mapping -> digest.tree(mapping, path -> true));
        return digest.hex();
    }

    /**
     * Of the suite, as far as it looks and measures: what judges and reports is applied to what was saved, at any time.
     *
     * @param home top of the repository
     */
    static String ofSuite(Path home) {
        var digest = new Digest();
        var code = home.resolve("src/test/java/relevo");
        for (var room : new String[] {"cluster", "discovery", "load", "lxd", "machine", "outside", "plan", "spec", "substrate"}) {
            digest.tree(code.resolve(room), path -> !path.toString().endsWith("Test.java"));
        }
        for (var data : new String[] {"probes", "scripts", "scenarios.yaml"}) {
            digest.tree(home.resolve("src/test/resources").resolve(data), path -> true);
        }
        return digest.hex();
    }

    private void tree(Path root, Predicate<Path> wanted) {
        var files = new TreeMap<String, Path>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return wanted.test(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file)) {
                        files.put(root.relativize(file).toString(), file);
                    }
                    return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    files.put(root.relativize(file).toString(), file);
                    return FileVisitResult.CONTINUE;
                }
            });
            for (var file : files.entrySet()) {
                word(file.getKey());
                contents(file.getValue());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void contents(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            word("-> " + Files.readSymbolicLink(file));
        } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            word("unreadable");
        } else {
            word(String.valueOf(Files.size(file)));
            try (InputStream in = Files.newInputStream(file)) {
                var some = new byte[1 << 16];
                long left = READ_AT_MOST;
                for (int read = in.read(some); read >= 0 && left > 0; read = in.read(some)) {
                    sum.update(some, 0, read);
                    left -= read;
                }
            }
        }
    }

    private void word(String word) {
        sum.update(word.getBytes(StandardCharsets.UTF_8));
        sum.update((byte) 0);
    }

    private String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
