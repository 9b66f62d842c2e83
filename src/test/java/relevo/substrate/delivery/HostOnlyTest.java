package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostOnlyTest {

    @ParameterizedTest
    @CsvSource({"192.168.100.1, 24, 192.168.100.5, true", "192.168.100.1, 24, 192.168.101.5, false", "172.42.42.1, 20, 172.42.47.9, true",
            "172.42.42.1, 20, 172.42.48.9, false", "10.0.0.1, 0, 8.8.8.8, true", "10.0.0.1, 32, 10.0.0.2, false", "10.0.0.1, 24, web1, false",
            "10.0.0.1, 24, fd00::1, false"})
    @DisplayName("an address is in a card's own network by its bits, whatever its digits look like")
    void network(String card, int bits, String address, boolean within) throws UnknownHostException {
        assertThat(HostOnly.within(InetAddress.getByName(card), bits, address)).isEqualTo(within);
    }

    @Test
    @DisplayName("neither this host's loopback nor an address behind a router is host-only")
    void elsewhere() {
        assertThat(HostOnly.is("127.0.0.1")).isFalse();
        assertThat(HostOnly.is("192.0.2.1")).isFalse();
        assertThat(HostOnly.of(List.of("eth0 192.0.2.1", "lxdbr0 192.0.2.9", "eth1 fd00::1"))).isEmpty();
    }
}
