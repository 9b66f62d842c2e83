package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.machine.Output;
import relevo.observation.Balancer;
import relevo.observation.ConfigurationFile;
import relevo.observation.Inventory;
import relevo.testing.RecordedNode;

class ConfigurationsTest {

    private static final String MAIN = "/etc/haproxy/haproxy.cfg";
    private static final int MORE = ConfigurationFile.LARGEST + 1;

    private static List<ConfigurationFile> read(RecordedNode node, Balancer... balancers) {
        return new Configurations(new Machines(List.of(node), List.of(), ""))
                .of(new Inventory(List.of(), List.of(), List.of(balancers), List.of(), List.of(), Map.of()));
    }

    private static Output said(String text) {
        return new Output(0, text, "");
    }

    @Test
    @DisplayName("each file is read where its balancer sees it; one that cannot be read is left out")
    void read() {
        var node = new RecordedNode("vm1").answers(said("global\n"), "head -c " + MORE + " /proc/7/root" + MAIN)
                .answers(said("x".repeat(MORE)), "head -c " + MORE + " /proc/7/root/etc/haproxy/conf.d/a.cfg")
                .answers(said("defaults\n"), "head -c " + MORE + " /srv/x.cfg");

        assertThat(read(node, new Balancer("vm1", "lb", 7, List.of(MAIN, "/etc/haproxy/conf.d/a.cfg", "/none.cfg"), List.of(MAIN), List.of(), List.of()),
                new Balancer("vm1", "", 0, List.of("/srv/x.cfg"), List.of(), List.of(), List.of()),
                new Balancer("vm9", "", 5, List.of(MAIN), List.of(), List.of(), List.of()))).containsExactly(
                        new ConfigurationFile("vm1", "lb", MAIN, "global\n", true, true),
                        new ConfigurationFile("vm1", "lb", "/etc/haproxy/conf.d/a.cfg", "x".repeat(ConfigurationFile.LARGEST), false, false),
                        new ConfigurationFile("vm1", "", "/srv/x.cfg", "defaults\n", true, false));
    }
}
