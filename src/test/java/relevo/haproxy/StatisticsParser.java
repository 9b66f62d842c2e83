package relevo.haproxy;

/** Reads the CSV form of HAProxy's statistics page. */
public final class StatisticsParser {

    private StatisticsParser() {
    }

    public static Statistics parse(String csv) {
        throw new UnsupportedOperationException("not written yet");
    }
}
