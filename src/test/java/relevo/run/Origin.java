package relevo.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.archive.SavedConfiguration;
import relevo.load.Generator;
import relevo.load.Load;
import relevo.load.Scenario;
import relevo.load.Scenarios;
import relevo.machine.Command;
import relevo.observation.Provenance;
import relevo.words.Sha256;

/** Finds out where the observations of this run come from. */
final class Origin {

    private Origin() {
    }

    static Provenance of(CurrentRun run) {
        var where = run.circumstances();
        return new Provenance(run.startedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME), commit(),
                configuration(System.getProperty("relevo.delivery") != null, run.reports()),
                where.substrate(), versions(where.versions()), machine(), Load.SEED, new Generator().ceilingPerSecond(),
                Scenarios.all().stream().map(Scenario::name).toList());
    }

    private static Map<String, String> versions(Map<String, String> ofSubstrate) {
        var versions = new TreeMap<>(ofSubstrate);
        versions.put("java", Runtime.version().toString());
        versions.put("jmeter", org.apache.jmeter.util.JMeterUtils.getJMeterVersion());
        return versions;
    }

    /** With {@code +} where a file that git knows differs; empty where there is no git or no repository. */
    private static String commit() {
        var git = Command.of("git", "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=+").run();
        return git.ok() ? git.out().strip() : "";
    }

    /** Of a delivery, what was found in force and saved; this project's own file has nothing to do with it. */
    static String configuration(boolean delivery, Path reports) {
        if (!delivery) {
            return digest(read(Path.of(System.getProperty("relevo.infra", "infra"), "haproxy.cfg")));
        }
        var found = new SavedConfiguration(reports).read();
        // No path has the sign that parts them.
        return found.isEmpty() ? "" : digest(found.stream().map(file -> file.file() + "\0" + file.text()).collect(Collectors.joining("\0"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(byte[] content) {
        return Sha256.of(content).substring(0, 12);
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(Locale.ROOT, "%d × %s, %.0f GiB, %s %s", Runtime.getRuntime().availableProcessors(), system.getArch(),
                system.getTotalMemorySize() / Math.pow(2, 30),
                system.getName(), system.getVersion());
    }
}
