package relevo.course.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import relevo.course.Team;
import relevo.report.Points;
import relevo.words.Text;

/** What the formats tell of a team as a whole. */
final class TeamRun {

    private static final double LONGEST_S = 1e9;
    private static final int LAST_YEAR = 9999;

    private TeamRun() {
    }

    /** When it began; 1970 where nobody noted it, because most formats insist on a time. */
    static Instant start(Team team) {
        try {
            var start = OffsetDateTime.parse(team.checklist().run().startedAt());
            return start.getYear() < 1970 || start.getYear() > LAST_YEAR ? Instant.EPOCH : start.toInstant();
        } catch (DateTimeException unknown) {
            return Instant.EPOCH;
        }
    }

    /** Whole milliseconds. @param seconds as a stranger's clock may have measured them: neither below 0 nor above 30 years */
    static long milliseconds(double seconds) {
        return Math.round(Math.max(0, Math.min(LONGEST_S, seconds)) * 1000);
    }

    /** The points in a sentence: what is decided, what is not, and whether that makes a grade. */
    static Text points(Team team) {
        var earned = Points.show(team.earned());
        return team.grade().map(grade -> Text.of("Nota: %s de %s.", "Grade: %s of %s.", Points.show(grade), total(team)))
                .orElseGet(() -> Text.of("Todavía no hay nota. De lo que ya se decidió ganó %s; faltan por decidir %s de %s, ni ganados ni perdidos.",
                        "There is no grade yet. Of what is decided it earned %s; %s of %s are still to be decided, neither earned nor lost.",
                        earned, Points.show(team.open()), total(team)));
    }

    private static String total(Team team) {
        return Points.show(team.checklist().score().total());
    }

    /** {@link #points}, and why it was not judged to the end, where it was not. */
    static Text summary(Team team) {
        return points(team).then(team.trouble());
    }
}
