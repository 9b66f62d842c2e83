package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import relevo.substrate.vagrant.Provider;
import relevo.verdict.CannotStart;

class ProviderChoiceTest {

    private static final Predicate<Provider> ALL = provider -> true;
    private static final String USUAL = "config.vm.box = \"bento/ubuntu-22.04\"\nconfig.vm.provider \"virtualbox\" do |v|\n";

    @Test
    void whatTheFileHasSettingsForAndIsHereComesFirst() {
        assertThat(ProviderChoice.of(Optional.empty(), USUAL, ALL)).isEqualTo(Provider.VIRTUALBOX);
        assertThat(ProviderChoice.of(Optional.empty(), "x.vm.provider :libvirt do |l|", ALL)).isEqualTo(Provider.LIBVIRT);
        assertThat(ProviderChoice.of(Optional.empty(), "x.vm.provider(\"docker\") do |d|\nx.vm.provider 'libvirt'", ALL)).isEqualTo(Provider.DOCKER);
        assertThat(ProviderChoice.of(Optional.empty(), "# x.vm.provider \"docker\"\n  # x.vm.provider 'libvirt'\n", ALL)).isEqualTo(Provider.VIRTUALBOX);
    }

    @Test
    void anotherProviderOfBoxesServesWhereThatOneIsNotHere() {
        assertThat(ProviderChoice.of(Optional.empty(), USUAL, List.of(Provider.LIBVIRT, Provider.DOCKER)::contains)).isEqualTo(Provider.LIBVIRT);
    }

    @Test
    void whatIsToldIsDone() {
        assertThat(ProviderChoice.of(Optional.of("libvirt"), USUAL, ALL)).isEqualTo(Provider.LIBVIRT);
        assertThatThrownBy(() -> ProviderChoice.of(Optional.of("vmware"), USUAL, ALL)).isInstanceOf(CannotStart.class).hasMessageContaining("vmware")
                .hasMessageContaining("libvirt, virtualbox, docker");
    }

    @Test
    void dockerTakesNoBoxes() {
        assertThatThrownBy(() -> ProviderChoice.of(Optional.empty(), USUAL, List.of(Provider.DOCKER)::contains)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("virtualbox");
    }
}
