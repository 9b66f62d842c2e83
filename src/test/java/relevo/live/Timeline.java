package relevo.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import relevo.live.page.Strip;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Strip.Mark;
import relevo.live.page.Strip.Point;
import relevo.words.Text;

/** The last two minutes, and all marks of this session. For several threads. */
final class Timeline {

    private static final int POINTS = 240;
    private static final long SHOWN_MS = 120_000;
    /** More than anybody makes in an afternoon. */
    private static final int MARKS = 1_000;

    private final Deque<Point> points = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();

    synchronized void add(Point point) {
        points.add(point);
        if (points.size() > POINTS) {
            points.remove();
        }
    }

    synchronized void mark(Kind kind, Text what) {
        marks.add(new Mark(System.currentTimeMillis(), kind, what));
        if (marks.size() > MARKS) {
            marks.remove();
        }
    }

    /** What happened since this session began. */
    synchronized List<Mark> marks() {
        return List.copyOf(marks);
    }

    synchronized Strip strip() {
        var since = System.currentTimeMillis() - SHOWN_MS;
        return new Strip(points.stream().filter(point -> point.atMs() >= since).toList(), marks.stream().filter(mark -> mark.atMs() >= since).toList());
    }
}
