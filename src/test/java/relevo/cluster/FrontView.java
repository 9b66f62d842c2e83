package relevo.cluster;

import java.nio.file.Path;
import relevo.observation.NobodyLeft;
import relevo.observation.Page;
import relevo.outside.Browser;
import relevo.outside.RawVisit;
import relevo.outside.Visitor;

/** The balancer's front page as visitors see it: one with a library, one with a bare socket, one with a browser. */
public final class FrontView {

    private static final String FRONT = "/";

    private final Cluster cluster;

    /** @param cluster whose front page it is */
    public FrontView(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The page, as it is while servers are up. */
    public Page usual() {
        return cluster.open(FRONT);
    }

    /**
     * What is there when no server should be left.
     *
     * @param usual      the page while servers were up
     * @param screenshot where to write a picture of what the browser shows
     */
    public NobodyLeft nobodyLeft(Page usual, Path screenshot) {
        var page = cluster.open(FRONT);
        var raw = RawVisit.open(cluster.address(FRONT));
        var marked = cluster.visits(1, Visitor.withNewConnections()).answers().get(0).server();
        return new NobodyLeft(usual, page, marked, raw, Browser.look(cluster.address(FRONT), screenshot));
    }
}
