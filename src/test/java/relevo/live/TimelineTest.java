package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.live.page.Strip;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Strip.Mark;
import relevo.live.page.Strip.Point;
import relevo.words.Text;

class TimelineTest {

    private final Timeline timeline = new Timeline();

    private static Point at(long ms) {
        return new Point(ms, Map.of("web1", 2.0), 0, OptionalDouble.empty(), true);
    }

    @Test
    @DisplayName("at first there is nothing")
    void empty() {
        assertThat(timeline.strip().points()).isEmpty();
        assertThat(timeline.strip().marks()).isEmpty();
        assertThat(timeline.marks()).isEmpty();
    }

    @Test
    @DisplayName("of more points than fit those that came last are kept, the oldest first")
    void points() {
        var now = System.currentTimeMillis();
        LongStream.range(0, 300).forEach(i -> timeline.add(at(now + i)));

        assertThat(timeline.strip().points()).hasSize(240).extracting(Point::atMs).startsWith(now + 60).endsWith(now + 299).isSorted();
    }

    @Test
    @DisplayName("what is older than two minutes is not shown, however few points there are")
    void old() {
        var now = System.currentTimeMillis();
        timeline.add(at(now - 121_000));
        timeline.add(at(now - 60_000));
        timeline.add(at(now));

        assertThat(timeline.strip().points()).extracting(Point::atMs).containsExactly(now - 60_000, now);
    }

    @Test
    @DisplayName("what happened is shown with its moment, the oldest first")
    void marks() {
        var before = System.currentTimeMillis();
        timeline.mark(Kind.FAULT, Text.of("web1 se detiene", "web1 is stopped"));
        timeline.mark(Kind.MENDED, Text.same("web1"));

        assertThat(timeline.strip().marks()).extracting(Mark::kind).containsExactly(Kind.FAULT, Kind.MENDED);
        assertThat(timeline.strip().marks().get(0).what().en()).isEqualTo("web1 is stopped");
        assertThat(timeline.strip().marks()).allSatisfy(mark -> assertThat(mark.atMs()).isBetween(before, System.currentTimeMillis()));
        assertThat(timeline.marks()).isEqualTo(timeline.strip().marks());
    }

    @Test
    @DisplayName("a session without end keeps its last thousand marks")
    void manyMarks() {
        IntStream.range(0, 1_100).forEach(i -> timeline.mark(Kind.SEEN, Text.same("mark " + i)));

        assertThat(timeline.marks()).hasSize(1_000).extracting(mark -> mark.what().en()).startsWith("mark 100").endsWith("mark 1099");
    }

    @Test
    @DisplayName("what was handed out does not change any more")
    void handedOut() {
        Strip strip = timeline.strip();
        var marks = timeline.marks();
        timeline.add(at(System.currentTimeMillis()));
        timeline.mark(Kind.SEEN, Text.same("later"));

        assertThat(strip.points()).isEmpty();
        assertThat(strip.marks()).isEmpty();
        assertThat(marks).isEmpty();
    }
}
