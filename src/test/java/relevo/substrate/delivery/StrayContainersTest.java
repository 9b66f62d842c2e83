package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrayContainersTest {

    @Test
    void areKnownByTheCopyAlone() {
        assertThat(StrayContainers.questions(Path.of("/cache/delivery-7/delivery-7"), Path.of("/cache/delivery-7/delivery-7/part 1"))).containsExactly(
                List.of("docker", "ps", "--all", "--quiet", "--no-trunc", "--filter", "name=^delivery-7_"),
                List.of("docker", "ps", "--all", "--quiet", "--no-trunc", "--filter", "volume=/cache/delivery-7/delivery-7/part 1"));
    }
}
