package relevo.substrate.docker;

import java.time.Duration;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/** Leaves the waiting to provisioning, whose first step waits for LXD on every substrate alike. */
final class NoWait implements WaitStrategy {

    @Override
    public void waitUntilReady(WaitStrategyTarget target) {
        // On purpose.
    }

    @Override
    public WaitStrategy withStartupTimeout(Duration longest) {
        return this;
    }
}
