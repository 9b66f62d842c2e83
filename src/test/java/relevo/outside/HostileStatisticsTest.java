package relevo.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import relevo.testing.Untrusted;

/** Statistics that no HAProxy writes. */
class HostileStatisticsTest {

    private static final String HEADER = "# pxname,svname,type,scur,slim,stot,bck\n";

    static Stream<Named<String>> none() {
        return Stream.of(named("nothing", ""), named("spaces", " \n \n"), named("NUL", "\u0000"), named("HTML", "<html><body>\u001b[2J401 Unauthorized"),
                named("no header", "web,web1,2,0,,5,0\n"), named("half a header", "# pxname,sv"), named("another table", "a,b,c\n1,2,3\n"),
                named("JSON", "[{\"objType\":\"Server\"}]"), named("a quote that is never closed", "\"# pxname,svname\n".repeat(1_000)),
                named("terminal escapes", "\u001b]8;;http://x\u0007\u202e\u009b31m"), named("a field of 20 MB", "x".repeat(20 << 20)),
                named("20 MB of commas", ",".repeat(20 << 20)), named("a field of 20 MB below the header", HEADER + "x".repeat(20 << 20)),
                named("a row of a million fields", HEADER + "x,".repeat(1_000_000)), named("20 MB of quotes", "\"".repeat(20 << 20)),
                named("letters behind a quote", HEADER + "\"web\"x,web1,2\n"));
    }

    @ParameterizedTest
    @MethodSource("none")
    @DisplayName("what is no statistics is refused, with its beginning in plain letters")
    void refused(String csv) {
        assertThat(Untrusted.read(() -> StatisticsParser.parse(csv))).isEmpty();
    }

    static Stream<Named<String>> odd() {
        return Stream.of(named("a header alone", HEADER), named("columns twice", "# pxname,svname,type,scur,scur,pxname\nweb,web1,2,7,9,other\n"),
                named("rows of another length", HEADER + "web\nweb,web1,2\nweb,web1,2,1,1,1,1,1,1,1,1\n"),
                named("carriage returns", HEADER.replace("\n", "\r\n")
                        + "web,web1,2,0,,5,0\r\n"), named("an open quote in the last row", HEADER + "web,\"web1,2,0,,5,0\nweb,web2,2\n"),
                named("NUL in a name", HEADER + "web,we\u0000b1,2,0,,5,0\n"), named("names with commands", HEADER + "=cmd|' /C x'!A0,\u001b[2J,2,0,,5,0\n"),
                named("10,000 servers", HEADER + IntStream.range(0, 10_000).mapToObj(i -> "web,web" + i + ",2,0,,5,0\n").collect(Collectors.joining())),
                named("10,000 columns", "# pxname,svname" + ",x".repeat(10_000) + "\nweb,web1\n"),
                named("a million empty lines", HEADER + "\n".repeat(1_000_000)), named("broken halves", HEADER + "\ud800,\udc00,2\n"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    @DisplayName("what is odd is read as far as it goes")
    void read(String csv) {
        assertThat(Untrusted.read(() -> StatisticsParser.parse(csv))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, -1", "999999999999999999999, 0, -1", "1e9, 0, -1", "0x10, 0, -1", "NaN, 0, -1", "'', 0, -1", "٣, 0, -1", "-, 0, -1", "' 7 ', 7, 7"})
    @DisplayName("a figure that counts nothing reads as missing: negative, beyond every count, or no figure")
    void figures(String figure, long current, long limit) {
        var row = Untrusted.read(() -> StatisticsParser.parse(HEADER + "web,web1,2," + figure + "," + figure + ",5,0\n")).orElseThrow().servers().get(0);

        assertThat(row.current()).isEqualTo(current);
        assertThat(row.limit().orElse(-1)).isEqualTo(limit);
    }
}
