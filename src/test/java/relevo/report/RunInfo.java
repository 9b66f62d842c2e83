package relevo.report;

import java.util.Map;

/**
 * The circumstances of a run.
 *
 * @param substrate    where the nodes came from: {@code docker}, {@code vagrant}, {@code existing}
 * @param startedAt    ISO 8601, with its offset
 * @param seconds      how long the run took, s
 * @param versions     what took part, name to version: {@code haproxy} to {@code 2.6.12}; shown in this map's order
 * @param nodesStandIn whether containers stood in for the virtual machines that G4 asks for
 * @param complete     false when only some requirements were asked for; the score is then not the delivery's grade
 */
public record RunInfo(String substrate, String startedAt, double seconds, Map<String, String> versions,
                      boolean nodesStandIn, boolean complete) {
}
