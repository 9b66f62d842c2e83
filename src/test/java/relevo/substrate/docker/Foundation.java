package relevo.substrate.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import relevo.words.Sha256;

/** Hash of what a cluster is made from, all but the balancer's own files, which can be applied to a cluster that is up. */
final class Foundation {

    private static final List<String> PARTS = List.of("cluster.yaml", "images/node.flags", "lxd-preseed", "provision");

    private Foundation() {
    }

    /** @param images references of the images, which name their content */
    static String of(Path infra, String... images) {
        try {
            var digest = Sha256.begin();
            for (var part : PARTS) {
                try (var files = Files.walk(infra.resolve(part))) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(infra.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            for (var image : images) {
                digest.update(image.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
