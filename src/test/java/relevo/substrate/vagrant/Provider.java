package relevo.substrate.vagrant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who makes Vagrant's machines, of those whose switch is known here. */
public enum Provider {

    LIBVIRT("virsh", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    VIRTUALBOX("VBoxManage", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    DOCKER("docker", "[0-9a-f]{64}");

    private static final int LONGEST_FILE = 200;

    private final String tool;
    private final Pattern id;

    Provider(String tool, String id) {
        this.tool = tool;
        this.id = Pattern.compile(id);
    }

    /** As Vagrant calls it, also in {@code .vagrant/}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its own command. */
    public String tool() {
        return tool;
    }

    /**
     * What this provider calls a machine. A name or a number in its place, which is what a forged note would hold, could be anybody's machine: then
     * there is none.
     *
     * @param machines {@code .vagrant/machines}, where Vagrant notes each machine by name and provider
     */
    public Optional<String> id(Path machines, String machine) {
        var file = machines.resolve(machine).resolve(word()).resolve("id");
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST_FILE) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file).strip()).filter(text -> id.matcher(text).matches());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whose machine this is; nobody's where Vagrant noted none. @param machines {@code .vagrant/machines} */
    public static Optional<Provider> of(Path machines, String machine) {
        return Arrays.stream(values()).filter(provider -> provider.id(machines, machine).isPresent()).findFirst();
    }
}
