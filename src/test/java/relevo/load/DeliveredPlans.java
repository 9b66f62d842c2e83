package relevo.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import relevo.archive.SavedLoad;
import relevo.cluster.Cluster;
import relevo.machine.Progress;
import relevo.observation.OwnPlan;
import relevo.observation.OwnTests;
import relevo.observation.PlanResult;
import relevo.plan.Bounds;
import relevo.plan.Plan;
import relevo.plan.PlanCopy;
import relevo.plan.PlanFiles;

/** Finds the load tests that a delivery brings, and runs those of JMeter against its balancer as published. */
public final class DeliveredPlans {

    /** All of them together. */
    private static final int MOST_SECONDS = 80;

    private final Path delivery;
    private final SavedLoad saved;

    /**
     * @param delivery folder that was handed in
     * @param saved    where the plans as they were run go, and what came of them
     */
    public DeliveredPlans(Path delivery, SavedLoad saved) {
        this.delivery = delivery;
        this.saved = saved;
    }

    /** Runs them one after the other; the cluster is left as it was. */
    public OwnTests playedOn(Cluster cluster) {
        var found = PlanFiles.in(delivery);
        var bounds = Bounds.USUAL.within(MOST_SECONDS / Math.max(1, (int) found.plans().stream().filter(Plan::runnable).count()));
        List<OwnPlan> plans = new ArrayList<>();
        for (var plan : found.plans()) {
            plans.add(new OwnPlan(plan.description(), plan.runnable() ? Optional.of(played(plan, plans.size() + 1, cluster, bounds)) : Optional.empty()));
        }
        var own = new OwnTests(List.copyOf(plans), found.others(), found.more(), webServers(cluster));
        saved.keep(own);
        return own;
    }

    private PlanResult played(Plan plan, int number, Cluster cluster, Bounds bounds) {
        var file = plan.description().file();
        new Progress().say("load", file.replaceAll("[^ -~]", "?") + String.format(Locale.ROOT, ": %d s at most", PlanCopy.seconds(plan, bounds)));
        var result = PlanPlayer.play(plan, cluster.address("/"), bounds, saved.of("plans/" + folder(number, file)).resolve("as-run.jmx"));
        cluster.recover();
        return result;
    }

    /** A delivery's own name, where it makes a plain one, after a number that no other plan has. */
    static String folder(int number, String file) {
        var name = file.substring(file.lastIndexOf('/') + 1).replaceAll("(?i)\\.jmx$", "").replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return String.format(Locale.ROOT, "%02d-%s", number, name.length() > 40 ? name.substring(0, 40) : name);
    }

    private static Map<String, String> webServers(Cluster cluster) {
        var names = cluster.webServers().stream().map(server -> server.name()).toList();
        var addresses = new TreeMap<String, String>();
        cluster.webServers().forEach(server -> addresses.put(server.address(), server.name()));
        cluster.inventory().instances().stream().filter(instance -> names.contains(instance.name()))
                .forEach(instance -> instance.addresses().forEach(address -> addresses.put(address, instance.name())));
        return addresses;
    }
}
