package relevo.substrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import relevo.cluster.Topology;
import relevo.cluster.TopologyFile;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * The folder that describes the system.
 *
 * @param folder   absolute
 * @param topology what its {@code cluster.yaml} says
 */
public record Infra(Path folder, Topology topology) {

    /** @throws CannotStart when a file is missing or wrong; it is named */
    public static Infra read(Path folder) {
        var topology = TopologyFile.read(folder.resolve("cluster.yaml"));
        Stream.of("haproxy.cfg", "503.http").map(folder::resolve).filter(file -> !Files.isReadable(file)).findFirst().ifPresent(missing -> {
            throw new CannotStart(Text.of("Falta %s.", "%s is missing.", missing),
                    Text.of("Recupérelo con git checkout o escríbalo.", "Restore it with git checkout, or write it."));
        });
        return new Infra(folder, topology);
    }

    /** The content of one of its files. */
    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new CannotStart(Text.of("No se puede leer infra/%s.", "infra/%s cannot be read.", file),
                    Text.of("Recupérelo con git checkout.", "Restore it with git checkout."), unreadable);
        }
    }
}
