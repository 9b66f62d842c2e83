package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void haproxyOfDebian12And13() {
        assertThat(Versions.first(Versions.HAPROXY, "HAProxy version 2.6.12-1+deb12u4 2026/05/02 - https://haproxy.org/\nStatus: long-term supported branch\n"))
                .contains("2.6.12-1+deb12u4");
        assertThat(Versions.first(Versions.HAPROXY, "HA-Proxy version 1.8.8-1ubuntu0.13 2022/08/15\n")).as("of Ubuntu 18.04").contains("1.8.8-1ubuntu0.13");
    }

    @Test
    void apache() {
        assertThat(Versions.first(Versions.APACHE, "Server version: Apache/2.4.71 (Debian)\nServer built:   2026-08-01T10:00:00\n")).contains("2.4.71");
    }

    @Test
    void aProgramThatIsNotThereHasNone() {
        assertThat(Versions.first(Versions.APACHE, "")).isEmpty();
    }
}
