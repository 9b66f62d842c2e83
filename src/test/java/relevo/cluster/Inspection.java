package relevo.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import relevo.cluster.Footprint.Part;
import relevo.discovery.Probe;
import relevo.lxd.Lxd;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.SideBySide;
import relevo.observation.ConfigurationFile;
import relevo.observation.InstanceName;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Member;
import relevo.observation.Page;
import relevo.observation.Reach;
import relevo.observation.Server;
import relevo.outside.RawResponse;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;

/** What the cluster says of itself: its managers, its instances, the programs in them. */
public final class Inspection {

    private final Machines machines;
    private final Layout layout;
    private final Supplier<Inventory> found;
    private final Footprint footprint;

    /**
     * @param found     what was found when the run began
     * @param footprint told what is looked at
     */
    Inspection(Machines machines, Layout layout, Supplier<Inventory> found, Footprint footprint) {
        this.footprint = footprint;
        this.machines = machines;
        this.layout = layout;
        this.found = found;
    }

    /** Versions of what the cluster is made of, by program; those that could be found out. */
    public Map<String, String> versions() {
        footprint.touch(Part.PROGRAMS);
        var versions = new Versions().manager(machines.anyLxd());
        layout.balancer().ifPresent(balancer -> versions.haproxy(machines, balancer));
        layout.webServers().stream().findFirst().ifPresent(server -> versions.apache(machines, server));
        return versions.found();
    }

    /** What the balancers that were found when the run began are configured with; passwords and all. */
    public List<ConfigurationFile> configuration() {
        footprint.touch(Part.PROGRAMS);
        return new Configurations(machines).of(found.get());
    }

    /** What each machine answers when it is asked for the list of members; one that cannot be asked is missing. */
    public Map<String, List<Member>> membersToldByEach() {
        footprint.touch(Part.MANAGER);
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

    /** The members as a machine lists them, and every machine that is none of them. */
    public List<Member> members() {
        footprint.touch(Part.MANAGER);
        var lxd = machines.anyLxd();
        var members = new ArrayList<>(lxd.isClustered() ? lxd.members() : List.<Member>of());
        machines.all().stream()
                .filter(node -> members.size() < machines.all().size() && members.stream().noneMatch(member -> member.name().equals(node.name())))
                .forEach(node -> members.add(new Member(node.name(), node.address(), machines.lxd(node).answers() ? "ONLINE" : "OFFLINE")));
        return members;
    }

    /** Every instance, of the cluster or of each machine that answers and belongs to none. */
    public List<InstanceState> instances() {
        footprint.touch(Part.MANAGER);
        var answering = machines.lxdsThatAnswer();
        if (answering.isEmpty()) {
            return machines.anyLxd().instances();
        }
        var alone = answering.stream().filter(lxd -> !lxd.isClustered());
        return InstanceName.distinct(Stream.concat(answering.stream().filter(Lxd::isClustered).limit(1), alone).flatMap(each -> each.instances().stream())
                .toList());
    }

    /** What runs in the instances and on the machines; seen from the machines. */
    public RunningPrograms programs() {
        footprint.touch(Part.PROGRAMS);
        var names = layout.instances().stream().map(Instance::name).toList();
        Map<String, Probe> probes = new ConcurrentSkipListMap<>();
        SideBySide.each(machines.all(), node -> probes.put(node.name(), probe(node)));
        var haproxies = new TreeSet<String>();
        probes.forEach((machine, probe) -> probe.programs().stream().filter(program -> program.name().equals("haproxy"))
                .forEach(program -> haproxies.add(program.instance().isEmpty() ? Instance.nameOf(machine) : program.instance())));
        return new RunningPrograms(machines.all().stream().flatMap(node -> probes.get(node.name()).listeners().stream())
                .filter(listener -> names.contains(listener.instance())).toList(), haproxies);
    }

    private Probe probe(Node node) {
        return Probe.of(node).called(layout.instances().stream().map(Instance::name).toList(), node.name());
    }

    /** What the log of the balancer's service says last; empty where it cannot be had. */
    String lastWordsOfBalancer() {
        return layout.balancer().map(balancer -> machines.run(balancer, "journalctl", "--no-pager", "-q", "-u", "haproxy", "-n", "3", "-o", "cat"))
                .filter(Output::ok).map(Output::out).orElse("");
    }

    /** The instance or the machine that it is in, whether it runs or not; empty where there is none. */
    String homeOfBalancer() {
        return layout.balancer().map(Instance::name).orElse("");
    }

    /**
     * The balancer asks each web server for a page, at its own address or, where nobody answers there, at those that HAProxy has for it.
     *
     * @return none where no balancer runs
     */
    public List<Reach> reachFromBalancer() {
        footprint.touch(Part.PROGRAMS);
        return layout.balancer().map(balancer -> SideBySide.map(layout.webServers(), server -> {
            var page = server.address().isEmpty() ? new Page(0, Map.of(), server.name() + " has no address")
                    : fetchInside(balancer, server.address(), server.port(), "/");
            return page.status() > 0 ? new Reach(balancer.name(), server.name(), true, "HTTP " + page.status()) : asConfigured(balancer, server, page);
        })).orElse(List.of());
    }

    private Reach asConfigured(Instance balancer, Instance server, Page own) {
        var lines = found.get().servers().stream().filter(line -> line.instance().equals(server.name())).map(Server::address).distinct()
                .filter(address -> !address.equals(server.address() + ":" + server.port()) && address.matches(".+:\\d{1,5}")).toList();
        for (var address : lines) {
            var colon = address.lastIndexOf(':');
            var page = fetchInside(balancer, address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), "/");
            if (page.status() > 0) {
                return new Reach(balancer.name(), server.name(), true, address + ": HTTP " + page.status());
            }
        }
        return new Reach(balancer.name(), server.name(), false, own.body());
    }

    /** A page of a web server, asked for inside its own container, around the balancer. */
    public Page direct(Instance server, String path) {
        return fetchInside(server, "127.0.0.1", server.port(), path);
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
    private Page fetchInside(Instance from, String address, int port, String path) {
        var script = "exec 3<>\"/dev/tcp/$1/$2\" && printf 'GET %s HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' \"$3\" \"$1\" >&3 && cat <&3";
        var output = machines.run(from, "timeout", String.valueOf(Timing.COMMAND.max().toSeconds() / 3), "bash", "-c", script, "fetch",
                address, String.valueOf(port), path);
        return output.ok() ? RawResponse.parse(output.out()) : new Page(0, Map.of(), reason(address + ":" + port, output.complaint()));
    }

    /** Of Bash's "fetch: line 1: /dev/tcp/10.0.0.1/80: Connection refused", with as much again before it, what is of use; empty when it says nothing. */
    private static String reason(String where, String complaint) {
        return complaint.isBlank() ? "" : where + ": " + complaint.substring(complaint.lastIndexOf(": ") + 1).strip();
    }
}
