package relevo.substrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relevo.machine.ShellWords;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * How this run was told to behave, by {@code -Drelevo.…} on Maven's command line.
 *
 * @param substrate  {@code auto}, {@code docker} or {@code vagrant}
 * @param keep       leave the cluster up for the next run
 * @param provision  bring a cluster that is up to the state that {@code infra/} describes; {@code false} judges it as it is
 * @param http       port on 127.0.0.1 for the balancer, instead of the topology's
 * @param statistics port on 127.0.0.1 for the statistics page, instead of the topology's
 * @param infra      the folder that describes the system
 * @param slowness   how many times longer than usual everything may take, at least 1; otherwise it is measured
 * @param delivery   a system that somebody else made, to be judged in place of {@code infra/}'s
 */
public record Settings(String substrate, boolean keep, boolean provision, OptionalInt http, OptionalInt statistics, Path infra, OptionalDouble slowness,
                       Optional<Delivery> delivery) {

    /**
     * What was handed in.
     *
     * @param given   a folder with a Vagrantfile, an OpenSSH configuration, an Ansible inventory, or {@code local}
     * @param up      bring its machines up in a copy, and destroy them at the end
     * @param sandbox run its Vagrantfile, which is a program, in a sandbox
     * @param mapping a file with what only a person can say of it
     */
    public record Delivery(String given, boolean up, boolean sandbox, Optional<Path> mapping) {
    }

    private static final String PREFIX = "relevo.";
    private static final List<String> NOT_REPEATED = List.of("relevo.keep", "relevo.reports", "relevo.live.port");
    private static final List<String> SUBSTRATES = List.of("auto", "docker", "vagrant");
    /** Those read here, and those read where they are used. */
    private static final List<String> KNOWN = List.of("substrate", "keep", "provision", "port.http", "port.statistics", "infra",
            "slowness", "delivery", "delivery.up", "delivery.sandbox", "mapping", "discover", "rubric", "reports",
            "verbose", "live.port", "scenarios", "load.also", "load.only", "load.servers",
            "mutants", "mutants.seed", "deliveries", "deliveries.seed");

    /** @throws CannotStart on a name or a value that nobody reads: a misspelt setting must not pass silently */
    public static Settings from(Properties properties) {
        for (var name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name.substring(PREFIX.length()))) {
                throw bad(name, properties.getProperty(name), "relevo." + String.join(", relevo.", KNOWN));
            }
        }
        servers(properties.getProperty("relevo.load.servers", ""));
        flag(properties, "relevo.verbose", false);
        var substrate = properties.getProperty("relevo.substrate", "auto");
        if (!SUBSTRATES.contains(substrate)) {
            throw bad("relevo.substrate", substrate, String.join(", ", SUBSTRATES));
        }
        return new Settings(substrate, flag(properties, "relevo.keep", false), flag(properties, "relevo.provision", true),
                port(properties, "relevo.port.http"), port(properties, "relevo.port.statistics"),
                Path.of(properties.getProperty("relevo.infra", "infra")).toAbsolutePath().normalize(), slowness(properties.getProperty("relevo.slowness")),
                delivery(properties));
    }

    /**
     * The settings of a run as they are typed, for a command that repeats it; {@code relevo.keep} and {@code relevo.reports} are left out.
     *
     * @return with a space before each; empty when nothing was set
     */
    public static String typed(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames()).stream()
                .filter(name -> name.startsWith(PREFIX) && KNOWN.contains(name.substring(PREFIX.length())) && !NOT_REPEATED.contains(name))
                .map(name -> " " + ShellWords.quoted("-D" + name + "=" + properties.getProperty(name))).collect(Collectors.joining());
    }

    /** The same for another folder that describes a system. */
    public Settings of(Path otherInfra) {
        return new Settings(substrate, keep, provision, http, statistics, otherInfra.toAbsolutePath().normalize(), slowness, delivery);
    }

    private static Optional<Delivery> delivery(Properties properties) {
        var given = properties.getProperty("relevo.delivery", "");
        var needless = List.of("relevo.delivery.up", "relevo.delivery.sandbox", "relevo.mapping").stream().filter(properties::containsKey).findFirst();
        if (given.isBlank()) {
            needless.ifPresent(name -> {
                throw new CannotStart(Text.of("-D%s no sirve sin -Drelevo.delivery.", "-D%s is of no use without -Drelevo.delivery.", name),
                        Text.of("Añada -Drelevo.delivery=<carpeta>.", "Add -Drelevo.delivery=<folder>."));
            });
            return Optional.empty();
        }
        return Optional.of(new Delivery(given, flag(properties, "relevo.delivery.up", false), flag(properties, "relevo.delivery.sandbox", true),
                Optional.ofNullable(properties.getProperty("relevo.mapping")).map(Path::of)));
    }

    private static OptionalDouble slowness(String value) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!value.matches("\\d{1,3}(\\.\\d+)?") || Double.parseDouble(value) < 1) {
            throw bad("relevo.slowness", value, "1, 2, 3.5, …");
        }
        return OptionalDouble.of(Double.parseDouble(value));
    }

    /** Read by {@code relevo.load.Servers}, long after the cluster was started. */
    private static void servers(String value) {
        if (!value.matches("|[^,:\\s]+:\\d{1,5}(\\s*,\\s*[^,:\\s]+:\\d{1,5})*")) {
            throw bad("relevo.load.servers", value, "127.0.0.1:1101,127.0.0.1:1102, …");
        }
    }

    private static boolean flag(Properties properties, String name, boolean otherwise) {
        var value = properties.getProperty(name, String.valueOf(otherwise));
        return switch (value) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw bad(name, value, "true, false");
        };
    }

    private static OptionalInt port(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw bad(name, value, "1–65535");
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    private static CannotStart bad(String name, String value, String allowed) {
        return new CannotStart(Text.of("-D%s=%s no se entiende.", "-D%s=%s is not understood.", name, value),
                Text.of("Se admite: %s.", "It may be: %s.", allowed));
    }
}
