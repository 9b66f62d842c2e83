package relevo.plan;

import java.util.Optional;

/** JMeter's timers as pauses. */
final class Pauses {

    private static final double MINUTE_MS = 60_000;

    private Pauses() {
    }

    /** @param users of the group that it slows down; 0 where it stands above all groups */
    static Optional<Step> of(Part timer, Values values, int users) {
        double delay = positive(values, timer.property("ConstantTimer.delay"));
        double range = positive(values, timer.property("RandomTimer.range"));
        return switch (timer.kind()) {
            case "ConstantTimer" -> Optional.of(new Step.Pause(delay, 0));
            case "UniformRandomTimer" -> Optional.of(new Step.Pause(delay, range));
            // Their mean is kept, their shape is not.
            case "GaussianRandomTimer" -> Optional.of(new Step.Pause(delay, 0));
            case "PoissonRandomTimer" -> Optional.of(new Step.Pause(delay + range, 0));
            case "ConstantThroughputTimer" -> throughput(positive(values, timer.property("throughput")),
                    Amount.whole(timer.property("calcMode"), 0) == 0 ? 1 : users);
            default -> throughput(positive(values, timer.property("throughput")) * MINUTE_MS / 1_000
                    / Math.max(1, positive(values, timer.property("throughputPeriod"))), users);
        };
    }

    /** So many requests a minute of so many users together. */
    private static Optional<Step> throughput(double perMinute, int users) {
        return perMinute > 0 && users > 0 ? Optional.of(new Step.Pause(MINUTE_MS / perMinute * users, 0)) : Optional.empty();
    }

    private static double positive(Values values, String written) {
        return Math.max(0, Amount.real(values.literal(written), 0));
    }
}
