package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Demand;
import relevo.observation.Demand.Target;
import relevo.observation.OwnPlan;
import relevo.observation.OwnTests;
import relevo.observation.OwnTests.OtherTool;
import relevo.observation.Page;
import relevo.observation.Percentiles;
import relevo.observation.PlanDescription;
import relevo.observation.PlanDescription.Reading;
import relevo.observation.PlanResult;
import relevo.testing.Expect;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;

class OwnPlansTest {

    private static final Page OPEN = new Page(200, Map.of(), "hello");
    private static final Page SILENT = new Page(0, Map.of(), "");
    private static final Map<String, String> SERVERS = Map.of("10.57.0.11", "web1", "10.57.0.12", "web2");
    private static final PlanResult GOOD = result(500, 500, Map.of());
    private static final PlanResult MIXED = result(900, 900, Map.of("HTTP 503", 300L));
    private static final PlanResult DEAF = result(40, 0, Map.of("read timed out", 40L));

    private static PlanResult result(long samples, long answered, Map<String, Long> errors) {
        return new PlanResult(3, samples, answered, errors, 52, new Percentiles(50, 60, 70, 80, 90), samples / 3.0, "");
    }

    private static Demand demand(int users, String host) {
        return new Demand("g", "ThreadGroup", users, 1, -1, 30, 0, host.equals("-") ? List.of() : List.of(new Target("http", host, 80, "/")));
    }

    private static PlanDescription description(String file, List<String> unsafe, Demand... demands) {
        return new PlanDescription(file, Reading.READ, "", List.of(demands), 0, List.of(), unsafe, List.of());
    }

    private static OwnPlan plan(String file, PlanResult result, Demand... demands) {
        return new OwnPlan(description(file, List.of(), demands), Optional.ofNullable(result));
    }

    private static OwnPlan unread(String file, Reading why) {
        return new OwnPlan(PlanDescription.unread(file, why, "line 3"), Optional.empty());
    }

    private static OwnTests tests(OwnPlan... plans) {
        return new OwnTests(List.of(plans), List.of(), 0, SERVERS);
    }

    private static Verdict judged(OwnPlan... plans) {
        return OwnPlans.differentDemands(tests(plans), OPEN);
    }

