package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Listener;
import relevo.observation.Role;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.verdict.Verdict;

class SoftwareTest {

    private static final Set<String> HAPROXIES = Set.of();

    static List<Listener> good() {
        List<Listener> listeners = new ArrayList<>(List.of(
                new Listener("haproxy", "haproxy", "0.0.0.0", 80), new Listener("haproxy", "haproxy", "0.0.0.0", 8404),
                new Listener("haproxy", "systemd-resolve", "127.0.0.53", 53)));
        for (String web : List.of("web1", "web2", "backup1", "backup2")) {
            listeners.add(new Listener(web, "apache2", "*", 80));
            listeners.add(new Listener(web, "sshd", "0.0.0.0", 22));
        }
        return listeners;
    }

    private static Verdict with(Listener... more) {
        List<Listener> listeners = good();
        listeners.addAll(List.of(more));
        return Software.onlyWhatBelongs(listeners, HAPROXIES, Scene.ROLES.keySet(), Scene.ROLES);
    }

    private static Verdict without(String instance, String program, Listener... more) {
        List<Listener> listeners = good();
        listeners.removeIf(l -> l.instance().equals(instance) && l.program().equals(program));
        listeners.addAll(List.of(more));
        return Software.onlyWhatBelongs(listeners, HAPROXIES, Scene.ROLES.keySet(), Scene.ROLES);
    }

    @Test
    void apacheAndHaproxyAloneAreRight() {
        Expect.met(with(), "Apache", "HAProxy", "haproxy", "4");
    }

    @Test
    void anApacheLeftInTheBalancerIsFound() {
        Verdict verdict = with(new Listener("haproxy", "apache2", "0.0.0.0", 8080));

        Expect.notMet(verdict, "haproxy", "apache2", "8080");
        Expect.remedy(verdict, "lxc exec haproxy -- apt-get purge apache2");
    }

    @Test
    void aBalancerWithoutHaproxyIsFound() {
        Expect.notMet(without("haproxy", "haproxy"), "haproxy", "HAProxy");
    }

    @ParameterizedTest
    @CsvSource({"nginx", "python3", "lighttpd", "haproxy", "node", "mysqld"})
    void anotherServerBesideApacheIsFound(String program) {
        Expect.notMet(with(new Listener("web2", program, "0.0.0.0", 8080)), "web2", program, "8080");
    }

    @Test
    void aWebServerThatIsNotApacheIsFound() {
        Expect.notMet(without("web1", "apache2", new Listener("web1", "nginx", "0.0.0.0", 80)), "web1", "Apache", "nginx");
    }

    @Test
    void onLoopbackAMailServerIsAllowedAndAWebServerIsNot() {
        Expect.met(with(new Listener("web1", "master", "127.0.0.1", 25), new Listener("web1", "exim4", "[::1]", 25)));
        Expect.notMet(with(new Listener("haproxy", "apache2", "127.0.0.1", 8081)), "haproxy", "8081");
        Expect.notMet(with(new Listener("web1", "python3", "127.0.0.1", 9000)), "python3");
    }

    @Test
    void infrastructureIsAllowedEverywhere() {
        Expect.met(with(new Listener("web1", "systemd-networkd", "0.0.0.0", 68), new Listener("haproxy", "sshd", "::", 22),
                new Listener("web2", "systemd", "*", 111)));
    }

    @Test
    void anUnknownProgramOrAnUnseenInstanceDecidesNothing() {
        Expect.couldNotCheck(with(new Listener("web1", "", "0.0.0.0", 9090)), "web1", "9090");
        List<Listener> listeners = good();
        listeners.removeIf(l -> l.instance().equals("backup2"));
        Expect.couldNotCheck(Software.onlyWhatBelongs(listeners, HAPROXIES, Scene.ROLES.keySet(), Scene.ROLES), "backup2");
        Expect.couldNotCheck(with(new Listener("other", "apache2", "*", 80)), "other");
        Expect.couldNotCheck(Software.onlyWhatBelongs(List.of(), HAPROXIES, Scene.ROLES.keySet(), Map.of()));
        Expect.couldNotCheck(Software.onlyWhatBelongs(good(), HAPROXIES, Scene.ROLES.keySet(), Map.of("web1", Role.PRODUCTION)));
    }

    @Test
    void whatWasSeenWrongOutweighsWhatIsUnknown() {
        Expect.notMet(with(new Listener("web1", "", "0.0.0.0", 9090), new Listener("web2", "nginx", "0.0.0.0", 81)), "nginx");
    }

    @Test
    void aBalancerThatIsNoContainerIsToldByItsOwnRow() {
        var roles = new TreeMap<>(Scene.ROLES);
        roles.remove("haproxy");
        roles.put("vm1 (VM)", Role.BALANCER);
        var apaches = good().stream().filter(listener -> !listener.instance().equals("haproxy")).toList();

        assertThat(Software.onlyWhatBelongs(apaches, Set.of("vm1 (VM)"), Scene.ROLES.keySet(), roles).waitsFor()).isEqualTo("G6");
        Expect.met(Software.onlyWhatBelongs(good(), Set.of("haproxy"), Scene.ROLES.keySet(), Scene.ROLES));
    }

    @Test
    void anotherServerInTheBalancerIsFound() {
        Expect.notMet(with(new Listener("haproxy", "nginx", "0.0.0.0", 8081)), "haproxy", "nginx");
        Expect.couldNotCheck(Software.onlyWhatBelongs(good(), HAPROXIES, Scene.ROLES.keySet(), Map.of("haproxy", Role.BALANCER, "web1", Role.BACKUP)));
    }

    @Test
    void theBalancerAloneIsNamedAsTheBalancer() {
        assertThat(with().seen().en()).endsWith("no web server in haproxy.");
    }
}
