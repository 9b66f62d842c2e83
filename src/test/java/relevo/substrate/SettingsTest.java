package relevo.substrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.verdict.CannotStart;

class SettingsTest {

    @Test
    void nothingSaidMeansAFreshClusterThatIsTakenDown() {
        var settings = Settings.from(new Properties());

        assertThat(settings.substrate()).isEqualTo("auto");
        assertThat(settings.keep()).isFalse();
        assertThat(settings.provision()).isTrue();
        assertThat(settings.http()).isEmpty();
        assertThat(settings.slowness()).as("measured").isEmpty();
        assertThat(settings.infra()).isAbsolute().hasFileName("infra");
    }

    @Test
    void anOptionWithoutValueIsSwitchedOn() {
        assertThat(Settings.from(properties("relevo.keep", "")).keep()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"relevo.substrate,vmware,vagrant", "relevo.keep,yes,true", "relevo.port.http,99999,65535", "relevo.kep,true,relevo.keep",
            "relevo.slowness,abc,3.5", "relevo.slowness,0,3.5", "relevo.load.servers,elsewhere,127.0.0.1:1101"})
    void refusesWhatNobodyReads(String name, String value, String remedy) {
        assertThatThrownBy(() -> Settings.from(properties(name, value))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("-D" + name + "=" + value).hasMessageContaining(remedy);
    }

    @Test
    void whatWasHandedInIsUsedAsItIsAndInASandboxUnlessToldOtherwise() {
        var properties = properties("relevo.delivery", "../team-07");

        assertThat(Settings.from(properties).delivery()).contains(new Settings.Delivery("../team-07", false, true, Optional.empty()));
        properties.setProperty("relevo.delivery.up", "");
        properties.setProperty("relevo.delivery.sandbox", "false");
        properties.setProperty("relevo.mapping", "mine.yaml");
        assertThat(Settings.from(properties).delivery()).contains(new Settings.Delivery("../team-07", true, false, Optional.of(Path.of("mine.yaml"))));
        assertThat(Settings.from(new Properties()).delivery()).isEmpty();
        assertThatThrownBy(() -> Settings.from(properties("relevo.mapping", "mine.yaml"))).hasMessageContaining("relevo.delivery");
    }

    @Test
    void theCommandThatRepeatsARunHasItsSettings() {
        var properties = properties("relevo.substrate", "vagrant");
        properties.setProperty("relevo.infra", "my infra");
        properties.setProperty("relevo.keep", "true");
        properties.setProperty("user.home", "elsewhere");

        assertThat(Settings.typed(properties)).isEqualTo(" '-Drelevo.infra=my infra' -Drelevo.substrate=vagrant");
        assertThat(Settings.typed(new Properties())).isEmpty();
    }

    private static Properties properties(String name, String value) {
        var properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
