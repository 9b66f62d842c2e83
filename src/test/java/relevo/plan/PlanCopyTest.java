package relevo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Jmx.defaults;
import static relevo.testing.Jmx.element;
import static relevo.testing.Jmx.get;
import static relevo.testing.Jmx.plan;
import static relevo.testing.Jmx.property;
import static relevo.testing.Jmx.users;
import static relevo.testing.Jmx.usersFor;
import static relevo.testing.Jmx.variable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanCopyTest {

    private static final Bounds BOUNDS = Bounds.USUAL;

    private static Plan read(String... parts) {
        return PlanReader.read("x.jmx", plan(parts));
    }

    private static String copy(String... parts) {
        return PlanCopy.of(read(parts), URI.create("http://127.0.0.1:8080/"), BOUNDS, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    private static List<BoundedGroup> bounded(Plan plan) {
        return plan.groups().stream().map(group -> BoundedGroup.of(group, plan, BOUNDS)).toList();
    }

    private static Set<String> all(String pattern, String text) {
        return new TreeSet<>(Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList());
    }

    @Test
    @DisplayName("every request goes to the balancer, wherever it went: by an address of its own, defaults, a variable, its path")
    void aimed() {
        var copy = copy(defaults("evil.example", 81), variable("h", "evil.example"), users(1, 1, 1, get("", "", "/a"), get("${h}", 82, "/b"),
                get("", "", "http://evil.example:83/c?d=e"), get("10.0.0.1", 84, "//evil.example/f"), get("https://evil.example/", "", "g"),
                element("LoopController", "", property("LoopController.loops", 2), get("evil.example", "", "/i"))));

        assertThat(all("HTTPSampler.domain\">([^<]*)<", copy)).containsExactly("127.0.0.1");
        assertThat(all("HTTPSampler.port\">([^<]*)<", copy)).containsExactly("8080");
        assertThat(all("HTTPSampler.protocol\">([^<]*)<", copy)).containsExactly("http");
        assertThat(all("HTTPSampler.path\">([^<]*)<", copy)).containsExactly("/a", "/b", "/c?d=e", "/evil.example/f", "/g", "/i");
        assertThat(all("HTTPSampler.(?:follow|auto)_redirects\">([^<]*)<", copy)).containsExactly("false");
    }

    @Test
    @DisplayName("nothing is in the copy but what was made for it: no code, no files, no function, no other class")
    void harmless() {
        var evil = property("script", "evil") + property("filename", "/tmp/evil")
                + "<objProp name=\"evil\"><value class=\"java.lang.ProcessBuilder\"/></objProp>";
        var copy = copy(element("CSVDataSet", "evil", evil), variable("a", "${__groovy(evil)}"), users("${__BeanShell(evil)}", 1, 1,
                element("JSR223PreProcessor", "evil", evil), element("java.lang.ProcessBuilder", "evil", evil),
                element("HeaderManager", "", "<collectionProp name=\"HeaderManager.headers\"><elementProp name=\"\" elementType=\"evil.Header\">"
                        + property("Header.name", "X") + property("Header.value", "${__groovy(evil)}&#10;${a}") + "</elementProp></collectionProp>"),
                element("WhileController", "evil", property("WhileController.condition", "${__groovy(evil)}"), get("h", 80,
                        "/${__groovy(evil)}${unknown}")),
                element("HTTPSamplerProxy", "&quot;&gt;&lt;evil/&gt;", property("HTTPSampler.domain", "h")
                        + property("HTTPSampler.implementation", "evil.Class")
                        + property("HTTPSampler.proxyHost", "evil") + property("HTTPSampler.ipSource", "evil") + property("HTTPSampler.method", "evil"),
                        element("ResultCollector", "", evil), element("RegexUserParameters", "", evil))));

        assertThat(copy.replace("&quot;&gt;&lt;evil/&gt;", "")).doesNotContain("evil").doesNotContain("${").doesNotContain("class=\"java");
        assertThat(all("<([A-Za-z.]+)[ >]", copy)).containsExactlyInAnyOrder("jmeterTestPlan", "hashTree", "TestPlan", "ThreadGroup", "LoopController",
                "HTTPSamplerProxy", "HeaderManager", "boolProp", "stringProp", "elementProp", "collectionProp");
        assertThat(all("elementType=\"([^\"]*)\"", copy)).containsExactlyInAnyOrder("LoopController", "Arguments", "Header");
        assertThat(copy).contains("/11<").contains("\">11<").contains("HTTPSampler.method\">GET<");
    }

    @Test
    @DisplayName("parameters, bodies and headers are carried over, escaped")
    void carried() {
        var copy = copy(users(1, 1, 1, element("HTTPSamplerProxy", "post", property("HTTPSampler.method", "POST")
                + "<boolProp name=\"HTTPSampler.postBodyRaw\">true</boolProp><elementProp name=\"HTTPsampler.Arguments\" elementType=\"Arguments\">"
                + "<collectionProp name=\"Arguments.arguments\"><elementProp name=\"\" elementType=\"HTTPArgument\">"
                + property("Argument.value", "{&quot;a&quot;: &quot;&lt;b&gt;&quot;}") + "</elementProp></collectionProp></elementProp>")));

        assertThat(copy).contains("HTTPSampler.method\">POST<").contains("postBodyRaw\">true<").contains("{&quot;a&quot;: &quot;&lt;b&gt;&quot;}");
    }

    @Test
    @DisplayName("a plan that asks for little is run as it is")
    void little() {
        assertThat(bounded(read(users(10, 5, 3, get("h", 80, "/"))))).containsExactly(new BoundedGroup(10, 5, 0, 20, 3));
        assertThat(bounded(read(usersFor(10, 2, 6, get("h", 80, "/"))))).containsExactly(new BoundedGroup(10, 2, 0, 6, -1));
    }

    @Test
    @DisplayName("a long one is made shorter with its shape kept, a large one smaller with its shares kept")
    void much() {
        assertThat(bounded(read(usersFor(100, 60, 600, get("h", 80, "/"))))).containsExactly(new BoundedGroup(100, 2, 0, 20, -1));
        assertThat(bounded(read(users(100, 600, 1, get("h", 80, "/"))))).containsExactly(new BoundedGroup(100, 10, 0, 20, 1));
        assertThat(bounded(read(users(300, 1, 1, get("h", 80, "/")), users(100, 1, 1, get("h", 80, "/")))))
                .extracting(BoundedGroup::users).containsExactly(150, 50);
        assertThat(bounded(read(users(999_999_999, 0, -1, get("h", 80, "/"))))).containsExactly(new BoundedGroup(200, 0, 0, 20, -1));
    }

    @Test
    @DisplayName("a group that begins later does so here too, sooner")
    void delayed() {
        var later = usersFor(5, 0, 100, get("h", 80, "/")).replace("ThreadGroup.delay\">0", "ThreadGroup.delay\">100");

        assertThat(bounded(read(usersFor(5, 0, 100, get("h", 80, "/")), later))).containsExactly(new BoundedGroup(5, 0, 0, 10, -1),
                new BoundedGroup(5, 0, 10, 10, -1));
    }

    @Test
    @DisplayName("groups that run in turn share the time")
    void inTurn() {
        var xml = new String(plan(users(150, 0, -1, get("h", 80, "/")), users(150, 0, -1, get("h", 80, "/")))).replaceFirst("<TestPlan ([^>]*)>",
                "<TestPlan $1><boolProp name=\"TestPlan.serialize_threadgroups\">true</boolProp>");
        var plan = PlanReader.read("x.jmx", xml.getBytes());

        assertThat(bounded(plan)).containsExactly(new BoundedGroup(150, 0, 0, 10, -1), new BoundedGroup(150, 0, 0, 10, -1));
        assertThat(PlanCopy.seconds(plan, BOUNDS)).isEqualTo(20);
    }

    @Test
    @DisplayName("a loop in which nobody asks is left out, and one that never ends gets an end")
    void loops() {
        var copy = copy(users(1, 1, -1, element("LoopController", "", property("LoopController.loops", -1)), element("LoopController", "",
                "<boolProp name=\"LoopController.continue_forever\">true</boolProp>", get("h", 80, "/"))));

        assertThat(all("LoopController.loops\">([^<]*)<", copy)).containsExactlyInAnyOrder("-1", "1000");
        assertThat(copy.split("<LoopController ")).hasSize(2);
    }

    @Test
    @DisplayName("a first round stays one where other requests follow, and is walked through each time where it is all there is")
    void firstRound() {
        var once = element("OnceOnlyController", "", "", get("h", 80, "/login"));

        assertThat(copy(users(1, 1, -1, once, get("h", 80, "/")))).contains("<OnceOnlyController ");
        assertThat(copy(users(1, 1, -1, once))).doesNotContain("<OnceOnlyController ");
    }
}
