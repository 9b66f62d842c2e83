package relevo.live.page;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import relevo.words.Text;

/**
 * What happened lately, the oldest first.
 *
 * @param points at most 240, half a second apart
 * @param marks  what was done, and what changed by itself
 */
public record Strip(List<Point> points, List<Mark> marks) {

    /**
     * One moment.
     *
     * @param atMs       ms since the epoch
     * @param perSecond  responses/s by web server; one that served nothing may be missing
     * @param queued     requests that waited
     * @param visitorMs  how long the one visitor waited who opened the page then, ms; empty when nobody did
     * @param visitorOk  whether that visitor got a page of a server; true when nobody opened it
     */
    public record Point(long atMs, Map<String, Double> perSecond, long queued, OptionalDouble visitorMs, boolean visitorOk) {
    }

    /** What a mark is about. */
    public enum Kind { FAULT, MENDED, APPLIED, REFUSED, TRAFFIC, SEEN }

    /**
     * Something that happened.
     *
     * @param atMs ms since the epoch
     */
    public record Mark(long atMs, Kind kind, Text what) {
    }
}
