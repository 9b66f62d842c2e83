package relevo.course.table;

import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.List;
import relevo.course.Team;
import relevo.report.CatalogueRow;
import relevo.report.Row;
import relevo.report.State;

/**
 * How many teams did not meet a requirement: matter for the next lecture.
 *
 * @param notMet    teams that were seen not meeting it
 * @param unchecked teams of which nobody could tell, for a reason of its own or because another requirement fails
 * @param teams     all of them
 */
public record Missed(CatalogueRow requirement, long notMet, long unchecked, int teams) {

    /** Those that some team did not meet or could not be checked for, most missed first, then most unchecked, then as in the catalogue. */
    static List<Missed> of(List<Team> teams) {
        var rows = teams.stream().flatMap(team -> team.checklist().rows().stream()).toList();
        return teams.stream().limit(1).flatMap(first -> first.checklist().rows().stream().map(Row::requirement))
                .map(requirement -> {
                    var its = rows.stream().filter(row -> row.id().equals(requirement.id())).map(Row::state).toList();
                    return new Missed(requirement, its.stream().filter(state -> state == State.NOT_MET).count(),
                            its.stream().filter(state -> state == State.COULD_NOT_CHECK || state == State.WAITS).count(), teams.size());
                })
                .filter(missed -> missed.notMet() + missed.unchecked() > 0)
                .sorted(comparingLong(Missed::notMet).reversed().thenComparing(Comparator.comparingLong(Missed::unchecked).reversed()))
                .toList();
    }

    /** Share of all teams, %, for the bar. */
    public String share(long some) {
        return String.valueOf(Math.round(1000.0 * some / teams) / 10.0);
    }
}
