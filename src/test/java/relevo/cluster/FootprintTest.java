package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.cluster.Footprint.Part;
import relevo.cluster.Footprint.Steps;

class FootprintTest {

    private final Footprint footprint = new Footprint();

    @Test
    @DisplayName("what was looked at is told once, each part of it once, whoever looked")
    void taken() {
        footprint.touch(Part.TRAFFIC);
        footprint.touch(Part.TRAFFIC);
        CompletableFuture.runAsync(() -> footprint.touch(Part.MANAGER)).join();

        var steps = footprint.take();
        footprint.touch(Part.APOLOGY);

        assertThat(steps).isEqualTo(new Steps(Set.of(Part.TRAFFIC, Part.MANAGER), 0));
        assertThat(footprint.take().parts()).containsExactly(Part.APOLOGY);
        assertThat(footprint.take()).isEqualTo(new Steps(Set.of(), 0));
    }

    @Test
    @DisplayName("what was looked at before adds its parts and the seconds that it spares")
    void followed() {
        footprint.touch(Part.TRAFFIC);
        footprint.follow(new Steps(Set.of(Part.STATISTICS), 2));
        footprint.follow(new Steps(Set.of(Part.STATISTICS), 3));

        assertThat(footprint.take()).isEqualTo(new Steps(Set.of(Part.TRAFFIC, Part.STATISTICS), 5));
    }

    @Test
    @DisplayName("what was looked at in between is told apart and belongs to the whole as well")
    void inBetween() {
        footprint.touch(Part.TRAFFIC);
        var outer = footprint.begin();
        footprint.touch(Part.MANAGER);
        footprint.follow(new Steps(Set.of(), 4));

        assertThat(footprint.end(outer)).isEqualTo(new Steps(Set.of(Part.MANAGER), 4));
        footprint.touch(Part.PROGRAMS);
        assertThat(footprint.take()).isEqualTo(new Steps(Set.of(Part.TRAFFIC, Part.MANAGER, Part.PROGRAMS), 4));
    }
}
