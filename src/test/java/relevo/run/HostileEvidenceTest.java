package relevo.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.Untrusted;

class HostileEvidenceTest {

    @TempDir
    private Path reports;

    private String kept(String name, String text) throws Exception {
        new EvidenceFolder(reports, "B2").keep(Map.of(name, text));
        return Files.readString(reports.resolve("evidence/B2/" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u001b]8;;http://x\u0007", "\u009b31m", "\u202e", "\ud800", "\u0000", "a\tb\r\n"})
    @DisplayName("what is kept can be looked at in a terminal, and half a letter keeps nothing from being kept")
    void plain(String text) throws Exception {
        Untrusted.harmless(kept("haproxy.log", "before " + text + " after"));
        assertThat(kept("haproxy.log", "before " + text + " after")).startsWith("before ").endsWith(" after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u009b31m", "\u202e", "\ud800", "\r"})
    @DisplayName("why a cluster did not start can be looked at in a terminal, to its last line")
    void trace(String text) throws Exception {
        var file = reports.resolve("new/start-failure.txt");

        ClusterOfTheRun.keep(new IllegalStateException("before " + text + " after", new IllegalArgumentException("cause")), file);

        Untrusted.harmless(Files.readString(file));
        assertThat(Files.readString(file)).contains("before ", " after", "IllegalArgumentException: cause");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\"', value = {"=cmd,a|'=cmd,a", "a,=1+1|a,'=1+1", "a,+x,@y|a,'+x,'@y", "a,-x|a,'-x", "a,-1,2|a,-1,2",
        "# pxname,-,x|# pxname,-,x", "a=b,c+d|a=b,c+d", "a;=1|a;'=1",
        "a,-2+3+cmd,b|a,'-2+3+cmd,b", "-1-1,a|'-1-1,a", "a,-1.5,-|a,-1.5,-", "a,-7|a,-7"})
    @DisplayName("no cell of a table is computed by whoever opens it")
    void formulas(String row, String kept) throws Exception {
        assertThat(kept("statistics.csv", row)).isEqualTo(kept);
    }
}
