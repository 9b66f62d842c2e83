package relevo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relevo.testing.Jmx.bytes;
import static relevo.testing.Jmx.defaults;
import static relevo.testing.Jmx.element;
import static relevo.testing.Jmx.get;
import static relevo.testing.Jmx.off;
import static relevo.testing.Jmx.plan;
import static relevo.testing.Jmx.property;
import static relevo.testing.Jmx.users;
import static relevo.testing.Jmx.usersFor;
import static relevo.testing.Jmx.variable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.Demand;
import relevo.observation.Demand.Target;
import relevo.observation.PlanDescription;
import relevo.observation.PlanDescription.Reading;
import relevo.words.Shown;

class PlanReaderTest {

    private static PlanDescription read(byte[] xml) {
        return PlanReader.read("x.jmx", xml).description();
    }

    private static Demand only(byte[] xml) {
        var description = read(xml);
        assertThat(description.reading()).isEqualTo(Reading.READ);
        assertThat(description.demands()).hasSize(1);
        return description.demands().get(0);
    }

    private static Target target(byte[] xml) {
        assertThat(only(xml).targets()).hasSize(1);
        return only(xml).targets().get(0);
    }

    @Test
    @DisplayName("the reference's own plans: two demands on the balancer's published door")
    void reference() throws IOException {
        var average = only(Files.readAllBytes(Path.of("infra/jmeter/average.jmx")));
        var overload = only(Files.readAllBytes(Path.of("infra/jmeter/overload.jmx")));

        assertThat(average).isEqualTo(new Demand("demanda media / average demand", "ThreadGroup", 10, 1, -1, 2, 100,
                List.of(new Target("http", "127.0.0.1", 8080, "/hold/100ms"))));
        assertThat(overload).extracting(Demand::users, Demand::pauseMs, Demand::ordinary).containsExactly(35, 0.0, true);
        assertThat(read(Files.readAllBytes(Path.of("infra/jmeter/overload.jmx"))).unsafe()).isEmpty();
    }

    @Test
    @DisplayName("a group that ends by its rounds, and one that ends by the clock")
    void lengths() {
        assertThat(only(plan(users(100, 10, 5, get("h", 80, "/"))))).extracting(Demand::users, Demand::rampSeconds, Demand::loops, Demand::seconds)
                .containsExactly(100, 10.0, 5L, 0.0);
        assertThat(only(plan(usersFor(50, 0, 300, get("h", 80, "/"))))).extracting(Demand::users, Demand::rampSeconds, Demand::loops, Demand::seconds)
                .containsExactly(50, 0.0, -1L, 300.0);
    }

    @Test
    @DisplayName("a duration that no scheduler looks at is none")
    void durationWithoutScheduler() {
        var group = usersFor(50, 0, 300, get("h", 80, "/")).replace("\"ThreadGroup.scheduler\">true", "\"ThreadGroup.scheduler\">false");

        assertThat(only(plan(group)).seconds()).isZero();
    }

    @Test
    @DisplayName("older plans say that rounds never end by a flag alone")
    void forever() {
        var group = users(5, 1, "", get("h", 80, "/")).replace("continue_forever\">false", "continue_forever\">true");

        assertThat(only(plan(group)).loops()).isEqualTo(-1);
    }

    @Test
    @DisplayName("a request without an address goes where the defaults say; the nearest defaults count")
    void requestDefaults() {
        assertThat(target(plan(defaults("10.0.0.9", 81), users(1, 1, 1, get("", "", "/a"))))).isEqualTo(new Target("http", "10.0.0.9", 81, "/a"));
        assertThat(target(plan(defaults("10.0.0.9", 81), users(1, 1, 1, defaults("10.0.0.8", ""), get("", "", "/a")))))
                .isEqualTo(new Target("http", "10.0.0.8", 81, "/a"));
        assertThat(target(plan(users(1, 1, 1, get("", "", ""))))).isEqualTo(new Target("http", "", 0, "/"));
    }

    @Test
    @DisplayName("defaults hold beside and below where they stand, not elsewhere")
    void scopeOfDefaults() {
        var description = read(plan(users(1, 1, 1, defaults("10.0.0.9", 81), get("", "", "/a")), users(1, 1, 1, get("", "", "/b"))));

        assertThat(description.demands()).flatExtracting(Demand::targets).extracting(Target::host).containsExactly("10.0.0.9", "");
    }

