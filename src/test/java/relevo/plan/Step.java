package relevo.plan;

import java.util.List;

/** What is carried over from a delivery's plan: numbers and literal text, and nothing that JMeter would evaluate, run or open. */
sealed interface Step {

    /** A name with its value: of a header, or of a parameter. */
    record Pair(String name, String value) {
    }

    /**
     * Steps one after the other.
     *
     * @param loops so many times; -1 without end
     * @param once  only in a user's first round
     */
    record Block(long loops, boolean once, List<Step> steps) implements Step {
    }

    /**
     * A request.
     *
     * @param path  begins with a slash, with its query
     * @param body  whether the one parameter is the body itself
     * @param steps headers and pauses of its own
     */
    record Request(String name, String method, String path, boolean body, List<Pair> parameters, List<Step> steps) implements Step {
    }

    /** A pause before each request in its scope: this long, and evenly up to the range longer; ms. */
    record Pause(double constantMs, double rangeMs) implements Step {
    }

    /** Headers of each request in its scope. */
    record Headers(List<Pair> headers) implements Step {
    }

    /** Whether anything in it sends a request. */
    static boolean asks(Step step) {
        return step instanceof Request || step instanceof Block block && block.loops() != 0 && block.steps().stream().anyMatch(Step::asks);
    }

    /** Whether anything in it sends a request in every round. */
    static boolean asksAgain(Step step) {
        return step instanceof Request || step instanceof Block block && block.loops() != 0 && !block.once()
                && block.steps().stream().anyMatch(Step::asksAgain);
    }
}
