package relevo.junit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.Untrusted;
import relevo.verdict.Verdict;
import relevo.words.Text;

class NotMetTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u001b]8;;http://x\u0007", "\u009b31m", "\u202e", "\r", "\u0000"})
    @DisplayName("what a terminal would act on is not in the message, which the build prints")
    void plain(String text) {
        Untrusted.harmless(new NotMet(Verdict.notMet(Text.same(text), Text.same(text), Text.same(text))).getMessage());
    }
}
