package relevo.judge;

import java.util.List;
import java.util.stream.Collectors;
import relevo.observation.Doorway;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Judges G1.3: nobody reaches a web server around the balancer. */
public final class Doors {

    private Doors() {
    }

    /**
     * G1.3: whoever gets a web server's content from the host has asked the balancer for it.
     *
     * @param doors every address and port that the cluster offers the host
     * @return could not check when not even the balancer's own door led to a server
     */
    public static Verdict onlyThroughTheBalancer(List<Doorway> doors) {
        List<Doorway> around = doors.stream().filter(door -> !door.server().isEmpty() && !door.throughBalancer()).toList();
        List<Doorway> through = doors.stream().filter(door -> !door.server().isEmpty() && door.throughBalancer()).toList();
        Findings findings = new Findings();
        around.forEach(door -> findings.wrong(
                Text.of("En %s:%s respondió %s, y el balanceador no contó esa petición.", "At %s:%s %s answered, and the balancer did not count that request.",
                        door.address(), String.valueOf(door.port()), door.server()),
                Text.of("Quite el proxy device o la regla que publica %s (lxc config device show, iptables -t nat -S): solo el balanceador se publica.",
                        "Remove the proxy device or the rule that publishes %s (lxc config device show, iptables -t nat -S): only the balancer is published.",
                        door.server())));
        if (through.isEmpty()) {
            findings.doubt(Text.of("Por ninguna de %s puertas (%s) se llegó a un servidor web, tampoco por la del balanceador.",
                    "None of %s doors (%s) led to a web server, not even the balancer's.", doors.size(), names(doors)),
                    Text.of("Arregle primero G1.1.", "Repair G1.1 first."));
        }
        return findings.verdict(
                Text.of("Desde fuera solo se llega a un servidor web por el balanceador.", "From outside a web server is reached through the balancer alone."),
                () -> Text.of("De %s puertas que el clúster ofrece (%s), llevan a un servidor web %s, y todas por el balanceador.",
                        "Of %s doors that the cluster offers (%s), these lead to a web server, all through the balancer: %s.",
                        doors.size(), names(doors), names(through)));
    }

    private static String names(List<Doorway> doors) {
        return doors.stream().map(door -> door.address() + ":" + door.port()).collect(Collectors.joining(", "));
    }
}
