package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Balancer;
import relevo.observation.ConfiguredLoad;
import relevo.observation.Inventory;
import relevo.observation.LoadRule;
import relevo.observation.LoadUnit;
import relevo.observation.Place;

/** Rules as teams write them, in our words. */
class LoadRulesTest {

    private static final String FARMS = """
            backend main
                server web1 10.0.0.1:80 check
                server web2 10.0.0.2:80 check
            backend more
                server web3 10.0.0.3:80 check
                server web4 10.0.0.4:80 check
            """;

    @ParameterizedTest
    @DisplayName("what is counted, how it is compared, in which unit, and whether production goes on serving")
    @CsvSource(delimiter = '|', value = {
        "if { fe_conn gt 10 }                                   | fe_conn | gt | 10 | CONNECTIONS | true",
        "if { fe_sess_rate ge 100 }                             | fe_sess_rate | ge | 100 | SESSIONS_PER_SECOND | true",
        "if { fe_req_rate gt 2 }                                | fe_req_rate | gt | 2 | REQUESTS_PER_SECOND | true",
        "if { fe_req_rate(http) gt 2 }                          | fe_req_rate(http) | gt | 2 | REQUESTS_PER_SECOND | true",
        "if { srv_sess_rate(main/web1) gt 50 }                  | srv_sess_rate(main/web1) | gt | 50 | SESSIONS_PER_SECOND | false",
        "if { be_conn(main) ge 40 }                             | be_conn(main) | ge | 40 | CONNECTIONS | false",
        "if { be_conn_free(main) lt 1 }                         | be_conn_free(main) | lt | 1 | FREE_PLACES | false",
        "if { connslots(main) lt 1 }                            | connslots(main) | lt | 1 | FREE_PLACES | false",
        "if { avg_queue(main) gt 5 }                            | avg_queue(main) | gt | 5 | QUEUED | false",
        "if { nbsrv(main) lt 1 }                                | nbsrv(main) | lt | 1 | SERVERS | false",
        "unless { be_conn_free(main) gt 0 }                     | be_conn_free(main) | le | 0 | FREE_PLACES | false",
        "if !{ fe_conn lt 10 }                                  | fe_conn | ge | 10 | CONNECTIONS | true",
        "if ! { fe_conn le 10 }                                 | fe_conn | gt | 10 | CONNECTIONS | true",
        "if { fe_conn -m int gt 10 }                            | fe_conn | gt | 10 | CONNECTIONS | true",
        "if { fe_conn 11: }                                     | fe_conn | ge | 11 | CONNECTIONS | true",
        "if { nbsrv(main) 0 }                                   | nbsrv(main) | eq | 0 | SERVERS | false",
        "if { fe_conn gt 10 } { path_beg /app }                 | fe_conn | gt | 10 | CONNECTIONS | false",
        "if { src_conn_cur gt 5 }                               | src_conn_cur | gt | 5 | CONNECTIONS | true",
    })
    void inline(String condition, String fetch, String operator, double threshold, LoadUnit unit, boolean replaces) {
        assertThat(load(frontend("use_backend more " + condition)).rules())
                .containsExactly(new LoadRule(fetch, operator, threshold, unit, "more", replaces, "haproxy.cfg:3"));
    }

    @Test
    @DisplayName("a name stands for each line that gives it; several tests of one condition are several rules")
    void named() {
        var rules = load(frontend("acl busy fe_sess_rate ge 100\n    acl busy be_conn(main) ge 40\n    acl down nbsrv(main) lt 1\n"
                + "    acl app path_beg /app\n    use_backend more if busy || down app")).rules();

        assertThat(rules).extracting(LoadRule::text).containsExactly("fe_sess_rate ge 100 (haproxy.cfg:3)", "be_conn(main) ge 40 (haproxy.cfg:4)",
                "nbsrv(main) lt 1 (haproxy.cfg:5)");
        assertThat(rules).extracting(LoadRule::replaces).containsExactly(true, false, false);
    }

    @Test
    @DisplayName("connections, or nobody left")
    void either() {
        assertThat(load(frontend("use_backend more if { be_conn(main) ge 40 } or { nbsrv(main) lt 1 }")).rules()).extracting(LoadRule::text)
                .containsExactly("be_conn(main) ge 40 (haproxy.cfg:3)", "nbsrv(main) lt 1 (haproxy.cfg:3)");
    }

    @ParameterizedTest
    @DisplayName("what is no load, is computed from it, or compares with nothing, is no rule")
    @CsvSource(delimiter = '|', value = {
        "if { path_beg /fe_conn }", "if busy", "if { fe_conn,mul(2) gt 10 }", "if { fe_conn -m found }", "if { }", "unless", "if {",
    })
    void none(String condition) {
        assertThat(load(frontend("use_backend more " + condition)).rules()).isEmpty();
    }

    @Test
    @DisplayName("a table counts over its own period")
    void table() {
        var rules = load(frontend("stick-table type ip size 1k expire 1m store gpc0,http_req_rate(20s)\n    http-request track-sc0 src\n"
                + "    use_backend more if { sc_http_req_rate(0) gt 400 } { rand(2) eq 0 }\n    use_backend more if { sc1_conn_rate(elsewhere) gt 30 }")
                + "backend elsewhere\n    stick-table type ip size 1k store conn_rate(500ms)\n").rules();

        assertThat(rules).extracting(LoadRule::threshold).containsExactly(20.0, 60.0);
        assertThat(rules).extracting(LoadRule::unit).containsExactly(LoadUnit.REQUESTS_PER_SECOND, LoadUnit.SESSIONS_PER_SECOND);
        assertThat(rules).extracting(LoadRule::replaces).containsExactly(false, true);
    }

