package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Role;
import relevo.verdict.CannotCheck;

class LayoutTest {

    private static final Layout LAYOUT = new Layout(List.of("vm1"), List.of(new Instance("web1", "vm1", Role.PRODUCTION, ""),
            new Instance("backup1", "vm1", Role.BACKUP, ""), new Instance("backup2", "vm1", Role.BACKUP, "")));

    @Test
    @DisplayName("the last to fall is a backup that serves, or else whoever serves, or else a backup")
    void lastToFall() {
        assertThat(LAYOUT.lastToFall(one -> true).name()).isEqualTo("backup1");
        assertThat(LAYOUT.lastToFall(one -> !one.name().equals("backup1")).name()).isEqualTo("backup2");
        assertThat(LAYOUT.lastToFall(one -> one.role() == Role.PRODUCTION).name()).isEqualTo("web1");
        assertThat(LAYOUT.lastToFall(one -> false).name()).isEqualTo("backup1");
        assertThatThrownBy(() -> new Layout(List.of("vm1"), List.of()).lastToFall(one -> true)).isInstanceOf(CannotCheck.class);
    }
}
