package relevo.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.Output;
import relevo.testing.RecordedNode;
import relevo.testing.Untrusted;

/** An LXD that says what no LXD says. */
class HostileLxdTest {

    private static final String CLUSTERED = "{\"environment\":{\"server_clustered\":true}}";

    private static Lxd saying(String server, String lists) {
        var node = new RecordedNode("vm1").answers(new Output(0, server, ""), "lxc query /1.0");
        for (var path : List.of("instances?recursion=2", "cluster/members?recursion=1", "instances/web1", "instances/web1/state")) {
            node.answers(new Output(0, lists, ""), "lxc query /1.0/" + path);
        }
        return new Lxd(node, "");
    }

    static Stream<Named<String>> answers() {
        return Stream.of(named("nothing", ""), named("a space", " "), named("null", "null"), named("true", "true"), named("a number", "0"),
                named("a text", "\"web1\""), named("an object", "{}"), named("an error", "{\"error\":\"not found\",\"error_code\":404,\"type\":\"error\"}"),
                named("a list of null", "[null]"), named("a list of lists", "[[]]"), named("a list of numbers", "[1]"),
                named("a list of texts", "[\"/1.0/instances/web1\"]"), named("HTML", "<html><body><h1>502 Bad Gateway</h1>"),
                named("truncated", "[{\"name\":\"web1\",\"server_name\":\"vm1\",\"sta"), named("not JSON", "Error: not found"), named("NaN", "NaN"),
                named("NUL", "\u0000"), named("a byte order mark", "\ufeff[]"), named("100,000 lists deep", "[".repeat(100_000)),
                named("100,000 objects deep", "{\"a\":".repeat(100_000)), named("100,000 digits", "[{\"name\":" + "9".repeat(100_000) + "}]"),
                named("a huge exponent", "[{\"name\":1e999999999}]"), named("30 MB in a name", "[{\"name\":\"" + "x".repeat(30 << 20) + "\"}]"),
                named("names that are null", "[{\"name\":null,\"server_name\":null,\"status\":null}]"),
                named("names that are objects", "[{\"name\":{},\"server_name\":{}}]"), named("names that are empty", "[{\"name\":\"\",\"server_name\":\"\"}]"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("what is no list of instances or members is said to be none, and is never an empty one")
    void lists(String answer) {
        assertThat(Untrusted.read(() -> saying(CLUSTERED, answer).instances())).isEmpty();
        assertThat(Untrusted.read(() -> saying(CLUSTERED, answer).members())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("what does not say whether it is clustered is not taken to be alone")
    void server(String answer) {
        assertThat(Untrusted.read(() -> saying(answer, "[]").members())).isEmpty();
        assertThat(Untrusted.read(() -> saying(answer, "[]").answers())).contains(false);
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("an instance of which nothing is said is not off")
    void state(String answer) {
        assertThat(Untrusted.read(() -> saying(CLUSTERED, answer).isOff("web1"))).contains(false);
        Untrusted.read(() -> saying(CLUSTERED, answer).links("web1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..", "/", "a/b", "-rf", "--all", "<script>alert(1)</script>", "\\u001b[2J", "\\u202eweb1", "a\\nb", "a b",
        "$(id)", "`id`", "=1+1", "web1;id", "\\u0000", "\\u009b31m", "\\u001b]8;;http://x\\u0007"})
    @DisplayName("a name that LXD allows nobody is nobody's: it would be a path, an option, or markup somewhere")
    void names(String name) {
        var text = "[{\"name\":\"" + name + "\",\"server_name\":\"" + name + "\",\"status\":\"Running\",\"type\":\"container\"}]";

        assertThat(Untrusted.read(() -> saying(CLUSTERED, text).instances())).isEmpty();
        assertThat(Untrusted.read(() -> saying(CLUSTERED, text).members())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":null,\"location\":null,\"type\":null,\"state\":null,\"expanded_config\":null}", "{\"state\":{\"network\":null}}",
        "{\"state\":{\"network\":[1,2]}}", "{\"state\":{\"network\":{\"eth0\":null}}}", "{\"state\":{\"network\":{\"eth0\":{\"addresses\":null}}}}",
        "{\"state\":{\"network\":{\"eth0\":{\"addresses\":[null,1,\"x\",{}]}}}}", "{\"state\":{\"network\":{\"eth0\":{\"addresses\":\"x\"}}}}",
        "{\"state\":{\"network\":{\"eth0\":{\"addresses\":[{\"scope\":\"global\",\"address\":null}]}}}}", "{\"expanded_config\":[]}",
        "{\"expanded_config\":{\"security.privileged\":[]}}", "{\"status\":7,\"type\":[],\"location\":{}}"})
    @DisplayName("fields of other shapes are as good as missing, and null is no word")
    void fields(String fields) {
        var instances = Untrusted.read(() -> saying(CLUSTERED, "[{\"name\":\"web1\"," + fields.substring(1) + "]").instances()).orElseThrow();

        assertThat(instances).singleElement().satisfies(instance -> {
            assertThat(instance.name()).isEqualTo("web1");
            assertThat(instance.addresses()).isEmpty();
            assertThat(instance.toString()).doesNotContain("null");
        });
    }

    @Test
    @DisplayName("ten thousand instances are so many, and a word that never ends is cut")
    void many() {
        var list = new StringBuilder("[");
        for (int i = 0; i < 10_000; i++) {
            list.append(i == 0 ? "" : ",").append("{\"name\":\"web").append(i).append("\",\"status\":\"").append(i == 0 ? "x".repeat(1 << 20) : "Running")
                    .append("\"}");
        }

        var instances = Untrusted.read(() -> saying(CLUSTERED, list + "]").instances()).orElseThrow();

        assertThat(instances).hasSize(10_000);
        assertThat(instances.get(0).status()).hasSizeLessThan(200);
    }

    static Stream<Named<Supplier<Output>>> complaints() {
        return Stream.of(named("a megabyte", () -> new Output(1, "", "x".repeat(1 << 20))), named("nothing", () -> new Output(1, "", "")),
                named("terminal escapes", () -> new Output(1, "", "\u001b[2J\u001b]8;;http://x\u0007\u009b31m\u202e")),
                named("a status out of range", () -> new Output(Integer.MIN_VALUE, "\u0000", "")),
                named("format letters", () -> new Output(1, "", "%s%n%1$s")));
    }

    @ParameterizedTest
    @MethodSource("complaints")
    @DisplayName("an error is told in a few plain words, whatever it says")
    void errors(Supplier<Output> output) {
        var lxd = new Lxd(new RecordedNode("vm1").answers(output.get(), "lxc query /1.0"), "");

        assertThat(Untrusted.read(lxd::members)).isEmpty();
    }
}
