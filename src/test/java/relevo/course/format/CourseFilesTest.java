package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.course.Team;
import relevo.testing.CourseSamples;

class CourseFilesTest {

    private static final List<String> EACH = List.of("ctrf.json", "feedback.md", "junit.xml", "open-test-report.xml", "result.json", "results.json");

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("six files for each team, three for the course")
    void all(@TempDir Path folder) throws IOException {
        var course = folder.resolve("new/course");
        CourseFiles.write(CourseSamples.three(), course);

        var expected = new ArrayList<>(List.of("canvas.csv", "grades.csv", "moodle.csv"));
        for (var team : CourseSamples.three()) {
            EACH.forEach(file -> expected.add(team.folder() + "/" + file));
        }
        assertThat(files(course)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Files.readString(course.resolve("teams/equipo ñ/feedback.md"))).startsWith("# Resultado de equipo ñ");
        assertThat(Files.readString(course.resolve("canvas.csv"))).startsWith("Student,ID,SIS User ID,SIS Login ID,Section,Relevo\r\n");
    }

    @Test
    @DisplayName("the environment of Classroom 50's runner is about one submission, and never about several")
    void runner(@TempDir Path folder) throws IOException {
        var runner = Map.of("OWNER", "ana");
        CourseFiles.write(CourseSamples.three().subList(0, 1), folder.resolve("one"), "Relevo", Optional.empty(), runner);
        CourseFiles.write(CourseSamples.three(), folder.resolve("three"), "Relevo", Optional.empty(), runner);

        assertThat(Files.readString(folder.resolve("one/teams/team-01/result.json"))).contains("\"owner\" : \"ana\"");
        assertThat(Files.readString(folder.resolve("three/teams/team-01/result.json"))).contains("\"owner\" : \"unknown\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/tmp/out", "teams/../..", "", "teams/.."})
    @DisplayName("a team's folder that is not inside the course's is refused before anything is written")
    void outside(String out, @TempDir Path folder) throws IOException {
        var team = CourseSamples.three().get(0);
        var climbing = new Team("x", out, team.checklist(), Map.of(), team.trouble(), 1, Map.of());

        assertThatThrownBy(() -> CourseFiles.write(List.of(team, climbing), folder.resolve("course"))).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + out + "\"");
        assertThat(files(folder)).isEmpty();
    }
}
