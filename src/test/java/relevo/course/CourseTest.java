package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.OralDefence;
import relevo.archive.SavedDefence;
import relevo.archive.SavedObservations;
import relevo.report.ReportFiles;
import relevo.report.Rubric;
import relevo.report.State;
import relevo.testing.CourseSamples;
import relevo.testing.Samples;
import relevo.verdict.Verdict;
import relevo.words.Text;

@DisplayName("a course's reports, read again")
class CourseTest {

    private static final Verdict WRONG = Verdict.notMet(Text.same("x"), Text.same("y"), Text.same("z"));

    @TempDir
    private Path folder;

    private Course course(Rubric rubric, String... teams) {
        return new Course(folder, List.of(teams).stream().map(team -> new Listed(team, CourseList.folder(team), folder, true, Optional.empty())).toList(),
                Samples.CATALOGUE, rubric);
    }

    private Path graded(Course course, int at, Text trouble) {
        var reports = course.reports(course.listed().get(at));
        new Graded(course.listed().get(at).team(), "d", "s", trouble, "2026-01-02T03:04:05Z", Map.of("up", 60.0, "judging", 90.0)).keep(reports);
        return reports;
    }

    @Test
    @DisplayName("each team has the verdicts that its run gave, under the course's rubric, and what was given by hand")
    void teams() {
        var course = course(Samples.RUBRIC, "a", "b/c");
        ReportFiles.write(CourseSamples.team("a", Map.of("B2", WRONG)).checklist(), graded(course, 0, Text.same("")));

        var teams = course.teams(Map.of("a", Map.of("D1", BigDecimal.ONE)));

        assertThat(teams.get(0).grade().orElseThrow()).isEqualByComparingTo("4.7");
        assertThat(teams.get(0).seconds()).isEqualTo(150);
        assertThat(teams.get(0).folder()).isEqualTo("teams/a");
        assertThat(teams.get(0).checklist().roots().get(0).row().verdict()).isEqualTo(WRONG);
        assertThat(teams.get(1).trouble().en()).isEqualTo("It has not been graded yet.");
        assertThat(teams.get(1).earned()).isZero();
        assertThat(teams.get(1).open()).isEqualByComparingTo("5");
    }

    @Test
    @DisplayName("points of an oral defence count, whether the delivery was judged or not, as long as the rubric makes it worth the same")
    void defended() {
        var course = course(Samples.RUBRIC, "a", "b");
        ReportFiles.write(CourseSamples.team("a", Map.of()).checklist(), graded(course, 0, Text.same("")));
        var defence = new OralDefence("/d", "t", List.of(), "", Optional.of(new BigDecimal("0.8")), new BigDecimal("1.0"));
        course.listed().forEach(one -> new SavedDefence(course.reports(one)).keep(defence));

        assertThat(course.teams(Map.of())).extracting(team -> team.earned().doubleValue()).containsExactly(4.8, 0.8);
        assertThat(course.teams(Map.of()).get(0).grade()).isPresent();
        assertThat(course.teams(Map.of("a", Map.of("D1", BigDecimal.ONE))).get(0).grade().orElseThrow()).isEqualByComparingTo("5");

        new SavedDefence(course.reports(course.listed().get(0))).keep(new OralDefence("/d", "t", List.of(), "", defence.points(), new BigDecimal("2.0")));
        assertThat(course.teams(Map.of()).get(0).grade()).isEmpty();
    }

    @Test
    @DisplayName("another rubric, other points, and nothing else")
    void anotherRubric() {
        var course = course(Rubric.named("edition-2022", Path.of("rubrics"), Samples.CATALOGUE), "a");
        ReportFiles.write(CourseSamples.team("a", Map.of("B2", WRONG)).checklist(), graded(course, 0, Text.same("")));

        var team = course.teams(Map.of()).get(0);

        var b2 = team.cells().stream().filter(cell -> cell.row().id().equals("B2")).findFirst().orElseThrow();
        assertThat(b2.row().state()).isEqualTo(State.NOT_MET);
        assertThat(b2.row().points()).isEqualTo(course.rubric().points("B2")).isNotEqualTo(Samples.RUBRIC.points("B2"));
    }

    @Test
    @DisplayName("one that was ended has no verdict, whatever it had judged by then: nothing is lost, everything is open")
    void ended() {
        var course = course(Samples.RUBRIC, "a");
        graded(course, 0, Text.of("En 30 min no estuvo arriba.", "Within 30 min it was not up."));

        var team = course.teams(Map.of()).get(0);

        assertThat(team.trouble().en()).isEqualTo("Within 30 min it was not up.");
        assertThat(team.open()).isEqualByComparingTo("5");
        assertThat(team.cells()).noneMatch(cell -> cell.row().state() == State.NOT_MET);
    }

    @Test
    @DisplayName("judged again, it is told what changed for whom")
    void judgedAgain() throws IOException {
        var course = course(Samples.RUBRIC, "a", "b", "c");
        for (int i = 0; i < 2; i++) {
            var reports = graded(course, i, Text.same(""));
            ReportFiles.write(CourseSamples.team("a", Map.of("B2", WRONG)).checklist(), reports);
            for (var id : Samples.ALL) {
                new SavedObservations(reports).keepVerdict(id, i == 0 && id.equals("B2") ? WRONG : Verdict.met(Text.of("Se vio.", "It was seen.")));
            }
        }
        graded(course, 2, Text.same("x"));

        assertThat(judged()).isEqualTo("""
                1
                equipo · team  antes · before  ahora · now  cambió · changed
                a              3.7/4.0         3.7/4.0
                b              3.7/4.0         4.0/4.0      B2 ✗→✓
                c              –               –            no hay lista · no checklist
                ! 1 de 3 ejecuciones cambiaron · 1 of 3 runs changed
                """);
        assertThat(judged("--rubric", "edition-2022")).startsWith("1\n").contains("! 2 de 3");
        assertThat(judged("--rubric", "none")).startsWith("2\nNo se puede evaluar").contains("the nearest is");
        Files.delete(course.reports(course.listed().get(0)).resolve("checklist.json"));
        assertThat(judged()).contains("a              –");
    }

    private String judged(String... options) {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        var words = new ArrayList<>(List.of(options));
        words.add(folder.toString());
        int status = JudgeCourse.run(stream, stream, words.toArray(String[]::new));
        return status + "\n" + said.toString(StandardCharsets.UTF_8);
    }
}