    @Test
    @DisplayName("within one farm a rule leads to a server")
    void oneServer() {
        assertThat(load("""
                frontend http
                    bind :80
                    default_backend main
                backend main
                    use-server web3 if { be_conn(main) gt 20 }
                    server web1 10.0.0.1:80
                    server web3 10.0.0.3:80 backup
                """).rules()).extracting(LoadRule::farm, LoadRule::replaces).containsExactly(tuple("main/web3", false));
    }

    @Test
    @DisplayName("a server's places are its own, its section's default, or that of the defaults; 0 is none")
    void places() {
        var text = """
                defaults
                    default-server maxconn 7
                frontend http
                    bind :80
                    default_backend main
                backend main
                    server web0 10.0.0.9:80
                    default-server maxconn 10 check
                    server web1 10.0.0.1:80 maxconn 3
                    server web2 10.0.0.2:80 no-check
                    server web3 10.0.0.3:80 maxconn 0
                    server web4 10.0.0.4:80 backup maxconn 5
                """;

        assertThat(load(text).production()).containsExactly(new Place("main/web0", OptionalLong.of(7), "haproxy.cfg:2", false),
                new Place("main/web1", OptionalLong.of(3), "haproxy.cfg:9", true), new Place("main/web2", OptionalLong.of(10), "haproxy.cfg:8", false),
                new Place("main/web3", OptionalLong.empty(), "haproxy.cfg:11", true));
        assertThat(load(frontend("log global")).production()).containsExactly(new Place("main/web1", OptionalLong.empty(), "haproxy.cfg:6", true),
                new Place("main/web2", OptionalLong.empty(), "haproxy.cfg:7", true));
    }

    @Test
    @DisplayName("the lowest maxconn on the way to production, and its time-outs; a page of statistics has its own")
    void limits() {
        var load = load("""
                global
                    maxconn 256
                defaults
                    maxconn 300
                    timeout connect 5000
                    timeout server 50s
                    retries 5
                frontend http
                    bind :80
                    default_backend main
                frontend small
                    bind :81
                    maxconn 200
                    use_backend main if { path /a }
                listen statistics
                    bind :8404
                    maxconn 10
                """ + FARMS);

        assertThat(load.admitted()).hasValue(200);
        assertThat(load.admittedBy()).isEqualTo("maxconn 200 (haproxy.cfg:13)");
        assertThat(load.serverMs()).isEqualTo(OptionalDouble.of(50_000));
        assertThat(load.queueMs()).isEqualTo(OptionalDouble.of(5_000));
        assertThat(load.retries()).isEqualTo(5);
        assertThat(load(frontend("log global")).retries()).isEqualTo(3);
        assertThat(load(frontend("log global")).admitted()).isEmpty();
        assertThat(load(frontend("log global")).serverMs()).isEmpty();
    }

    @Test
    @DisplayName("light is less than half of every threshold; one after another, connections do not matter")
    void light() {
        var load = load(frontend("use_backend more if { fe_conn gt 10 } or { be_conn_free(main) lt 1 } or { fe_sess_rate ge 60 }"));

        assertThat(load.lightPerSecond(80, false)).isCloseTo(20, within(1e-9));
        assertThat(load.lightPerSecond(80, true)).isCloseTo(30, within(1e-9));
        assertThat(load.lightPerSecond(5, false)).isEqualTo(5);
        assertThat(load.narrowest(true).orElseThrow().fetch()).isEqualTo("fe_sess_rate");
        assertThat(load(frontend("use_backend more if { fe_req_rate gt 2 }")).lightPerSecond(80, true)).isEqualTo(1);
        assertThat(load(frontend("use_backend more if { fe_req_rate gt 0 }")).lightPerSecond(80, true)).isEqualTo(0.5);
        assertThat(load(frontend("use_backend more if { be_conn_free(main) lt 1 }")).narrowest(false)).isEmpty();
    }

    @Test
    @DisplayName("the reference's own; nothing is known where no balancer was found")
    void reference() throws IOException {
        var load = load(Files.readString(Path.of("infra/haproxy.cfg")));

        assertThat(load.rules()).extracting(LoadRule::fetch, LoadRule::farm).containsExactly(
                tuple("be_conn_free(production)", "overflow"));
        assertThat(load.production()).extracting(Place::maxconn).containsExactly(OptionalLong.of(10), OptionalLong.of(10));
        assertThat(load.admitted()).hasValue(2_000);
        assertThat(load.serverMs()).isEqualTo(OptionalDouble.of(3_000));
        assertThat(load.lightPerSecond(80, false)).isEqualTo(80);
        assertThat(LoadRules.of(Inventory.NOTHING)).isEqualTo(ConfiguredLoad.UNKNOWN);
    }

    @Test
    @DisplayName("of several balancers, the one that production stands behind")
    void severalBalancers() {
        var stock = HaproxyFile.sections("stock.cfg", "global\n    maxconn 9\ndefaults\n    mode http\n", Map.of());
        var own = HaproxyFile.sections("haproxy.cfg", frontend("use_backend more if { fe_conn gt 10 }"), Map.of());
        var balancers = List.of(new Balancer("vm1", "", 1, List.of(), List.of(), List.of(), stock),
                new Balancer("vm2", "lb", 2, List.of(), List.of(), List.of(), own));

        assertThat(LoadRules.of(new Inventory(List.of(), List.of(), balancers, new ServerRoles(own).servers(), List.of(), Map.of())).rules()).hasSize(1);
    }

    private static String frontend(String line) {
        return "frontend http\n    bind :80\n    " + line + "\n    default_backend main\n" + FARMS;
    }

    private static ConfiguredLoad load(String text) {
        var sections = HaproxyFile.sections("haproxy.cfg", text, Map.of());
        return LoadRules.of(sections, new ServerRoles(sections).servers());
    }
}
