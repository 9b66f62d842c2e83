package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.TwoMachines.BACKUP1;
import static relevo.testing.TwoMachines.HAPROXY;
import static relevo.testing.TwoMachines.WEB1;
import static relevo.testing.TwoMachines.WEB2;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.testing.TwoMachines;

class CastTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("who takes part, by machine and by role, in the order in which they are told")
    void parts() {
        var cast = Cast.of(new TwoMachines(folder.resolve("journal")).cluster());

        assertThat(cast.web()).isEqualTo(TwoMachines.DOOR);
        assertThat(cast.machines()).containsExactly(new Cast.Machine("node1", List.of(HAPROXY, WEB1)), new Cast.Machine("node2", List.of(WEB2, BACKUP1)));
        assertThat(cast.balancer()).contains(HAPROXY);
        assertThat(cast.webServers()).containsExactly(WEB1, WEB2, BACKUP1);
        assertThat(cast.production()).containsExactly(WEB1, WEB2);
    }

    @Test
    @DisplayName("a web server is found by its name; the balancer is none, and a stranger is nobody")
    void byName() {
        var cast = Cast.of(new TwoMachines(folder.resolve("journal")).cluster());

        assertThat(cast.webServer("backup1")).contains(BACKUP1);
        assertThat(cast.webServer("haproxy")).as("it is not to be stopped from the page").isEmpty();
        assertThat(cast.webServer("web9")).isEmpty();
        assertThat(cast.webServer("")).isEmpty();
        assertThat(cast.hasMachine("node2")).isTrue();
        assertThat(cast.hasMachine("web1")).isFalse();
    }

    @Test
    @DisplayName("nobody takes part where there is nobody")
    void nobody() {
        var cast = new Cast(TwoMachines.DOOR, List.of());

        assertThat(cast.balancer()).isEmpty();
        assertThat(cast.webServers()).isEmpty();
        assertThat(cast.production()).isEmpty();
    }
}
