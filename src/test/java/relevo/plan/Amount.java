package relevo.plan;

/** Numbers as plans have them: text, perhaps of a variable that has no value. */
final class Amount {

    private Amount() {
    }

    /** At most nine digits, or the other one. */
    static int whole(String text, int otherwise) {
        return text.strip().matches("-?\\d{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    /** At most nine digits before the point, or the other one. */
    static double real(String text, double otherwise) {
        return text.strip().matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text.strip()) : otherwise;
    }
}
