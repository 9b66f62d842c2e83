package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.Output;
import relevo.observation.Program;
import relevo.testing.RecordedNode;
import relevo.testing.Untrusted;

/** Machines that show of themselves what no machine shows. */
class HostileProbeTest {

    private static final String STAT = " (haproxy) S 1" + " 0".repeat(17) + " 100\n";

    private static String listening(String row) {
        return "== stat\n7" + STAT + "== networks\nx 7/ns/net -> net:[1]\n== descriptors\n7/fd:\nx -> socket:[9]\n== listening net:[1]\n" + row + " 9\n";
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining("\n"));
    }

    static Stream<Named<String>> texts() {
        return Stream.of(named("nothing", ""), named("no name", "== \n== \n=="), named("HTML", "<html>\n<h1>hello</h1>"), named("NUL", "\u0000".repeat(1_000)),
                named("a manager without a socket", "== machine\nmanager"), named("a manager called nothing", "== machine\nmanager "),
                named("facts without a value", "== machine\nvirtualisation\nbooted\nticks"),
                named("no clock", "== machine\nbooted 999999999999999999\nticks 0\n== stat\n7" + STAT),
                named("a negative clock", "== machine\nbooted -5\nticks -1\n== stat\n7" + STAT),
                named("a process number without end", "== stat\n99999999999999999999" + STAT),
                named("a parent out of range", "== stat\n7 (haproxy) S 99999999999" + " 0".repeat(17) + " 1"),
                named("its own parent", "== stat\n1 (haproxy) S 1" + " 0".repeat(17) + " 1"), named("a short line", "== stat\n7 (haproxy) S"),
                named("brackets in a name", "== stat\n7 (a) (b) ((haproxy)))" + STAT.substring(10)),
                named("a control group out of range", "== cgroup\n99999999999/cgroup:0::/lxc.payload.web1"),
                named("a control group that climbs", "== stat\n7" + STAT + "== cgroup\n7/cgroup:0::/lxc.payload.../../etc"),
                named("arguments out of range", "== arguments\n==> 99999999999/cmdline <==\nx"),
                named("arguments that are nothing", "== stat\n7" + STAT + "== arguments\n==> 7/cmdline <==\n\u001f\u001f\u001f"),
                named("a network out of range", "== networks\nx 99999999999/ns/net -> net:[1]"),
                named("a descriptor out of range", "== descriptors\n99999999999/fd:\nx -> socket:[1]"),
                named("a socket out of range", "== descriptors\n7/fd:\nx -> socket:[" + "9".repeat(1_000) + "]"),
                named("everything twice", (listening("0100007F:0050")).repeat(2)), named("carriage returns", listening("0100007F:0050").replace("\n", "\r\n")),
                named("a line of 10 MB", "== stat\n7 (" + "x".repeat(10 << 20) + STAT), named("10 MB of brackets", "== stat\n7 " + "(".repeat(10 << 20)),
                named("an address of 5 MB", "== addresses\n1: eth0 inet " + "1".repeat(5 << 20)),
                named("100,000 sections", lines(100_000, "== listening net:[%s]")),
                named("20,000 sockets and as many listeners", "== descriptors\n7/fd:\n" + lines(20_000, "x -> socket:[%s]") + "\n== listening net:[1]\n"
                        + lines(20_000, "0100007F:0050 %s")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("what is no line of its kind is left out")
    void survived(String text) {
        var probe = Untrusted.read(() -> Probe.parse(text)).orElseThrow();

        assertThat(probe.programs()).allSatisfy(program -> assertThat(program.pid()).isPositive());
        Untrusted.read(probe::listeners).orElseThrow();
        Untrusted.read(probe::openPorts).orElseThrow();
        Untrusted.read(() -> probe.masters(Set.of("haproxy")).toList()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "zz:0050", "0100007F", "0100007F:", ":0050", "0100007F:FFFFF", "0100007F:-001", "00:0050", "0100007F0100007F:0050",
        "0100007F:0050:0050", "x\u001b[2J:0050"})
    @DisplayName("an address that is none is no place to listen at")
    void addresses(String address) {
        var probe = Untrusted.read(() -> Probe.parse(listening(address))).orElseThrow();

        assertThat(probe.programs()).singleElement().extracting(Program::listens).asList().isEmpty();
        assertThat(Untrusted.read(probe::openPorts)).hasValueSatisfying(ports -> assertThat(ports).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Welcome to this machine!\n", "== machine\nvirtualisation kvm\n== stat\n", "<html>"})
    @DisplayName("a machine on which nothing at all runs was not looked at")
    void nothingRuns(String text) {
        var node = new RecordedNode("vm1").answers(new Output(0, text, ""), "sh -s");

        assertThat(Untrusted.read(() -> Probe.of(node))).isEmpty();
    }
}
