package relevo.substrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.cluster.Cluster;
import relevo.observation.BroughtUp;
import relevo.observation.Inventory;
import relevo.observation.LeftAsFound;
import relevo.verdict.CannotStart;

/** Where the cluster's nodes come from. */
public interface Substrate extends AutoCloseable {

    /** The word that chooses it: {@code -Drelevo.substrate=…}. */
    String name();

    /** Whether its nodes are containers that stand in for virtual machines. */
    boolean nodesStandIn();

    /**
     * Brings the cluster up, or uses the one that is up, and brings it to the state that {@code infra/} describes.
     *
     * @param meanwhile something of the caller's own that begins work on another thread; called when the processor has little to do
     * @throws CannotStart with what is wrong and the remedy; nothing is left behind then, unless the run was told to keep it
     */
    Cluster up(Runnable meanwhile);

    /**
     * Brings haproxy.cfg and the apology, as they are now, into the cluster that {@link #up} brought up.
     *
     * @throws CannotStart with the words of whatever refused them; what was in force stays so
     */
    void balance();

    /** How its machines came up, after {@link #up}. */
    BroughtUp broughtUp();

    /** What was found otherwise than this substrate made it, in words; none where it judges what is there as it is. */
    List<String> differences(Inventory found);

    /** Versions of what the nodes are made of, by name, for the report. */
    Map<String, String> versions();

    /** What is otherwise now than it was when the run began, where that is somebody else's; empty where it is not asked. */
    default Optional<LeftAsFound> leftAsFound() {
        return Optional.empty();
    }

    /** Whether the cluster is left up for the next run. */
    boolean stays();

    /** Takes down what {@link #up} made, unless it stays; a second call does nothing. */
    @Override
    void close();
}
