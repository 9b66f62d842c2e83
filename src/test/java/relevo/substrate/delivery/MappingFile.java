package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import relevo.machine.SshAddress;
import relevo.observation.Doorway;
import relevo.observation.Inventory;
import relevo.verdict.CannotStart;
import relevo.words.Printable;
import relevo.words.Text;
import relevo.yaml.Misplaced;
import relevo.yaml.StrictYaml;

/** The file of {@code -Drelevo.mapping}; every complaint names the file, the line, the value and the nearest that would do. */
public final class MappingFile {

    private static final int LARGEST = 64 * 1024;

    private MappingFile() {
    }

    /** @throws CannotStart when it cannot be read, or says something that makes no sense */
    public static Mapping read(Path file) {
        try {
            return StrictYaml.parse(text(file)).map(root -> new MappingKeys(file.toAbsolutePath().getParent()).mapping(root)).orElse(Mapping.NOTHING);
        } catch (Misplaced wrong) {
            var place = Text.same(Printable.of(file.toString()) + (wrong.line() > 0 ? ":" + wrong.line() : "") + ":");
            throw new CannotStart(place.then(wrong.what()), wrong.remedy());
        }
    }

    /**
     * The same, of a file that must not be the delivery's own: whoever hands in would give the permissions.
     *
     * @param delivery folder or file that was handed in
     * @throws CannotStart when it is within the delivery, also through a link
     */
    public static Mapping read(Path file, Path delivery) {
        try {
            if (file.toRealPath().startsWith(delivery.toRealPath()) || whole(file).startsWith(whole(delivery))) {
                throw new CannotStart(Text.of("%s está dentro de la entrega (%s): los permisos los da quien califica, no quien entrega.",
                        "%s is within the delivery (%s): whoever grades gives the permissions, not whoever hands in.", Printable.of(file.toString()),
                        Printable.of(delivery.toString())), Text.of("Revíselo, cópielo a otra carpeta y dé esa ruta en -Drelevo.mapping.",
                        "Look it through, copy it to another folder and give that path in -Drelevo.mapping."));
            }
        } catch (IOException missing) {
            return read(file);
        }
        return read(file);
    }

    /**
     * A mapping file filled in with what was found, every key commented out: it is edited, not composed. With one comment sign less on each line it can
     * be read back.
     *
     * @param delivery folder of the Vagrantfile, within what was handed in
     * @param hosts    how the machines were reached
     * @param doors    what the host found open
     */
    public static String suggestion(String delivery, List<SshAddress> hosts, Inventory found, List<Doorway> doors) {
        return new MappingSuggestion(delivery, hosts, found, doors).text();
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Misplaced(0, Files.exists(file) ? Text.of("No es un archivo.", "It is no file.") : Text.of("No existe.", "It does not exist."),
                        Text.of("Dé en -Drelevo.mapping la ruta de un archivo YAML; -Drelevo.discover escribe uno.",
                                "Give the path of a YAML file in -Drelevo.mapping; -Drelevo.discover writes one."));
            }
            byte[] bytes;
            try (var stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes(LARGEST + 1);
            }
            if (bytes.length > LARGEST) {
                throw new Misplaced(0, Text.of("Tiene más de %d KiB.", "It is larger than %d KiB.", LARGEST / 1024),
                        Text.of("Un archivo así cabe en una pantalla: ¿es la ruta correcta?", "Such a file fits on a screen: is the path right?"));
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // Some editors begin a file with a mark that nobody sees.
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException binary) {
            throw new Misplaced(0, Text.of("No es texto en UTF-8.", "It is no text in UTF-8."),
                    Text.of("Guárdelo como texto, en UTF-8.", "Save it as text, in UTF-8."));
        } catch (IOException unreadable) {
            throw new Misplaced(0, Text.of("No se puede leer (%s).", "It cannot be read (%s).", unreadable.getClass().getSimpleName()),
                    Text.of("Revise sus permisos.", "See to its permissions."));
        }
    }
}
