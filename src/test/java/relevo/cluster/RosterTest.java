package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;

class RosterTest {

    private final Roster roster = new Roster(List.of(
            new Instance("web1", "node1", Role.PRODUCTION, "10.57.0.11"), new Instance("web2", "node2", Role.PRODUCTION, "10.57.0.12")));

    @Test
    void theAddressDecidesWhereItIsShown() {
        assertThat(roster.instanceOf(new Statistics(List.of(row("farm", "web1", "10.57.0.12:80"), row("farm", "uno", "10.57.0.11:80")))))
                .isEqualTo(Map.of("farm/web1", "web2", "farm/uno", "web1"));
    }

    @Test
    void theNameDecidesWhereItIsNot() {
        assertThat(roster.instanceOf(new Statistics(List.of(row("farm", "web1", ""), row("farm", "uno", ""))))).isEqualTo(Map.of("farm/web1", "web1"));
    }

    @Test
    void whatWasProvedDecidesBeforeBoth() {
        roster.learn(List.of(new Server("farm", "uno", "balancer:5080", Role.PRODUCTION, Known.found(""), "web2", Known.found("its own page")),
                new Server("farm", "dos", "balancer:5085", Role.PRODUCTION, Known.found(""), "", Known.unknown("nobody told")),
                new Server("farm", "web1", "x:80", Role.BACKUP, Known.found(""), "web2", Known.found(""))));

        assertThat(roster.instanceOf(new Statistics(List.of(row("farm", "uno", ""), row("farm", "dos", ""), row("farm", "web1", "10.57.0.11:80")))))
                .isEqualTo(Map.of("farm/uno", "web2", "farm/web1", "web2"));
    }

    @Test
    void anAddressThatTwoHaveIsNobodys() {
        var twins = new Roster(List.of(new Instance("web@vm1", "vm1", Role.PRODUCTION, "10.10.10.5"),
                new Instance("web@vm2", "vm2", Role.BACKUP, "10.10.10.5")));

        assertThat(twins.instanceOf(new Statistics(List.of(row("farm", "web1", "10.10.10.5:80"))))).isEmpty();
    }

    @Test
    void aStrangerIsNobody() {
        assertThat(roster.instanceOf(new Statistics(List.of(row("farm", "web1", "192.0.2.7:80"))))).isEmpty();
    }

    private static ServerRow row(String proxy, String name, String address) {
        return new ServerRow(proxy, name, address, false, "UP", 0, OptionalLong.empty(), 0, 0, 0, 0, 0, 0, "");
    }
}
