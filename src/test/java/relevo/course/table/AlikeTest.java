package relevo.course.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.course.Team;
import relevo.testing.CourseSamples;

class AlikeTest {

    private static final String STOCK = "global\n log /dev/log\ndefaults\n mode http\n timeout connect 5000\n";

    private static Team team(String name, String configuration) {
        return CourseSamples.team(name, Map.of(), Map.of(), Map.of("haproxy.cfg", configuration));
    }

    private static String lines(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> "server " + word + i + " 10.0.0." + i + ":80 check\n").collect(Collectors.joining());
    }

    @Test
    @DisplayName("comments, blank lines and spaces aside, the same file of several teams is told once, with its lines")
    void whole() {
        var alike = Alike.among(List.of(team("a", STOCK + lines("x", 3)), team("b", "# ours\n\n" + STOCK.replace(" mode", "\tmode   ") + lines("x", 3)),
                team("c", STOCK + lines("z", 3)), team("d", STOCK + lines("x", 3))));

        assertThat(alike).hasSize(1);
        assertThat(alike.get(0).teams()).containsExactly("a", "b", "d");
        assertThat(alike.get(0).whole()).isTrue();
        assertThat(alike.get(0).lines()).hasSize(8).contains("mode http", "server x2 10.0.0.2:80 check");
    }

    @Test
    @DisplayName("lines that most teams do not have, shared by two")
    void partly() {
        var alike = Alike.among(List.of(team("a", STOCK + lines("x", 9) + lines("own", 4)), team("b", STOCK + lines("x", 9) + lines("mine", 5)),
                team("c", STOCK + lines("z", 12)), team("d", STOCK + lines("y", 12))));

        assertThat(alike).hasSize(1);
        assertThat(alike.get(0).teams()).containsExactly("a", "b");
        assertThat(alike.get(0).whole()).isFalse();
        assertThat(alike.get(0).lines()).hasSize(9).allMatch(line -> line.startsWith("server x"));
    }

    @Test
    @DisplayName("what everybody has, few lines and different files say nothing")
    void nothing() {
        assertThat(Alike.among(List.of(team("a", "global\n daemon\n"), team("b", "global\n daemon\n")))).isEmpty();
        assertThat(Alike.among(List.of(team("a", STOCK + lines("x", 20)), team("b", STOCK + lines("y", 20)), team("c", STOCK + lines("z", 20))))).isEmpty();
        assertThat(Alike.among(List.of(CourseSamples.team("a", Map.of()), team("b", STOCK)))).isEmpty();
    }
}
