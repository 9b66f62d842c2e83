package relevo.plan;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import relevo.plan.Step.Block;
import relevo.plan.Step.Headers;
import relevo.plan.Step.Pair;
import relevo.plan.Step.Pause;
import relevo.plan.Step.Request;

/**
 * Writes a plan anew for JMeter 5, from what was read of another: the same demand, within bounds, aimed at one place. Nothing of the other file gets
 * into it but numbers and literal text, so there is nothing in it that runs code, opens a file or asks anybody else; redirects are not followed
 * either.
 */
public final class PlanCopy {

    /** So many rounds of an inner loop without end: JMeter could not leave one in which nobody asks. */
    private static final int INNER_ROUNDS = 1_000;

    private final PlanXml xml = new PlanXml();
    private final URI balancer;
    private final Duration connect;
    private final Duration response;

    private PlanCopy(URI balancer, Duration connect, Duration response) {
        this.balancer = balancer;
        this.connect = connect;
        this.response = response;
    }

    /**
     * A JMeter plan, as text.
     *
     * @param balancer where all its requests go; its path is ignored
     * @param connect  how long a connection may take
     * @param response how long each piece of a response may take
     */
    public static String of(Plan plan, URI balancer, Bounds bounds, Duration connect, Duration response) {
        return new PlanCopy(balancer, connect, response).whole(plan, bounds);
    }

    /** Seconds that a copy within these bounds takes at most, answers that are late left out. */
    public static int seconds(Plan plan, Bounds bounds) {
        return BoundedGroup.together(plan, bounds);
    }

    private String whole(Plan plan, Bounds bounds) {
        xml.open("jmeterTestPlan", "version", "1.2", "properties", "5.0", "jmeter", "5.6.3").open("hashTree");
        xml.element("TestPlan", "copy").property("boolProp", "TestPlan.serialize_threadgroups", plan.inTurn())
                .property("boolProp", "TestPlan.functional_mode", false).close().open("hashTree");
        steps(plan.shared(), false);
        plan.groups().forEach(group -> group(group, BoundedGroup.of(group, plan, bounds)));
        return xml.close().close().close().toString();
    }

    private void group(Plan.Group group, BoundedGroup bounded) {
        xml.element("ThreadGroup", Values.inert(group.demand().name()))
                .property("stringProp", "ThreadGroup.on_sample_error", "continue")
                .property("stringProp", "ThreadGroup.num_threads", bounded.users())
                .property("stringProp", "ThreadGroup.ramp_time", bounded.rampSeconds())
                .property("boolProp", "ThreadGroup.scheduler", true)
                .property("stringProp", "ThreadGroup.duration", bounded.seconds())
                .property("stringProp", "ThreadGroup.delay", bounded.delaySeconds())
                .property("boolProp", "ThreadGroup.same_user_on_next_iteration", true);
        xml.open("elementProp", "name", "ThreadGroup.main_controller", "elementType", "LoopController")
                .property("boolProp", "LoopController.continue_forever", false).property("stringProp", "LoopController.loops", bounded.loops()).close();
        xml.close().open("hashTree");
        // A group whose steps are all for the first round only would turn without end in the next.
        steps(group.steps(), group.steps().stream().anyMatch(Step::asksAgain));
        xml.close();
    }

    private void steps(List<Step> steps, boolean onceMayBe) {
        for (Step step : steps) {
            if (step instanceof Request request) {
                request(request);
            } else if (step instanceof Pause pause) {
                pause(pause);
            } else if (step instanceof Headers headers) {
                headers(headers);
            } else if (step instanceof Block block && Step.asks(block)) {
                block(block, onceMayBe);
            }
        }
    }

    private void block(Block block, boolean onceMayBe) {
        if (block.once() && onceMayBe) {
            xml.element("OnceOnlyController", "once");
        } else {
            xml.element("LoopController", "steps").property("boolProp", "LoopController.continue_forever", true)
                    .property("stringProp", "LoopController.loops", block.loops() < 0 ? INNER_ROUNDS : Math.min(block.loops(), INNER_ROUNDS));
        }
        xml.close().open("hashTree");
        steps(block.steps(), onceMayBe && block.steps().stream().anyMatch(Step::asksAgain));
        xml.close();
    }

    private void request(Request request) {
        xml.element("HTTPSamplerProxy", Values.inert(request.name()))
                .property("stringProp", "HTTPSampler.domain", host())
                .property("stringProp", "HTTPSampler.port", balancer.getPort() < 0 ? "" : balancer.getPort())
                .property("stringProp", "HTTPSampler.protocol", balancer.getScheme())
                .property("stringProp", "HTTPSampler.path", request.path())
                .property("stringProp", "HTTPSampler.method", request.method())
                .property("stringProp", "HTTPSampler.connect_timeout", connect.toMillis())
                .property("stringProp", "HTTPSampler.response_timeout", response.toMillis())
                .property("boolProp", "HTTPSampler.use_keepalive", true)
                .property("boolProp", "HTTPSampler.follow_redirects", false)
                .property("boolProp", "HTTPSampler.auto_redirects", false)
                .property("boolProp", "HTTPSampler.postBodyRaw", request.body());
        xml.open("elementProp", "name", "HTTPsampler.Arguments", "elementType", "Arguments").open("collectionProp", "name", "Arguments.arguments");
        for (Pair parameter : request.parameters()) {
            xml.open("elementProp", "name", parameter.name(), "elementType", "HTTPArgument").property("boolProp", "HTTPArgument.always_encode", !request.body())
                    .property("stringProp", "Argument.name", parameter.name()).property("stringProp", "Argument.value", parameter.value())
                    .property("stringProp", "Argument.metadata", "=").property("boolProp", "HTTPArgument.use_equals", true).close();
        }
        xml.close().close().close().open("hashTree");
        steps(request.steps(), false);
        xml.close();
    }

    /** JMeter puts the brackets of an IPv6 address on by itself. */
    private String host() {
        return balancer.getHost().replaceAll("[\\[\\]]", "");
    }

    private void pause(Pause pause) {
        xml.element("UniformRandomTimer", "pause").property("stringProp", "ConstantTimer.delay", Math.round(pause.constantMs()))
                .property("stringProp", "RandomTimer.range", Math.round(pause.rangeMs())).close().open("hashTree").close();
    }

    private void headers(Headers headers) {
        xml.element("HeaderManager", "headers").open("collectionProp", "name", "HeaderManager.headers");
        for (Pair header : headers.headers()) {
            xml.open("elementProp", "name", "", "elementType", "Header").property("stringProp", "Header.name", line(header.name()))
                    .property("stringProp", "Header.value", line(header.value())).close();
        }
        xml.close().close().open("hashTree").close();
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", "");
    }
}
