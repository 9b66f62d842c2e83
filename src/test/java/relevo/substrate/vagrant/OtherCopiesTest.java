package relevo.substrate.vagrant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCopiesTest {

    @TempDir
    private Path infra;

    @Test
    void aMachinesDescriptionNamesItsCopy() {
        assertThat(OtherCopies.infraOf("Source: /home/ana/entrega 3/infra/Vagrantfile\n")).contains(Path.of("/home/ana/entrega 3/infra"));
        assertThat(OtherCopies.infraOf("No description for domain: relevo-node1\n")).isEmpty();
    }

    @Test
    void onlyMachinesOfARunThatWasToDestroyThemAreLeftOver() {
        var claim = Claim.of(infra);
        assertThat(claim.isThere()).isFalse();
        assertThat(claim.isLeftOver()).isFalse();

        claim.write(true);
        assertThat(claim.isThere()).isTrue();
        assertThat(claim.isLeftOver()).isFalse();

        claim.write(false);
        assertThat(claim.isLeftOver()).isTrue();

        claim.remove();
        assertThat(claim.isThere()).isFalse();
    }
}
