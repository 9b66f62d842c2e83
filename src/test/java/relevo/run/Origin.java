package relevo.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import relevo.load.Generator;
import relevo.load.Load;
import relevo.load.Scenario;
import relevo.load.Scenarios;
import relevo.machine.Command;
import relevo.observation.Provenance;

/** Finds out where the observations of this run come from. */
final class Origin {

    private Origin() {
    }

    static Provenance of(CurrentRun run) {
        var where = run.circumstances();
        return new Provenance(run.startedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME), commit(),
                digest(Path.of(System.getProperty("relevo.infra", "infra"), "haproxy.cfg")),
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

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))).substring(0, 12);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(Locale.ROOT, "%d × %s, %.0f GiB, %s %s", Runtime.getRuntime().availableProcessors(), system.getArch(),
                system.getTotalMemorySize() / Math.pow(2, 30),
                system.getName(), system.getVersion());
    }
}
