package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.TwoMachines.BACKUP1;
import static relevo.testing.TwoMachines.WEB1;
import static relevo.testing.TwoMachines.WEB2;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.cluster.Console;
import relevo.live.Figures.Server;
import relevo.live.page.LivePicture;
import relevo.live.page.LivePicture.BalancerBox;
import relevo.live.page.LivePicture.Glance;
import relevo.live.page.LivePicture.MachineBox;
import relevo.live.page.LivePicture.ServerBox;
import relevo.testing.TwoMachines;

class DrawingTest {

    private static final Server UP = new Server("UP", true, 2.5, 3, OptionalLong.of(10), 1);
    private static final Server DOWN = new Server("DOWN", false, 0, 0, OptionalLong.empty(), 0);

    @TempDir
    private Path folder;

    private Console console;
    private Drawing drawing;

    @BeforeEach
    void begin() {
        var cluster = new TwoMachines(folder.resolve("journal")).cluster();
        console = cluster.console();
        drawing = new Drawing(Cast.of(cluster), console);
    }

    private LivePicture picture(Map<String, Server> servers, String... serving) {
        return drawing.of(Optional.of(new Figures(servers, 6)), Set.of(serving)::contains, false);
    }

    private static ServerBox box(LivePicture picture, String name) {
        return picture.machines().stream().flatMap(machine -> machine.servers().stream()).filter(server -> server.name().equals(name)).findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("each machine shows the web servers that it carries, and the balancer stands apart with what all of them serve")
    void whole() {
        var picture = picture(Map.of("web1", UP, "web2", UP), "web1");

        assertThat(picture.balancer()).isEqualTo(new BalancerBox("haproxy", "node1", true, 5, 6, TwoMachines.DOOR.toString()));
        assertThat(picture.machines()).extracting(MachineBox::name).containsExactly("node1", "node2");
        assertThat(picture.machines()).allMatch(MachineBox::on);
        assertThat(picture.machines().get(0).servers()).containsExactly(new ServerBox("web1", false, Glance.SERVING, "UP", 2.5, 3, OptionalLong.of(10), 1));
        assertThat(picture.machines().get(1).servers()).containsExactly(new ServerBox("web2", false, Glance.IDLE, "UP", 2.5, 3, OptionalLong.of(10), 1),
                new ServerBox("backup1", true, Glance.UNKNOWN, "", 0, 0, OptionalLong.empty(), 0));
    }

    @Test
    @DisplayName("as long as the statistics cannot be read, nothing is known of anybody")
    void unread() {
        var picture = drawing.of(Optional.empty(), name -> true, false);

        assertThat(picture.balancer().runs()).isFalse();
        assertThat(picture.balancer().perSecond()).isZero();
        assertThat(picture.machines()).flatExtracting(MachineBox::servers).extracting(ServerBox::glance).containsOnly(Glance.UNKNOWN);
    }

    @Test
    @DisplayName("one that HAProxy takes for down is down, even when it served a moment ago")
    void down() {
        assertThat(box(picture(Map.of("web1", DOWN), "web1"), "web1").glance()).isEqualTo(Glance.DOWN);
        assertThat(box(picture(Map.of("web1", DOWN), "web1"), "web1").status()).isEqualTo("DOWN");
    }

    @Test
    @DisplayName("what was done by hand is shown at once, before HAProxy has noticed")
    void byHand() {
        console.stop(WEB1);
        console.freeze(WEB2);
        console.kill(BACKUP1);
        var everybody = Map.of("web1", UP, "web2", UP, "backup1", UP);
        var picture = picture(everybody, "web1", "web2", "backup1");
        assertThat(box(picture, "web1").glance()).isEqualTo(Glance.OFF);
        assertThat(box(picture, "web2").glance()).isEqualTo(Glance.FROZEN);
        assertThat(box(picture, "backup1").glance()).isEqualTo(Glance.OFF);

        console.start(WEB1);
        console.start(WEB2);
        var later = picture(everybody, "web1");
        assertThat(box(later, "web1").glance()).isEqualTo(Glance.SERVING);
        assertThat(box(later, "web2").glance()).isEqualTo(Glance.IDLE);
    }

    @Test
    @DisplayName("a machine without power is off, with all that it carries")
    void cut() {
        console.cutPower("node2");
        var picture = picture(Map.of("web1", UP, "web2", UP, "backup1", UP), "web1", "web2");
        assertThat(picture.machines()).extracting(MachineBox::on).containsExactly(true, false);
        assertThat(picture.machines().get(1).servers()).extracting(ServerBox::glance).containsOnly(Glance.OFF);
        assertThat(box(picture, "web1").glance()).isEqualTo(Glance.SERVING);

        console.giveBack("node2");
        assertThat(picture(Map.of("web2", UP)).machines()).allMatch(MachineBox::on);
    }

    @Test
    @DisplayName("while a fault is hidden, nobody sees what was done by hand: HAProxy's word is all there is")
    void secret() {
        console.stop(drawing.cast().webServer("web1").orElseThrow());
        console.cutPower("node2");

        var told = drawing.of(Optional.of(new Figures(Map.of("web1", DOWN, "web2", UP), 0)), name -> false, false);
        var secret = drawing.of(Optional.of(new Figures(Map.of("web1", DOWN, "web2", UP), 0)), name -> false, true);

        assertThat(box(told, "web1").glance()).isEqualTo(Glance.OFF);
        assertThat(box(secret, "web1").glance()).isEqualTo(Glance.DOWN);
        assertThat(box(told, "web2").glance()).isEqualTo(Glance.OFF);
        assertThat(box(secret, "web2").glance()).isEqualTo(Glance.IDLE);
        assertThat(told.machines().get(1).on()).isFalse();
        assertThat(secret.machines()).allMatch(MachineBox::on);
    }
}
