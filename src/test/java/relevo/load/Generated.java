package relevo.load;

import java.util.List;
import relevo.observation.Answer;

/**
 * What a generator did and what came back.
 *
 * @param answers    every request, by the time it was sent; one that was never answered carries its cause
 * @param planned    arrivals in the schedule; 0 for the closed model
 * @param seconds    length of the schedule
 * @param worstLagMs 99th percentile of (sent − scheduled), ms; 0 for the closed model
 * @param beganMs    when each stage began, ms since the origin
 */
public record Generated(List<Answer> answers, long planned, double seconds, double worstLagMs, List<Double> beganMs) {
}
