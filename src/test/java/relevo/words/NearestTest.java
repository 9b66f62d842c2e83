package relevo.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"edition-2202, edition-2022", "Total, total", "G31, G3.1", "ponits, points", "level, levels"})
    void isTheWordThatWasMeant(String written, String meant) {
        assertThat(Nearest.of(written, List.of("points", "levels", "total", "G3.1", "edition-2020", "edition-2022"))).isEqualTo(meant);
    }

    @Test
    void isTheFirstOfSeveral() {
        assertThat(Nearest.of("B9", List.of("A1", "B1", "B2"))).isEqualTo("B1");
    }
}
