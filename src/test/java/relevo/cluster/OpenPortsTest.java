package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenPortsTest {

    @Test
    void whatListensBeyondLoopbackEachPortOnce() {
        assertThat(OpenPorts.parse("""
                LISTEN 0      128          0.0.0.0:8404       0.0.0.0:*
                LISTEN 0      128          0.0.0.0:80         0.0.0.0:*
                LISTEN 0      4096      10.88.57.11:8443      0.0.0.0:*
                LISTEN 0      4096    127.0.0.53%lo:53        0.0.0.0:*
                LISTEN 0      128             [::1]:631          [::]:*
                LISTEN 0      128                 *:80              *:*
                """)).containsExactly(80, 8404, 8443);
    }
}
