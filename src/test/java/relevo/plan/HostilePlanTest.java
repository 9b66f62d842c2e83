package relevo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static relevo.testing.Jmx.bytes;
import static relevo.testing.Jmx.element;
import static relevo.testing.Jmx.get;
import static relevo.testing.Jmx.plan;
import static relevo.testing.Jmx.property;
import static relevo.testing.Jmx.users;
import static relevo.testing.Jmx.usersFor;
import static relevo.testing.Jmx.variable;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.Demand;
import relevo.testing.Untrusted;

/** Plans of up to 5 MB, which is all that is read of one, written to be read, copied or run without end. */
class HostilePlanTest {

    private static final int MOST = 5_000_000;
    private static final int LONGEST_COPY = 20_000_000;

    private static String fields(int count, String value) {
        return "<collectionProp name=\"Arguments.arguments\">" + ("<elementProp name=\"\" elementType=\"HTTPArgument\">" + property("Argument.name", "a")
                + property("Argument.value", value) + "</elementProp>").repeat(count) + "</collectionProp>";
    }

    private static String sampler(String properties) {
        return element("HTTPSamplerProxy", "x", property("HTTPSampler.domain", "h") + properties);
    }

    static Stream<Named<byte[]>> plans() {
        var laughs = IntStream.range(1, 30).mapToObj(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">").collect(Collectors.joining());
        return Stream.of(named("a billion laughs", bytes("<!DOCTYPE x [<!ENTITY a0 \"ha\">" + laughs + "]><jmeterTestPlan>&a29;</jmeterTestPlan>")),
                named("a parameter entity", bytes("<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\">%p;]><jmeterTestPlan/>")),
                named("a stylesheet from elsewhere", bytes("<?xml-stylesheet href=\"http://127.0.0.1:1/\"?><jmeterTestPlan/>")),
                named("a schema from elsewhere", bytes("<jmeterTestPlan xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                        + "xsi:schemaLocation=\"x http://127.0.0.1:1/x\"/>")),
                named("included files", bytes("<jmeterTestPlan xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\"/>"
                        + "</jmeterTestPlan>")), named("UTF-16", "\ufeff<jmeterTestPlan/>".getBytes(StandardCharsets.UTF_16)),
                named("another charset than it says", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><jmeterTestPlan/>".getBytes(StandardCharsets.US_ASCII)),
                named("a charset that is none", "<?xml version=\"1.0\" encoding=\"evil\"?><jmeterTestPlan/>".getBytes(StandardCharsets.US_ASCII)),
                named("an attribute of 5 MB", plan(users(1, 1, 1, get("h", 80, "/")).replace("users", "x".repeat(MOST)))),
                named("a text of 5 MB", plan(users("9".repeat(MOST), 1, 1, get("h", 80, "/")))), named("a tag of 5 MB", bytes("<" + "x".repeat(MOST) + "/>")),
                named("a hundred thousand attributes", bytes("<jmeterTestPlan " + IntStream.range(0, 100_000).mapToObj(i -> "a" + i + "=''")
                        .collect(Collectors.joining(" ")) + "/>")), named("a comment of 5 MB", bytes("<!--" + "x".repeat(MOST) + "--><jmeterTestPlan/>")),
                named("a path of 5 MB", plan(users(1, 1, 1, get("h", 80, "/" + "x".repeat(MOST))))),
                named("a path of references", plan(users(1, 1, 1, get("h", 80, "${".repeat(MOST / 2))))),
                named("10,000 groups", plan(IntStream.range(0, 10_000).mapToObj(i -> users(9, 1, 1, get("h", 80, "/"))).toArray(String[]::new))),
                named("30,000 parameters that grow", plan(variable("v", "x".repeat(20_000)), users(1, 1, 1, sampler(fields(25_000, "${v}"))))),
                named("30,000 headers that grow", plan(variable("v", "&lt;".repeat(20_000)), element("HeaderManager", "h",
                        fields(25_000, "${v}").replace("Arguments.arguments", "HeaderManager.headers").replace("Argument.", "Header.")),
                        users(1, 1, 1, get("h", 80, "/")))), named("names of references", plan(users(1, 1, 1, sampler(fields(25_000, "${${${".repeat(10)))))),
                named("2,000 paths that grow", plan(variable("v", "x".repeat(20_000)), users(1, 1, 1, get("h", 80, "/${v}").repeat(2_000)))),
                named("texts of code that grow", plan(variable("v", "x".repeat(20_000)), users(1, 1, 1, element("JSR223Sampler", "x",
                        property("script", "${v}".repeat(100_000))).repeat(2)))),
                named("140 controllers deep", plan(users(1, 1, 1, nested(65)))),
                named("names that act", plan(users(1, 1, 1, get("h", 80, "/")).replace("\"users\"", "\"\u202e\u009b31m=cmd|x\""))));
    }

    private static String nested(int depth) {
        return depth == 0 ? get("h", 80, "/") : element("LoopController", "", property("LoopController.loops", 999_999_999), nested(depth - 1));
    }

    @ParameterizedTest
    @MethodSource("plans")
    @DisplayName("is read and copied within bounds of time and memory, or said to be none")
    void survived(byte[] xml) {
        var plan = Untrusted.read(() -> PlanReader.read("x.jmx", xml)).orElseThrow();

        Untrusted.plain(plan.description().detail());
        assertThat(plan.description().demands()).hasSizeLessThanOrEqualTo(100);
        if (plan.runnable()) {
            assertThat(Untrusted.read(() -> copy(plan)).orElseThrow()).hasSizeLessThan(LONGEST_COPY).doesNotContain("${");
            within(plan);
        }
    }

    private static String copy(Plan plan) {
        return PlanCopy.of(plan, URI.create("http://127.0.0.1:8080"), Bounds.USUAL, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private static void within(Plan plan) {
        assertThat(PlanCopy.seconds(plan, Bounds.USUAL)).isLessThanOrEqualTo(Bounds.USUAL.seconds());
        var users = plan.groups().stream().map(group -> BoundedGroup.of(group, plan, Bounds.USUAL)).mapToInt(BoundedGroup::users).sum();
        assertThat(users).isLessThanOrEqualTo(2 * Bounds.USUAL.users());
    }

    @ParameterizedTest
    @CsvSource({"1000000000", "99999999999999999999", "2147483648", "999999999"})
    @DisplayName("a billion threads are many, and are run as few")
    void billions(String figure) {
        var plan = Untrusted.read(() -> PlanReader.read("x.jmx", plan(usersFor(figure, figure, figure, get("h", 80, "/"))))).orElseThrow();

        assertThat(plan.description().demands()).extracting(Demand::users).containsExactly(999_999_999);
        within(plan);
        assertThat(copy(plan)).contains("ThreadGroup.num_threads\">200<");
    }

    @ParameterizedTest
    @CsvSource({"-5", "1e9", "0x10", "NaN", "''", "1 000", "٣"})
    @DisplayName("a number of threads that is none is no demand, or that of one")
    void noNumber(String figure) {
        var plan = Untrusted.read(() -> PlanReader.read("x.jmx", plan(users(figure, figure, figure, get("h", 80, "/"))))).orElseThrow();

        assertThat(plan.description().demands()).singleElement().satisfies(demand -> assertThat(demand.users()).isBetween(-5, 1));
        within(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSR223Sampler", "BeanShellSampler", "BeanShellPreProcessor", "SystemSampler", "BSFSampler", "JSR223Listener", "JDBCSampler",
            "JavaSampler",
        "org.apache.jmeter.protocol.system.SystemSampler", "com.evil.OSProcessSampler", "IncludeController", "CSVDataSet", "AccessLogSampler",
        "SSHCommandSampler"})
    @DisplayName("what runs code is named and gets into no copy, wherever it stands")
    void code(String kind) {
        var evil = element(kind, "evil", property("script", "new File('/tmp/x')") + property("SystemSampler.command", "/bin/sh"));
        var plan = Untrusted.read(() -> PlanReader.read("x.jmx", plan(evil, users(1, 1, 1, get("h", 80, "/", evil), evil)))).orElseThrow();

        assertThat(plan.description().unsafe()).contains(kind.substring(kind.lastIndexOf('.') + 1));
        assertThat(copy(plan)).doesNotContain("evil", "/tmp/x", "/bin/sh", kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../etc/passwd", "//evil.example/x", "http://evil.example/x", "file:///etc/passwd", "/a\r\nHost: evil", "/\u0085",
            "\\\\evil\\x",
        "javascript:x", "/&#0;", "/%0d%0aHost:evil"})
    @DisplayName("a path goes to the balancer, wherever it points")
    void paths(String path) {
        var plan = Untrusted.read(() -> PlanReader.read("x.jmx", plan(users(1, 1, 1, get("evil.example", 80, path))))).orElseThrow();

        if (plan.runnable()) {
            assertThat(copy(plan)).contains("HTTPSampler.domain\">127.0.0.1<", "HTTPSampler.path\">/").doesNotContain("HTTPSampler.path\">//");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.js|from k6", "a.yml|config:\n", "a.py|import locust  ", "a.sh|ab -", "a.js|require(", "a.sh|wrk ", "a.yml| target",
            "makefile|hey\t"})
    @DisplayName("a script of another tool is looked through once, whatever it repeats")
    void otherTools(String script, @TempDir Path folder) throws IOException {
        var name = script.substring(0, script.indexOf('|'));
        Files.writeString(folder.resolve(name), script.substring(name.length() + 1).repeat(256 * 1024 / (script.length() - name.length() - 1)));

        Untrusted.read(() -> PlanFiles.in(folder)).orElseThrow();
    }

    @Test
    @DisplayName("folders in which nothing can be read, links in a circle and pipes keep nobody from reading the rest")
    void folders(@TempDir Path folder) throws Exception {
        Files.createSymbolicLink(folder.resolve("circle.jmx"), folder.resolve("circle.jmx"));
        Files.createSymbolicLink(folder.resolve("out"), Path.of("/"));
        Files.createSymbolicLink(folder.resolve("passwd.jmx"), Path.of("/etc/passwd"));
        Files.createDirectories(folder.resolve("folder.jmx"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe.jmx").toString(), folder.resolve("pipe.sh").toString()).start().waitFor()).isZero();
        Files.write(folder.resolve("\u202e-rf '\"$(id).jmx"), plan(users(1, 1, 1, get("h", 80, "/"))));

        var files = Untrusted.read(() -> PlanFiles.in(folder)).orElseThrow();

        assertThat(files.plans()).singleElement().satisfies(plan -> Untrusted.plain(plan.description().file()));
    }
}
