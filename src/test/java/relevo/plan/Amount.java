package relevo.plan;

/** Numbers as plans have them: text, perhaps of a variable that has no value. */
final class Amount {

    private Amount() {
    }

    private static final int MOST = 999_999_999;

    /** At most nine digits: with more it is as many as those can say; or the other one. */
    static int whole(String text, int otherwise) {
        if (text.strip().matches("-?\\d{10,}")) {
            return text.strip().startsWith("-") ? -MOST : MOST;
        }
        return text.strip().matches("-?\\d{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    /** At most nine digits before the point: with more it is as many as those can say; or the other one. */
    static double real(String text, double otherwise) {
        if (text.strip().matches("-?\\d{10,}(\\.\\d+)?")) {
            return text.strip().startsWith("-") ? -MOST : MOST;
        }
        return text.strip().matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text.strip()) : otherwise;
    }
}
