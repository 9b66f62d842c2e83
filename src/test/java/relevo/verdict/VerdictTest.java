package relevo.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relevo.words.Text;

class VerdictTest {

    @Test
    void outcomesBearTheWordsThatChecklistsAreReadBy() {
        assertThat(Outcome.values()).extracting(Outcome::key).containsExactly("met", "notMet", "couldNotCheck", "notApplicable", "forTheTeacher");
    }

    @Test
    void theFiguresOfATestAreToldApartFromWhatWasSeen() {
        Verdict verdict = Verdict.met(new Text("0 de 40.", "0 of 40.").then(new Text("Prueba: n = 40.", "Test: n = 40.").asAside()));

        assertThat(verdict.told()).isEqualTo(new Text("0 de 40.", "0 of 40."));
        assertThat(verdict.test()).isEqualTo(new Text("Prueba: n = 40.", "Test: n = 40."));
    }
}
