package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.report.ReportFiles;
import relevo.testing.CourseSamples;
import relevo.words.Text;

@DisplayName("the table and the files of what is saved")
class GradeCourseTest {

    @TempDir
    private Path folder;
    private Path into;

    @BeforeEach
    void aCourse() throws IOException {
        into = folder.resolve("course");
        for (var team : List.of("a", "b")) {
            Files.createDirectories(folder.resolve("deliveries").resolve(team));
        }
        var reports = into.resolve("teams/a");
        new Graded("a", "d", "s", Text.same(""), "2026-01-02T03:04:05Z", Map.of("up", 60.0)).keep(reports);
        ReportFiles.write(CourseSamples.team("a", Map.of()).checklist(), reports);
    }

    private String table(String... options) {
        var words = new ArrayList<>(List.of("--table", "--into", into.toString()));
        words.addAll(List.of(options));
        words.add(folder.resolve("deliveries").toString());
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = GradeCourse.run(stream, stream, words.toArray(String[]::new));
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("are made anew, with what the teacher gave and who is in which team; who is not graded yet is there too")
    void made() throws IOException {
        var byHand = Files.writeString(folder.resolve("by-hand.csv"), "team,requirement,points\na,D1,0.75\n");
        var students = Files.writeString(folder.resolve("students.csv"), "team,Email address\na,one@example.org\na,two@example.org\n");

        assertThat(table("--by-hand", byHand.toString(), "--students", students.toString())).startsWith("0 ").contains("index.html");

        var page = Jsoup.parse(Files.readString(into.resolve("index.html")));
        assertThat(page.text()).contains("4.75", "It has not been graded yet.", "students.csv: the team \"b\" has no students");
        assertThat(Files.readString(into.resolve("moodle.csv"))).contains("one@example.org", "two@example.org", "4.75");
        assertThat(Files.readString(into.resolve("grades.csv"))).contains("a,4.75,0.0,4.75");
        assertThat(into.resolve("teams/a/feedback.md")).exists();
    }

    @Test
    @DisplayName("a teacher's file that will not do is told in one line, before anything is written")
    void refused() throws IOException {
        var byHand = Files.writeString(folder.resolve("by-hand.csv"), "team,requirement,points\na,D1,7\n");

        assertThat(table("--by-hand", byHand.toString())).startsWith("2 No se puede calificar · Cannot grade: ").contains("by-hand.csv", "7").hasLineCount(1);
        assertThat(table("--students", folder.resolve("none.csv").toString())).startsWith("2 ").contains("none.csv");
        assertThat(table("--rubric", "editon-2022")).startsWith("2 ").contains("the nearest is edition-2022");
        assertThat(table("--only", "c")).startsWith("2 ").contains("there is no team \"c\"");
        assertThat(into.resolve("index.html")).doesNotExist();
    }
}
