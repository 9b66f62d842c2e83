package relevo.chance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlownessRuleTest {

    @Test
    @DisplayName("accepted are as many slow answers as leave p95 where it is")
    void allowed() {
        assertThat(SlownessRule.of(400).allowed()).isEqualTo(20);
        assertThat(SlownessRule.of(401).allowed()).isEqualTo(20);
        assertThat(SlownessRule.of(420).allowed()).isEqualTo(21);
    }

    @Test
    @DisplayName("few answers neither convict nor clear; the fewest that clear are the first of which none more is too few")
    void decides() {
        long needed = SlownessRule.needed();

        assertThat(needed).isEqualTo(226);
        assertThat(SlownessRule.of(needed).decides()).isTrue();
        assertThat(SlownessRule.of(needed - 1).decides()).isFalse();
        assertThat(SlownessRule.of(20).convicts()).isFalse();
        assertThat(SlownessRule.of(400).convicts()).isTrue();
    }
}
