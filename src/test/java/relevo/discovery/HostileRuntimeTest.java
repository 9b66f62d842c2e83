package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relevo.testing.Untrusted;

/** Lines of a runtime socket's reader that hold no reading. */
class HostileRuntimeTest {

    static Stream<Named<String>> lines() {
        return Stream.of(named("nothing", ""), named("null", "null"), named("a list", "[]"), named("an object", "{}"), named("a text", "\"csv\""),
                named("figures that are null", "{\"csv\":null}"), named("figures that are a number", "{\"csv\":1}"),
                named("figures that are a list", "{\"csv\":[\"# pxname,svname\"]}"), named("figures that are nothing", "{\"csv\":\"\"}"),
                named("figures that are HTML", "{\"csv\":\"<html><h1>401\"}"), named("an error that is null", "{\"error\":null}"),
                named("an error that is an object", "{\"error\":{\"a\":1}}"), named("an error of 10 MB", "{\"error\":\"" + "x".repeat(10 << 20) + "\"}"),
                named("an error with terminal escapes", "{\"error\":\"\\u001b[2J\\u001b]8;;http://x\\u0007\\u202e\\u009b31m\"}"),
                named("HTML", "<html><h1>\u001b[2J"), named("deep", "{\"csv\":" + "[".repeat(100_000)), named("truncated", "{\"csv\":\"# pxname,sv"),
                named("NUL", "\u0000"), named("5 MB of something else", "x".repeat(5 << 20)), named("30 MB of figures", "{\"csv\":\"" + "x".repeat(30 << 20)
                        + "\"}"), named("NaN", "NaN"), named("a byte order mark", "\ufeff{\"csv\":\"\"}"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    @DisplayName("what is no reading is refused in few words")
    void refused(String line) {
        assertThat(Untrusted.read(() -> RuntimeStatistics.parsed(line))).isEmpty();
    }
}
