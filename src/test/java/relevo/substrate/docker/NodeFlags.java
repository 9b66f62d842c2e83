package relevo.substrate.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * The flags of {@code docker run} that a node container needs, read from {@code infra/images/node.flags} so that they are written once.
 *
 * @param capabilitiesAdded   {@code --cap-add}
 * @param capabilitiesDropped {@code --cap-drop}
 * @param securityOptions     {@code --security-opt}
 * @param deviceRules         {@code --device-cgroup-rule}
 * @param cgroupNamespace     {@code --cgroupns}
 * @param temporary           {@code --tmpfs}
 * @param volumes             {@code --volume}, anonymous ones only
 * @param stopSignal          {@code --stop-signal}
 */
record NodeFlags(List<String> capabilitiesAdded, List<String> capabilitiesDropped, List<String> securityOptions, List<String> deviceRules,
                 String cgroupNamespace, List<String> temporary, List<String> volumes, String stopSignal) {

    /** What the command-line client turns into two empty lists of paths; the engine itself does not know the word. */
    private static final String OPEN_SYSTEM_PATHS = "systempaths=unconfined";

    static NodeFlags read(Path file) {
        var flags = new LinkedHashMap<String, List<String>>();
        for (var name : List.of("--cap-add", "--cap-drop", "--security-opt", "--device-cgroup-rule", "--cgroupns", "--tmpfs", "--volume", "--stop-signal")) {
            flags.put(name, new ArrayList<>());
        }
        for (var line : lines(file)) {
            var parts = line.split("=", 2);
            if (parts.length != 2 || !flags.containsKey(parts[0])) {
                throw new CannotStart(Text.of("%s: la línea «%s» no se entiende.", "%s: line \"%s\" is not understood.", file, line),
                        Text.of("Se admite --opción=valor con: %s.", "It takes --option=value with: %s.", String.join(", ", flags.keySet())));
            }
            flags.get(parts[0]).add(parts[1]);
        }
        return new NodeFlags(flags.get("--cap-add"), flags.get("--cap-drop"), flags.get("--security-opt"), flags.get("--device-cgroup-rule"),
                String.join("", flags.get("--cgroupns")), flags.get("--tmpfs"), flags.get("--volume"), String.join("", flags.get("--stop-signal")));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new CannotStart(Text.of("No se puede leer %s.", "%s cannot be read.", file),
                    Text.of("Recupérelo con git checkout.", "Restore it with git checkout."));
        }
    }

    /** Writes them into what the engine is sent. */
    void into(HostConfig host) {
        host.withCapAdd(capabilities(capabilitiesAdded)).withCapDrop(capabilities(capabilitiesDropped))
                .withSecurityOpts(securityOptions.stream().filter(option -> !option.equals(OPEN_SYSTEM_PATHS)).toList())
                .withDeviceCgroupRules(deviceRules)
                .withCgroupnsMode(cgroupNamespace);
        if (securityOptions.contains(OPEN_SYSTEM_PATHS)) {
            DockerObjectAccessor.overrideRawValue(host, "MaskedPaths", List.of());
            DockerObjectAccessor.overrideRawValue(host, "ReadonlyPaths", List.of());
        }
        var mounts = new LinkedHashMap<String, String>();
        temporary.forEach(path -> mounts.put(path, ""));
        host.withTmpFs(Map.copyOf(mounts));
    }

    private static Capability[] capabilities(List<String> names) {
        return names.stream().map(Capability::valueOf).toArray(Capability[]::new);
    }
}
