package relevo.plan;

/** Names that a delivery chose, fit for one line of a report or of a terminal. */
final class Shown {

    private static final int LONGEST = 100;

    private Shown() {
    }

    /** Without controls, format characters and broken halves, on one line, and not too long. */
    static String of(String name) {
        StringBuilder shown = new StringBuilder();
        name.strip().codePoints().limit(LONGEST + 1L).forEach(point -> shown.appendCodePoint(acts(point) ? '·' : point));
        return shown.codePointCount(0, shown.length()) <= LONGEST ? shown.toString()
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static boolean acts(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point) || type == Character.FORMAT || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
