package relevo.observation;

/**
 * How the balancer stood when its address was asked.
 *
 * @param looked    whether the machines could be looked at; nothing else counts where they could not
 * @param running   HAProxy processes that serve, workers of one master counted once
 * @param frontends sections of their configurations that take connections
 * @param lastWords what the service's log says last where none runs; empty where that is unknown
 * @param inside    where it answers inside, when nothing leads there from the host and this run made a way of its own; empty otherwise
 * @param home      instance or machine that the balancer is in, whether it runs or not; empty where that is unknown
 */
public record Standing(boolean looked, int running, int frontends, String lastWords, String inside, String home) {

    /** An older run did not save where the balancer is. */
    public Standing {
        home = home == null ? "" : home;
    }

    /** Of a balancer that nobody could look at. */
    public static final Standing UNKNOWN = new Standing(false, 0, 0, "", "", "");

    /** One that is published, or that answers nowhere. */
    public Standing(boolean looked, int running, int frontends, String lastWords) {
        this(looked, running, frontends, lastWords, "", "");
    }
}
