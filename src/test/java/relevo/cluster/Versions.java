package relevo.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import relevo.lxd.Lxd;
import relevo.verdict.CannotCheck;

/** What programs say of their version. One that cannot be asked is left out: a report without it is better than no run. */
final class Versions {

    static final Pattern HAPROXY = Pattern.compile("version (\\S+)");
    static final Pattern APACHE = Pattern.compile("Apache/(\\S+)");

    private final Map<String, String> found = new TreeMap<>();

    /** What manages the instances, under its own name: {@code lxd} or {@code incus}. */
    Versions manager(Lxd lxd) {
        try {
            var server = lxd.server();
            found.put(server.path("server").asText("lxd"), server.path("server_version").asText());
        } catch (CannotCheck silent) {
            // Left out.
        }
        return this;
    }

    Versions haproxy(Machines machines, Instance balancer) {
        return of("haproxy", HAPROXY, machines, balancer, "haproxy", "-v");
    }

    Versions apache(Machines machines, Instance server) {
        return of("apache", APACHE, machines, server, "apache2", "-v");
    }

    private Versions of(String name, Pattern version, Machines machines, Instance instance, String... command) {
        try {
            first(version, machines.run(instance, command).out()).ifPresent(seen -> found.put(name, seen));
        } catch (CannotCheck unreachable) {
            // Left out.
        }
        return this;
    }

    static Optional<String> first(Pattern version, String said) {
        var match = version.matcher(said);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** By program, sorted. */
    Map<String, String> found() {
        return found;
    }
}