    private static void forTheTeacher(Verdict verdict, String... named) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Outcome.FOR_THE_TEACHER);
        assertThat(verdict.remedy().es()).isNotBlank();
        assertThat(List.of(verdict.seen().es(), verdict.seen().en())).allSatisfy(text -> assertThat(text).isNotBlank().contains(named));
    }

    @Test
    @DisplayName("two plans of different demands that got answers: shown with their figures")
    void twoPlans() {
        Expect.met(judged(plan("average.jmx", GOOD, demand(10, "192.168.50.2")), plan("overload.jmx", MIXED, demand(60, "192.168.50.2"))),
                "2 ", "average.jmx: 10 ", "overload.jmx: 60 ", "30 s", "http://192.168.50.2:80/", "500", "166.7/s", "52 ms", "p95 70 ms", "33.3 %",
                "300 × HTTP 503");
    }

    @Test
    @DisplayName("two groups of one plan are two demands; errors are shown and decide nothing")
    void twoGroups() {
        Expect.met(judged(plan("all.jmx", result(10, 10, Map.of("HTTP 503", 10L)), demand(10, "lb"), demand(60, "lb"))), "100.0 %", "10 × HTTP 503");
    }

    @Test
    @DisplayName("one demand is too few, also when it is handed in twice")
    void oneDemand() {
        Expect.notMet(judged(plan("a.jmx", GOOD, demand(10, "lb"))), "a.jmx: 10 ", "500");
        var twice = judged(plan("a.jmx", GOOD, demand(10, "lb")), plan("b.jmx", GOOD, demand(12, "lb")));
        Expect.notMet(twice, "a.jmx: 10 ", "b.jmx: 12 ");
        assertThat(twice.remedy().en()).startsWith("Add a plan").doesNotContain("address");
    }

    @Test
    @DisplayName("a plan for a web server itself is none for the balancer, whether by address or by name")
    void aroundTheBalancer() {
        for (var host : List.of("10.57.0.11", "web1")) {
            var verdict = judged(plan("a.jmx", GOOD, demand(10, "lb")), plan("b.jmx", GOOD, demand(60, host)));
            Expect.notMet(verdict, "web1", "b.jmx");
            assertThat(verdict.remedy().es()).contains("la dirección del balanceador").doesNotContain("Añada");
        }
        var both = judged(plan("a.jmx", GOOD, demand(10, "10.57.0.11")), plan("b.jmx", GOOD, demand(60, "10.57.0.12")));
        Expect.notMet(both, "web1", "web2");
        assertThat(both.remedy().en()).isEqualTo("Put the balancer's address into its requests.");
    }

    @Test
    @DisplayName("one that asks the servers as well as the balancer is aimed at the balancer")
    void alsoTheServers() {
        var both = new Demand("g", "ThreadGroup", 60, 1, -1, 30, 0, List.of(new Target("http", "web1", 80, "/"), new Target("http", "lb", 80, "/")));

        Expect.met(judged(plan("a.jmx", GOOD, demand(10, "lb")), plan("b.jmx", GOOD, both)));
    }

    @Test
    @DisplayName("what JMeter cannot read, or has nobody who asks, or no address, is no demand; each with its own remedy")
    void useless() {
        for (var why : List.of(Reading.NOT_XML, Reading.DECLARES_ENTITIES, Reading.NOT_A_PLAN)) {
            Expect.notMet(judged(plan("a.jmx", GOOD, demand(10, "lb")), unread("b.jmx", why)), "b.jmx");
        }
        Expect.remedy(judged(unread("b.jmx", Reading.NOT_XML)), "JMeter");
        assertThat(judged(unread("b.jmx", Reading.NOT_XML)).remedy().en()).doesNotContain("Add");
        Expect.remedy(judged(plan("b.jmx", null)), "HTTP");
        Expect.remedy(judged(plan("b.jmx", null, demand(10, "-"))), "HTTP");
        assertThat(judged(plan("b.jmx", GOOD, demand(10, ""), demand(60, ""))).remedy().en()).contains("balancer's address");
    }

    @Test
    @DisplayName("none handed in is for the teacher, also when there are other tools' scripts, which are named")
    void none() {
        forTheTeacher(judged(), ".jmx");
        forTheTeacher(OwnPlans.differentDemands(new OwnTests(List.of(), List.of(new OtherTool("t/load.js", "k6")), 0, SERVERS), SILENT), "t/load.js (k6)");
    }

    @Test
    @DisplayName("groups of a plugin, and plans too large, are for the teacher where they could decide it, and only there")
    void notRunHere() {
        var ultimate = new Demand("g", "UltimateThreadGroup", 0, 0, 1, 0, 0, List.of(new Target("http", "lb", 80, "/")));

        forTheTeacher(judged(plan("a.jmx", GOOD, demand(10, "lb")), plan("b.jmx", null, ultimate)), "UltimateThreadGroup", "a.jmx");
        forTheTeacher(judged(plan("a.jmx", GOOD, demand(10, "lb")), unread("b.jmx", Reading.TOO_LARGE)), "5 MB");
        Expect.notMet(judged(plan("b.jmx", null, ultimate)), "UltimateThreadGroup");
        Expect.met(judged(plan("a.jmx", GOOD, demand(10, "lb"), demand(60, "lb")), plan("b.jmx", null, ultimate)));
    }

    @Test
    @DisplayName("without a single answer it waits for the balancer where that answers nobody, and fails where it does")
    void noAnswers() {
        var deaf = tests(plan("a.jmx", DEAF, demand(10, "lb")), plan("b.jmx", DEAF, demand(60, "lb")));
        var waiting = OwnPlans.differentDemands(deaf, SILENT);

        Expect.couldNotCheck(waiting);
        assertThat(waiting.waitsFor()).isEqualTo("G1.1");
        Expect.notMet(OwnPlans.differentDemands(deaf, OPEN), "40 × read timed out");
        Expect.notMet(OwnPlans.differentDemands(tests(plan("a.jmx", GOOD, demand(10, "lb")), plan("b.jmx", DEAF, demand(60, "lb"))), OPEN), "b.jmx");
    }

    @Test
    @DisplayName("a plan that could not be run here is no wrong plan")
    void failed() {
        Expect.couldNotCheck(judged(plan("a.jmx", GOOD, demand(10, "lb")), plan("b.jmx", PlanResult.failed("it broke"), demand(60, "lb"))), "it broke");
    }

    @Test
    @DisplayName("what was left out because it could do harm is said in a line; per cent signs of a delivery are no patterns")
    void unsafe() {
        var evil = new OwnPlan(description("%s%n.jmx", List.of("JSR223Sampler", "__groovy"), demand(10, "%1$s"), demand(60, "lb")), Optional.of(GOOD));

        var verdict = OwnPlans.differentDemands(new OwnTests(List.of(evil), List.of(), 2, SERVERS), OPEN);
        assertThat(verdict.isMet()).isTrue();
        assertThat(verdict.seen().en()).contains("JSR223Sampler, __groovy", "%s%n.jmx:", "%1$s");
    }

    @Test
    @DisplayName("many groups and targets are cut")
    void many() {
        var group = new Demand("g", "ThreadGroup", 1, 0, 5, 0, 200,
                Arrays.stream("abcdef".split("")).map(path -> new Target("https", "lb", 0, "/" + path)).toList());
        var told = PlanWords.of(plan("a.jmx", null, group, group, group, group, group));

        assertThat(told.en()).contains("https://lb/c, …").doesNotContain("/d").endsWith("; …").contains("at once", "5 rounds", "200 ms");
        assertThat(told.es()).contains("a la vez", "5 vueltas");
    }
}
