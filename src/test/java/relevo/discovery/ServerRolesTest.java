package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Role;
import relevo.observation.Server;

/** Configurations as teams write them, in our words. */
class ServerRolesTest {

    @Test
    @DisplayName("one farm with the word backup: most teams' design")
    void oneFarm() {
        assertThat(farms("""
                frontend http
                    bind *:80
                    default_backend web-backend
                backend web-backend
                    balance roundrobin
                    stats enable
                    option allbackups
                    server web1 192.168.100.3:5080 check
                    server web2 192.168.100.4:5080 check
                    server web3 192.168.100.3:5085 check backup
                    server web4 192.168.100.4:5085 check backup
                """).servers()).extracting(Server::label, Server::role).containsExactly(tuple("web-backend/web1", Role.PRODUCTION),
                tuple("web-backend/web2", Role.PRODUCTION), tuple("web-backend/web3", Role.BACKUP), tuple("web-backend/web4", Role.BACKUP));
    }

    @Test
    @DisplayName("a second farm by rule, without the word; production that stands in both is production")
    void secondFarm() {
        assertThat(farms("""
                defaults
                    default_backend main
                frontend http
                    bind *:80
                    acl busy fe_sess_rate ge 100
                    use_backend more if busy
                backend main
                    server a 10.0.0.1:80
                    server b 10.0.0.2:80
                backend more
                    server a again:80
                    server a2 10.0.0.1:80
                    server c 10.0.0.3:80
                backend forgotten
                    server d 10.0.0.4:80
                """).servers()).extracting(Server::label, Server::role, server -> server.reason().by()).containsExactly(
                tuple("main/a", Role.PRODUCTION, "active in main, where an ordinary request goes"),
                tuple("main/b", Role.PRODUCTION, "active in main, where an ordinary request goes"),
                tuple("more/a", Role.BACKUP, "in more, where only a rule leads"),
                tuple("more/a2", Role.PRODUCTION, "the same address is active in main"), tuple("more/c", Role.BACKUP, "in more, where only a rule leads"));
    }

    @Test
    @DisplayName("a farm that nothing leads to is named and ignored; a name made up for each request may be any")
    void unreachable() {
        var text = """
                frontend http
                    bind :80
                    %s
                backend main
                    server a 10.0.0.1:80
                """;

        assertThat(farms(text.formatted("log global")).servers()).isEmpty();
        assertThat(farms(text.formatted("log global")).unreachable()).containsExactly("main");
        assertThat(farms(text.formatted("use_backend %[hdr(host)]")).unreachable()).isEmpty();
    }

    @Test
    @DisplayName("a listen section is frontend and farm in one")
    void listen() {
        assertThat(farms("""
                listen web
                    bind :80
                    server a 10.0.0.1:80 check
                    server b 10.0.0.2:80 check backup
                """).servers()).extracting(Server::role).containsExactly(Role.PRODUCTION, Role.BACKUP);
    }

    @Test
    @DisplayName("the stock configuration has no servers")
    void stock() {
        assertThat(farms("global\n    daemon\ndefaults\n    mode http\n").servers()).isEmpty();
    }

    @Test
    @DisplayName("the reference's own")
    void reference() throws IOException {
        assertThat(farms(Files.readString(Path.of("infra/haproxy.cfg"))).servers()).extracting(Server::label, Server::role).containsExactly(
                tuple("production/web1", Role.PRODUCTION), tuple("production/web2", Role.PRODUCTION), tuple("production/backup1", Role.BACKUP),
                tuple("production/backup2", Role.BACKUP), tuple("overflow/backup1", Role.BACKUP), tuple("overflow/backup2", Role.BACKUP));
    }

    private static ServerRoles farms(String text) {
        return new ServerRoles(HaproxyFile.sections("haproxy.cfg", text, Map.of()));
    }
}
