package relevo.observation;

import java.util.List;
import java.util.Map;

/**
 * The load tests that a delivery brings.
 *
 * @param plans      of JMeter, in the order of their files' names
 * @param others     scripts of other tools, which are named and not run
 * @param more       plans beyond those, which nobody looked at
 * @param webServers address to the name of the web server that has it
 */
public record OwnTests(List<OwnPlan> plans, List<OtherTool> others, int more, Map<String, String> webServers) {

    /**
     * A load test of another tool.
     *
     * @param file its path within the delivery, with slashes
     * @param tool {@code k6}, {@code Locust}, {@code Artillery}, {@code ab}, {@code hey} or {@code wrk}
     */
    public record OtherTool(String file, String tool) {
    }
}
