package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class PublishedPortsTest {

    @Test
    void onlyPortsThatLeadHereFromTheLoopbackInterfaceAreRead() {
        assertThat(PublishedPorts.read("""
                22/tcp -> 0.0.0.0:2222
                22/tcp -> [::]:2222
                80/tcp -> 127.0.0.1:8090
                443/tcp -> [::1]:8443
                8080/tcp -> 192.168.1.4:8080
                53/udp -> 127.0.0.1:53
                nonsense
                """)).containsExactly(entry(22, 2222), entry(80, 8090), entry(443, 8443));
        assertThat(PublishedPorts.read("")).isEmpty();
    }
}
