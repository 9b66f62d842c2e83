package relevo.course;

import java.time.Duration;

/**
 * What one delivery may take before it is ended.
 *
 * @param up        until its machines are up and were looked at
 * @param judging   from then until its checklist is written
 * @param away      to put it away, also after it was ended
 * @param freeBytes of the disk that must stay free
 */
record GradingLimits(Duration up, Duration judging, Duration away, long freeBytes) {

    static final GradingLimits USUAL = new GradingLimits(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(10), 2L << 30);

    Duration of(Phase phase) {
        return switch (phase) {
            case UP -> up;
            case JUDGING -> judging;
            case AWAY -> away;
        };
    }
}
