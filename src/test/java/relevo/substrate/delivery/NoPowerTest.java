package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.verdict.CannotCheck;

class NoPowerTest {

    @Test
    @DisplayName("a permission is asked for only where it would help")
    void remedies() {
        assertThatThrownBy(() -> new NoPower("vm1", true).get()).isInstanceOf(CannotCheck.class).hasMessageContaining("vm1")
                .satisfies(refused -> assertThat(((CannotCheck) refused).remedy().en()).contains("power_off_machines: true"));
        assertThatThrownBy(() -> new NoPower("vm1", false).get()).isInstanceOf(CannotCheck.class).hasMessageContaining("vm1")
                .satisfies(refused -> assertThat(((CannotCheck) refused).remedy().en()).contains("Vagrantfile"));
    }
}
