package relevo.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import relevo.discovery.Probe;
import relevo.machine.SideBySide;
import relevo.observation.InstanceState;
import relevo.observation.Listener;
import relevo.observation.Member;
import relevo.observation.Page;
import relevo.observation.Program;
import relevo.observation.Reach;
import relevo.observation.Role;
import relevo.outside.RawResponse;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;

/** What the cluster says of itself: its managers, its instances, the programs in them. */
public final class Inspection {

    private final Machines machines;
    private final List<Instance> instances;
    private final Instance balancer;
    private final List<Instance> webServers;

    Inspection(Machines machines, Topology topology) {
        this.machines = machines;
        this.instances = topology.instances();
        this.balancer = topology.having(Role.BALANCER).get(0);
        this.webServers = topology.webServers();
    }

    /** Versions of what the cluster is made of, by program; those that could be found out. */
    public Map<String, String> versions() {
        var versions = new Versions().manager(machines.anyLxd()).haproxy(machines.lxd(balancer), balancer);
        webServers.stream().findFirst().ifPresent(server -> versions.apache(machines.lxd(server), server));
        return versions.found();
    }

    /** What each machine answers when it is asked for the list of members; one that cannot be asked is missing. */
    public Map<String, List<Member>> membersToldByEach() {
        return membersToldBy(machines);
    }

    static Map<String, List<Member>> membersToldBy(Machines machines) {
        var told = new ConcurrentSkipListMap<String, List<Member>>();
        SideBySide.each(machines.all(), node -> {
            try {
                told.put(node.name(), machines.lxd(node).members());
            } catch (CannotCheck silent) {
                // What the others tell of it decides.
            }
        });
        return told;
    }

    /** As {@link #membersToldByEach}, once all say that all are online; what they say at last, where that takes longer than {@link Timing#MACHINE_RETURN}. */
    public Map<String, List<Member>> membersOnceOnline() {
        var told = new ArrayList<Map<String, List<Member>>>();
        try {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(500)).atMost(Timing.MACHINE_RETURN.max()).until(() -> {
                told.add(membersToldByEach());
                var last = told.get(told.size() - 1);
                return last.size() == machines.all().size() && last.values().stream().flatMap(List::stream)
                        .allMatch(member -> member.status().equals("ONLINE"));
            });
        } catch (ConditionTimeoutException late) {
            // What was told last is for the judge.
        }
        return told.get(told.size() - 1);
    }

    /** The members as a machine lists them; where that says that it belongs to no cluster, the machines themselves. */
    public List<Member> members() {
        var lxd = machines.anyLxd();
        return lxd.isClustered() ? lxd.members() : machines.all().stream().map(node -> new Member(node.name(), node.address(), "ONLINE")).toList();
    }

    /** Every instance, of the cluster or, where there is none, of each machine that answers. */
    public List<InstanceState> instances() {
        var lxd = machines.anyLxd();
        return lxd.isClustered() ? lxd.instances() : machines.lxdsThatAnswer().stream().flatMap(each -> each.instances().stream()).toList();
    }

    /** The TCP sockets on which programs listen, in every instance that the topology names; seen from the machines. */
    public List<Listener> listeners() {
        var names = instances.stream().map(Instance::name).toList();
        return SideBySide.map(machines.all(), Probe::of).stream().flatMap(probe -> probe.listeners().stream())
                .filter(listener -> names.contains(listener.instance())).toList();
    }

    /** Instances in which HAProxy runs, listening or not; seen from the machines. */
    public Set<String> haproxies() {
        return SideBySide.map(machines.all(), Probe::of).stream().flatMap(probe -> probe.programs().stream())
                .filter(program -> program.name().equals("haproxy") && !program.instance().isEmpty()).map(Program::instance)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the log of the balancer's service says last; empty where it cannot be had. */
    String lastWordsOfBalancer() {
        var said = machines.lxd(balancer).run(balancer.name(), "journalctl", "--no-pager", "-q", "-u", "haproxy", "-n", "3", "-o", "cat");
        return said.ok() ? said.out() : "";
    }

    /** The balancer's container asks each web server for a page. */
    public List<Reach> reachFromBalancer() {
        return SideBySide.map(webServers, server -> {
            var page = fetchInside(balancer, server.address(), "/");
            return new Reach(balancer.name(), server.name(), page.status() > 0, page.status() > 0 ? "HTTP " + page.status() : page.body());
        });
    }

    /** A page of a web server, asked for inside its own container, around the balancer. */
    public Page direct(Instance server, String path) {
        return fetchInside(server, "127.0.0.1", path);
    }

    /** As {@link #direct}; without an answer where the instance does not run. */
    Page directIfRunning(Instance server, String path) {
        try {
            return direct(server, path);
        } catch (CannotCheck off) {
            return new Page(0, Map.of(), off.getMessage());
        }
    }

    /** Bash alone, so that nothing need be installed in the container; address and path are arguments, not shell text. */
    private Page fetchInside(Instance from, String address, String path) {
        var script = "exec 3<>\"/dev/tcp/$1/80\" && printf 'GET %s HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' \"$2\" \"$1\" >&3 && cat <&3";
        var output = machines.lxd(from).run(from.name(), "timeout", String.valueOf(Timing.COMMAND.max().toSeconds() / 3), "bash", "-c", script, "fetch",
                address, path);
        return output.ok() ? RawResponse.parse(output.out()) : new Page(0, Map.of(), reason(address, output.complaint()));
    }

    /** Of Bash's "fetch: line 1: /dev/tcp/10.0.0.1/80: Connection refused", with as much again before it, what is of use; empty when it says nothing. */
    private static String reason(String address, String complaint) {
        return complaint.isBlank() ? "" : address + ":80: " + complaint.substring(complaint.lastIndexOf(": ") + 1).strip();
    }
}
