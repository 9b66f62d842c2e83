package relevo.course.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.course.Team;
import relevo.testing.CourseSamples;

class AlikeTest {

    private static final String FILE = "haproxy.cfg";

    private static Team team(String name, String text) {
        return CourseSamples.team(name, Map.of(), Map.of(), Map.of(FILE, text));
    }

    /** Lines that nobody else has: {@code a1}, {@code a2}, … */
    private static String own(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i + "\n").collect(Collectors.joining());
    }

    @Test
    @DisplayName("a file is the same where only comments, spaces and blank lines differ")
    void whole() {
        var one = "frontend web\n  bind *:80\n  mode http\n  default_backend b\nbackend b\n  server s 10.0.0.1:80 check\n";
        var other = "# ours\n\nfrontend   web\n\tbind *:80 # door\r\n mode http\n<!-- a\nremark --> default_backend b \n"
                + "backend b\n  server s 10.0.0.1:80 check";

        assertThat(Alike.of(List.of(team("a", one), team("b", other), team("c", own("c", 30))))).containsExactly(new Alike(FILE, List.of("a", "b"), true,
                List.of("frontend web", "bind *:80", "mode http", "default_backend b", "backend b", "server s 10.0.0.1:80 check")));
    }

    @Test
    @DisplayName("capitals count, and so does the name of the file")
    void different() {
        assertThat(Alike.of(List.of(team("a", own("a", 7)), team("b", own("A", 7))))).isEmpty();
        assertThat(Alike.of(List.of(team("a", own("a", 7)), CourseSamples.team("b", Map.of(), Map.of(), Map.of("503.http", own("a", 7)))))).isEmpty();
    }

    @Test
    @DisplayName("fewer than five lines that say something are nothing: brackets and comments say nothing")
    void few() {
        var four = own("a", 4) + "}\n}\n# x\n";

        assertThat(Alike.of(List.of(team("a", four), team("b", four)))).isEmpty();
        assertThat(Alike.of(List.of(team("a", four + "a5"), team("b", four + "a5")))).hasSize(1);
    }

    @Test
    @DisplayName("two files share eight lines in a row, and seven are too few")
    void run() {
        var four = List.of(team("c", own("c", 20)), team("d", own("d", 20)));

        assertThat(Alike.of(with(four, team("a", "x\n" + own("s", 8) + "y"), team("b", own("b", 3) + own("s", 8) + own("z", 9)))))
                .containsExactly(new Alike(FILE, List.of("a", "b"), false, own("s", 8).lines().toList()));
        assertThat(Alike.of(with(four, team("a", "x\n" + own("s", 7) + "y"), team("b", own("b", 3) + own("s", 7) + own("z", 9))))).isEmpty();
    }

    @Test
    @DisplayName("what more than half of the teams have came from elsewhere, and counts for nothing, within a run either")
    void common() {
        var shared = own("s", 12);

        assertThat(Alike.of(List.of(team("a", shared + "a"), team("b", shared + "b"), team("c", shared + "c"), team("d", own("d", 9))))).isEmpty();
        assertThat(Alike.of(List.of(team("a", shared + "a"), team("b", shared + "b"), team("c", own("c", 9)), team("d", own("d", 9))))).hasSize(1);
        // In half of the course's files the third line stands between those that only two have.
        var broken = "r1\nr2\ncommon\nr3\nr4\nr5\nr6\nr7\nr8\n";
        assertThat(Alike.of(List.of(team("a", broken + "a"), team("b", broken.replace("common\n", "")), team("c", "common"), team("d", "common\nx"))))
                .singleElement().satisfies(alike -> assertThat(alike.lines()).hasSize(8).doesNotContain("common"));
    }

    @Test
    @DisplayName("two teams may share anything, also where there are no others")
    void two() {
        assertThat(Alike.of(List.of(team("a", own("s", 9) + "a"), team("b", own("s", 9) + "b")))).hasSize(1);
    }

    @Test
    @DisplayName("three teams with the same lines are told once, whole files before parts, longer before shorter, teams in the order of the list")
    void order() {
        var found = Alike.of(List.of(team("z", own("s", 9) + "z"), team("p", own("p", 6)), team("b", own("s", 9) + "b"), team("q", own("p", 6)),
                team("a", own("s", 9) + "a"), team("v", own("v", 50) + "v"), team("w", own("v", 50) + "w")));

        assertThat(found).extracting(Alike::teams).containsExactly(List.of("p", "q"), List.of("v", "w"), List.of("z", "b", "a"));
        assertThat(found).extracting(Alike::whole).containsExactly(true, false, false);
    }

    @Test
    @DisplayName("lines are comments by their place: neither Ruby's #{x} nor a colour is one, and a remark that never ends hides nothing")
    void comments() {
        assertThat(Significant.lines("echo #{name}\n#{name}\ncolor: #fff;\nbind *:80 # x\n#x\n<!-- a\nb --> c\n<!-- d\n"))
                .containsExactly("echo #{name}", "#{name}", "color: #fff;", "bind *:80", "c", "<!-- d");
    }

    @Test
    @DisplayName("a file of a hundred thousand lines, or of as many remarks that never end, is compared as far as people write")
    void huge() {
        var huge = own("s", 100_000) + "<!-- ".repeat(100_000);
        var course = new ArrayList<Team>();
        IntStream.range(0, 6).forEach(i -> course.add(team("t" + i, "t" + i + "\n" + (i < 2 ? huge : own("o" + i, 300)))));

        assertThat(Alike.of(course)).singleElement().satisfies(alike -> {
            assertThat(alike.lines()).hasSizeBetween(900, 1_000);
            assertThat(alike.shown()).hasSize(200);
            assertThat(alike.further()).isEqualTo(alike.lines().size() - 200);
        });
    }

    private static List<Team> with(List<Team> some, Team... more) {
        var all = new ArrayList<>(List.of(more));
        all.addAll(some);
        return all;
    }
}
