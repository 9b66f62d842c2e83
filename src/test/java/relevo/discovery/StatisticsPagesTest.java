package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.outside.Credentials;

class StatisticsPagesTest {

    private static StatisticsPages of(String text) {
        return StatisticsPages.of(HaproxyFile.sections("haproxy.cfg", text, Map.of("SECRET", "of-this-test")));
    }

    @Test
    @DisplayName("in the backend, with a path and a password of its own, as in most deliveries")
    void backend() {
        var pages = of("backend web\n stats enable\n stats uri /haproxy?stats\n stats auth admin:\"${SECRET}\"\n server a 10.0.0.1:80\n");

        assertThat(pages.paths()).containsExactly("/haproxy?stats");
        assertThat(pages.credentials()).containsExactly(new Credentials("admin", "of-this-test"));
    }

    @Test
    @DisplayName("inherited from the defaults, at HAProxy's own path; each once")
    void inherited() {
        assertThat(of("defaults\n stats enable\nfrontend a\n bind :80\nbackend b\n").paths()).containsExactly("/haproxy?stats");
        assertThat(of("defaults\n stats enable\nlisten a\n bind :80\n stats uri /s\nlisten b\n bind :81\n stats uri /t\n").paths())
                .containsExactly("/s", "/t");
    }

    @Test
    @DisplayName("the global section's socket is no page")
    void none() {
        assertThat(of("global\n stats socket /run/haproxy/admin.sock\nfrontend a\n bind :80\n")).isEqualTo(new StatisticsPages(
                java.util.List.of(), java.util.List.of()));
    }
}
