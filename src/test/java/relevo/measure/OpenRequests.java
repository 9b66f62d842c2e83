package relevo.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import relevo.observation.Answer;

/**
 * How many requests clients had open, by the answers' own times, to the ms.
 *
 * @param steps moments at which one was sent or came to an end, by time
 */
record OpenRequests(List<Step> steps) {

    /** @param by 1 for one that was sent, −1 for one that came to an end */
    record Step(double atMs, int by) {
    }

    static OpenRequests of(List<Answer> answers) {
        List<Step> steps = new ArrayList<>();
        answers.forEach(a -> {
            steps.add(new Step(a.atMs(), 1));
            steps.add(new Step(a.atMs() + a.tookMs(), -1));
        });
        // Whoever leaves at the same moment leaves first.
        steps.sort(Comparator.comparingDouble(Step::atMs).thenComparingInt(Step::by));
        return new OpenRequests(steps);
    }

    /** When there first were as many. */
    OptionalDouble reached(int many) {
        int open = 0;
        for (Step step : steps) {
            open += step.by();
            if (open >= many) {
                return OptionalDouble.of(step.atMs());
            }
        }
        return OptionalDouble.empty();
    }

    /** The longest time without interruption that there were as many, ms. */
    double longestMs(int many) {
        int open = 0;
        double since = Double.NaN;
        double longest = 0;
        for (Step step : steps) {
            int before = open;
            open += step.by();
            if (before < many && open >= many) {
                since = step.atMs();
            } else if (before >= many && open < many) {
                longest = Math.max(longest, step.atMs() - since);
            }
        }
        return longest;
    }
}
