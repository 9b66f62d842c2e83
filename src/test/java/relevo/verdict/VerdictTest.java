package relevo.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void outcomesBearTheWordsThatChecklistsAreReadBy() {
        assertThat(Outcome.values()).extracting(Outcome::key).containsExactly("met", "notMet", "couldNotCheck", "notApplicable", "forTheTeacher");
    }
}
