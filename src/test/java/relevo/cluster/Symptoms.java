package relevo.cluster;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import relevo.archive.Redaction;
import relevo.outside.StatisticsSource;

/** What a person would look at first when something went wrong. */
final class Symptoms {

    private final Machines machines;
    private final Layout layout;
    private final StatisticsSource statistics;

    Symptoms(Machines machines, Layout layout, StatisticsSource statistics) {
        this.machines = machines;
        this.layout = layout;
        this.statistics = statistics;
    }

    /** What went wrong, for the evidence folder: file name to content. Never throws; what cannot be had says so. */
    Map<String, String> gathered() {
        var evidence = new TreeMap<String, String>();
        evidence.put("statistics.csv", attempt(() -> statistics.csv().body()));
        layout.balancer().ifPresent(balancer -> {
            evidence.put("haproxy.log", attempt(() -> said(balancer, "journalctl", "--no-pager", "-u", "haproxy", "-n", "200")));
            evidence.put("haproxy.cfg", attempt(() -> Redaction.of(said(balancer, "cat", "/etc/haproxy/haproxy.cfg"))));
        });
        var any = layout.balancer().map(Instance::node).orElse(layout.machines().get(0));
        evidence.put("lxc-list.txt", attempt(() -> machines.node(any).ask("lxc", "list")));
        evidence.put("lxc-cluster-list.txt", attempt(() -> machines.node(any).ask("lxc", "cluster", "list")));
        return evidence;
    }

    private String said(Instance where, String... command) {
        var output = machines.run(where, command);
        if (!output.ok()) {
            throw output.failed(where.name(), command);
        }
        return output.out();
    }

    private static String attempt(Supplier<String> source) {
        try {
            return source.get();
        } catch (RuntimeException failed) {
            return "could not be had: " + failed.getMessage();
        }
    }
}
