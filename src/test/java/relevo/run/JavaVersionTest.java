package relevo.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.verdict.CannotStart;

class JavaVersionTest {

    @ParameterizedTest
    @ValueSource(ints = {17, 21})
    void takesTheSupportedOnes(int version) {
        assertThatCode(() -> JavaVersion.check(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 23, 25})
    void refusesOthersNamingTheVersionAndTheRemedy(int version) {
        assertThatThrownBy(() -> JavaVersion.check(version)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("Java " + version).hasMessageContaining("JAVA_HOME");
    }
}