    @Test
    @DisplayName("variables are put in, also where one is made of another, and for numbers; one without a value stays as it is written")
    void variables() {
        var demand = only(plan(variable("ip", "192.168.50.2"), variable("where", "${ip}"), variable("n", "40"),
                users("${n}", "${__P(ramp,7)}", "${rounds}", get("${where}", "${__P(port, 80)}", "/x/${id}"))));

        assertThat(demand).extracting(Demand::users, Demand::rampSeconds, Demand::loops).containsExactly(40, 7.0, 1L);
        assertThat(demand.targets()).containsExactly(new Target("http", "192.168.50.2", 80, "/x/${id}"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', http://10.0.0.1:8080/a/b?c=d, http, 10.0.0.1, 8080, /a/b",
        "http://10.0.0.1, 80, /a, http, 10.0.0.1, 80, /a",
        "https://10.0.0.1/, '', /a, https, 10.0.0.1, 0, /a",
        "LB.local, 99999, a, http, lb.local, 0, /a",
        "lb, 80, //evil.example/x, http, lb, 80, /evil.example/x",
    })
    @DisplayName("addresses as people write them")
    void addresses(String host, String port, String path, String protocol, String seenHost, int seenPort, String seenPath) {
        assertThat(target(plan(users(1, 1, 1, get(host, port, path))))).isEqualTo(new Target(protocol, seenHost, seenPort, seenPath));
    }

    @Test
    @DisplayName("what is switched off is not there, with all that is under it")
    void disabled() {
        var description = read(plan(off(users(100, 1, 1, get("h", 80, "/off"))),
                users(1, 1, 1, off(get("h", 80, "/off")), get("h", 80, "/on"), off(element("LoopController", "", "", get("h", 80, "/below"))))));

        assertThat(description.demands()).hasSize(1);
        assertThat(description.demands().get(0).targets()).extracting(Target::path).containsExactly("/on");
    }

    @Test
    @DisplayName("groups of plugins are named and not run; those that prepare or clear up are no demand")
    void otherGroups() {
        var plan = PlanReader.read("x.jmx", plan(
                element("kg.apc.jmeter.threads.UltimateThreadGroup", "steps", "<collectionProp name=\"ultimatethreadgroupdata\"/>", get("h", 80, "/")),
                element("com.blazemeter.jmeter.threads.concurrency.ConcurrencyThreadGroup", "many", property("TargetLevel", 50), get("h", 80, "/")),
                element("SetupThreadGroup", "first", property("ThreadGroup.num_threads", 1), get("h", 80, "/"))));

        assertThat(plan.runnable()).isFalse();
        assertThat(plan.description().demands()).extracting(Demand::kind, Demand::ofPlugin, Demand::ordinary).containsExactly(
                tuple("UltimateThreadGroup", true, false), tuple("ConcurrencyThreadGroup", true, false), tuple("SetupThreadGroup", false, false));
    }

    @Test
    @DisplayName("whatever runs code, uses files or talks something else is named, and is no step of the plan")
    void unsafe() {
        var kinds = List.of("JSR223Sampler", "JSR223PreProcessor", "BeanShellSampler", "BeanShellAssertion", "BSFListener", "SystemSampler", "JDBCSampler",
                "FTPSampler", "MailReaderSampler", "SmtpSampler", "CSVDataSet", "IncludeController", "TCPSampler", "JavaSampler", "JUnitSampler");
        var plan = PlanReader.read("x.jmx", plan(users(1, 1, 1, kinds.stream().map(kind -> element(kind, "evil", property("script", "x"),
                get("h", 80, "/under"))).toArray(String[]::new))));

        assertThat(plan.description().unsafe()).containsAll(kinds.subList(0, 12));
        assertThat(plan.runnable()).isFalse();
        assertThat(plan.groups()).isEmpty();
    }

    @Test
    @DisplayName("functions that run code or use files are named wherever they stand, and never called")
    void unsafeFunctions() {
        var hostile = "${__groovy(new File('/tmp/x').text)}";
        var description = read(plan(variable("a", "${\\__javaScript(1)}"), users("${__BeanShell(2)}", 1, 1,
                get("${__FileToString(/etc/passwd)}", 80, "/${__StringToFile(/tmp/x,y)}"),
                element("IfController", "", property("IfController.condition", hostile)),
                get("h", 80, "/${__P(x,${__eval(${y})})}"))));

        assertThat(description.unsafe()).containsExactlyInAnyOrder("__javaScript", "__BeanShell", "__FileToString", "__StringToFile", "__groovy", "__eval");
        assertThat(description.demands().get(0).users()).isEqualTo(1);
    }

    @Test
    @DisplayName("a class path, or files to be uploaded, are named too")
    void filesOfThePlan() {
        var xml = new String(plan(users(1, 1, 1, element("HTTPSamplerProxy", "up", property("HTTPSampler.domain", "h")
                + "<elementProp name=\"HTTPsampler.Files\" elementType=\"HTTPFileArgs\"><collectionProp name=\"HTTPFileArgs.files\">"
                + "<elementProp name=\"/etc/passwd\" elementType=\"HTTPFileArg\"/></collectionProp></elementProp>"))))
                .replaceFirst("<TestPlan ([^>]*)>", "<TestPlan $1>" + property("TestPlan.user_define_classpath", "/tmp/evil.jar"));

        assertThat(read(xml.getBytes()).unsafe()).containsExactly("TestPlan.user_define_classpath", "HTTPSampler.Files");
    }

    @Test
    @DisplayName("assertions are counted, listeners that write are named, the rest is said to be left out")
    void inventory() {
        var description = read(plan(users(1, 1, 1, get("h", 80, "/", element("ResponseAssertion", "", ""), element("RegexExtractor", "", "")),
                element("DurationAssertion", "", ""), element("CookieManager", "", "")),
                element("ResultCollector", "", property("filename", "/home/me/out.jtl")), element("ResultCollector", "", property("filename", ""))));

        assertThat(description.assertions()).isEqualTo(2);
        assertThat(description.writes()).containsExactly("/home/me/out.jtl");
        assertThat(description.leftOut()).containsExactly("CookieManager", "RegexExtractor");
        assertThat(description.unsafe()).isEmpty();
    }

    @Test
    @DisplayName("timers are pauses: a fixed one, one by chance, one that sets a rate for all users")
    void pauses() {
        var fixed = element("ConstantTimer", "", property("ConstantTimer.delay", 300));
        var chance = element("UniformRandomTimer", "", property("ConstantTimer.delay", 100) + property("RandomTimer.range", 200));
        var rate = element("ConstantThroughputTimer", "", "<intProp name=\"calcMode\">2</intProp><doubleProp><name>throughput</name><value>600.0</value>"
                + "<savedValue>0.0</savedValue></doubleProp>");

        assertThat(only(plan(fixed, users(1, 1, 1, chance, get("h", 80, "/")))).pauseMs()).isEqualTo(500);
        assertThat(only(plan(users(1, 1, 1, get("h", 80, "/", fixed), get("h", 80, "/")))).pauseMs()).isEqualTo(300);
        assertThat(only(plan(users(20, 1, 1, rate, get("h", 80, "/")))).pauseMs()).isEqualTo(2_000);
    }

    @Test
    @DisplayName("an empty plan has no demands")
    void empty() {
        assertThat(read(plan())).extracting(PlanDescription::reading, PlanDescription::demands).containsExactly(Reading.READ, List.of());
        assertThat(only(plan(users(5, 1, 1))).ordinary()).isFalse();
        assertThat(only(plan(users(0, 1, 1, get("h", 80, "/")))).ordinary()).isFalse();
        assertThat(only(plan(users(5, 1, 0, get("h", 80, "/")))).ordinary()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<jmeterTestPlan><hashTree>", "<jmeterTestPlan>&lol;</jmeterTestPlan>", "\u0000\u0001"})
    @DisplayName("what is no XML is said to be none")
    void malformed(String xml) {
        assertThat(read(xml.getBytes()).reading()).isEqualTo(Reading.NOT_XML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html/>", "<jmeterTestPlan/>", "<jmeterTestPlan><hashTree/></jmeterTestPlan>",
        "<jmeterTestPlan><hashTree><ThreadGroup/></hashTree></jmeterTestPlan>"})
    @DisplayName("XML that is no plan is said to be none")
    void notAPlan(String xml) {
        assertThat(read(xml.getBytes()).reading()).isEqualTo(Reading.NOT_A_PLAN);
    }

    @Test
    @DisplayName("entities are not declared: neither one that fetches a file nor one that grows without end")
    void entities() {
        var fetch = bytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><jmeterTestPlan>&e;</jmeterTestPlan>");
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }

        assertThat(read(fetch)).extracting(PlanDescription::reading, PlanDescription::detail).containsExactly(Reading.DECLARES_ENTITIES, "line 2");
        assertThat(read(bytes(laughs + "]><jmeterTestPlan>&a29;</jmeterTestPlan>")).reading()).isEqualTo(Reading.DECLARES_ENTITIES);
        assertThat(read(bytes("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><jmeterTestPlan/>")).reading()).isEqualTo(Reading.DECLARES_ENTITIES);
    }

    @Test
    @DisplayName("a plan nested deeper than anybody draws is not read")
    void deep() {
        assertThat(read(bytes("<jmeterTestPlan>" + "<hashTree>".repeat(100_000) + "</hashTree>".repeat(100_000) + "</jmeterTestPlan>")).reading())
                .isEqualTo(Reading.NOT_XML);
    }

    @Test
    @DisplayName("variables that grow tenfold from one to the next end at a length, and brackets that never close end soon")
    void growth() {
        var values = new Values();
        values.define("v0", "x".repeat(1_000));
        for (int i = 1; i < 30; i++) {
            values.define("v" + i, ("${v" + (i - 1) + "}").repeat(10));
        }

        assertThat(values.literal("${v29}")).hasSizeLessThanOrEqualTo(20_000);
        assertThat(values.literal("${".repeat(2_000_000))).hasSizeLessThanOrEqualTo(20_000);
        assertThat(values.literal("${__P(a,".repeat(1_000) + ")}".repeat(1_000))).hasSizeLessThanOrEqualTo(20_000);
    }

    @Test
    @DisplayName("thousands of requests are cut at a number")
    void manySteps() {
        var plan = PlanReader.read("x.jmx", plan(users(1, 1, 1, get("h", 80, "/").repeat(5_000))));

        assertThat(plan.groups().get(0).steps()).hasSizeLessThanOrEqualTo(2_001);
        assertThat(plan.description().leftOut()).containsExactly("> 2000");
    }

    @Test
    @DisplayName("names keep their markup, which reports escape, and lose what acts on a terminal")
    void hostileNames() {
        var group = users(1, 1, 1, get("h", 80, "/")).replace("testname=\"users\"", "testname=\"&lt;script&gt;&#x202e;\u009b31m%s %1$s\"");

        assertThat(only(plan(group)).name()).isEqualTo("<script>··31m%s %1$s");
        assertThat(Shown.of("a\u001b[31m\n" + "b".repeat(500))).startsWith("a·[31m·bb").endsWith("…").hasSize(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${__groovy(1)}", "${\\__groovy(1)}", "$${__groovy(1)}{__groovy(2)}", "${__gro${x}ovy(1)}",
        "${a${__groovy(1)}", "${${__groovy(1)}}",
        "${__groovy(", "$${${x}", "${__P(a,${__groovy(1)})}", "${__P(a,$)}{__groovy(1)}"})
    @DisplayName("nothing is left for JMeter to evaluate, however it is put together")
    void inert(String hostile) {
        var values = new Values();
        values.define("x", "${");
        values.define("y", "$");

        assertThat(Values.inert(values.literal(hostile))).doesNotContain("${");
        assertThat(Values.inert(hostile)).doesNotContain("${");
        assertThat(Values.inert(values.literal(hostile + "${y}{__groovy(3)}${x}__groovy(4)}"))).doesNotContain("${");
    }

    @Test
    @DisplayName("defaults of properties are taken with their own defaults")
    void properties() {
        var values = new Values();

        assertThat(Map.of("a", values.literal("${__P(host,10.0.0.1)}"), "b", values.literal("${__property(p,,8080)}"), "c", values.literal("${__P(users)}"),
                "d", values.literal("${__P(x,${__P(y,3)})}"), "e", values.literal("${__UUID}")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "10.0.0.1", "b", "8080", "c", "1", "d", "3", "e", "1"));
        assertThat(values.unsafe()).isEmpty();
    }
}
