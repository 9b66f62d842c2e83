package relevo.substrate.vagrant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import relevo.cluster.Cluster;
import relevo.cluster.Provisioning;
import relevo.lxd.Lxd;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.machine.SideBySide;
import relevo.machine.SshAddress;
import relevo.machine.SshNode;
import relevo.observation.BroughtUp;
import relevo.observation.Inventory;
import relevo.substrate.Assembly;
import relevo.substrate.Blueprint;
import relevo.substrate.Infra;
import relevo.substrate.Published;
import relevo.substrate.RunLock;
import relevo.substrate.Settings;
import relevo.substrate.Slowness;
import relevo.substrate.Substrate;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Nodes that are virtual machines, made by {@code infra/Vagrantfile}. Machines that were there before the run are used and stay; those that a
 * run made are destroyed at its end, unless it was told to keep them.
 */
public final class VagrantSubstrate implements Substrate {

    private static final String NAME = "vagrant";

    private final Settings settings;
    private final Progress progress;
    private final SshClient ssh = SshNode.newClient();
    private RunLock lock;
    private Vagrant vagrant;
    private Infra infra;
    private Claim claim;
    private List<SshNode> nodes = List.of();
    private Provisioning provisioning;
    private BroughtUp broughtUp = BroughtUp.BEFORE;

    public VagrantSubstrate(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean nodesStandIn() {
        return false;
    }

    @Override
    public Cluster up(Runnable meanwhile) {
        infra = Infra.read(settings.infra());
        lock = RunLock.take();
        var published = Published.of(settings, infra.topology());
        claim = Claim.of(infra.folder());
        vagrant = new Vagrant(infra.folder(), Map.of("RELEVO_HTTP_PORT", String.valueOf(published.http()), "RELEVO_STATISTICS_PORT",
                String.valueOf(published.statistics())), progress);
        try {
            return up(published, meanwhile);
        } catch (RuntimeException failed) {
            closeAfter(failed);
            throw failed;
        }
    }

    /** What cannot be taken down either must not hide why. */
    private void closeAfter(RuntimeException failed) {
        try {
            close();
        } catch (RuntimeException also) {
            failed.addSuppressed(also);
        }
    }

    private Cluster up(Published published, Runnable meanwhile) {
        var states = vagrant.states();
        var started = System.nanoTime();
        var nothing = states.values().stream().noneMatch(Vagrant::exists);
        if (nothing) {
            new OtherCopies(infra.folder(), progress, other -> new Vagrant(other, Map.of(), progress).destroy()).clear(infra.topology().nodeNames());
            published.mustBeFree();
            claim.write(settings.keep());
        } else if (claim.isThere()) {
            claim.write(settings.keep());
        }
        var allRun = infra.topology().nodeNames().stream().allMatch(node -> Vagrant.isRunning(states.get(node)));
        if (allRun) {
            progress.say("relevo", "using the virtual machines that are up");
            connect();
        }
        if (!allRun || !formCluster()) {
            vagrant.up();
            connect();
        } else {
            SideBySide.each(nodes, this::bring);
        }
        var assembly = new Assembly(settings, infra, this, published, progress);
        provisioning = assembly.provisioning(nodes);
        if (settings.provision()) {
            provisioning.settle(meanwhile);
        }
        broughtUp = nothing ? BroughtUp.since(started) : BroughtUp.BEFORE;
        return assembly.cluster(nodes, provisioning);
    }

    private void connect() {
        ssh.start();
        var byName = new HashMap<String, SshAddress>();
        vagrant.addresses().forEach(address -> byName.put(address.machine(), address));
        var reachable = new ArrayList<SshNode>();
        for (var node : infra.topology().nodeNames()) {
            if (!byName.containsKey(node)) {
                throw new CannotStart(Text.of("La máquina %s no está en marcha.", "Machine %s does not run.", node),
                        Text.of("Ejecute «vagrant up» en %s y lea lo que dice.", "Run \"vagrant up\" in %s and read what it says.", infra.folder()));
            }
            reachable.add(new SshNode(byName.get(node), infra.topology().address(node, NAME), ssh, () -> vagrant.powerSwitch(node)));
        }
        nodes = List.copyOf(reachable);
        Slowness.settle(settings, this::measureSlowness, progress);
    }

    /** Sent there rather than called: a machine that an earlier run made may have an older one. */
    private Output measureSlowness() {
        var told = System.getenv().getOrDefault("RELEVO_SLOWNESS", "");
        return nodes.get(0).run(Duration.ofMinutes(2), Map.of("RELEVO_SLOWNESS", told), infra.text(Slowness.SCRIPT), line -> { }, "bash", "-s");
    }

    /** {@code kvm}, {@code oracle}, …; {@code qemu} where the processor is emulated. */
    private String virtualisation() {
        return nodes.get(0).run("systemd-detect-virt").out().strip();
    }

    /** Whether all nodes are members already, and online. A new or half-made one is Vagrant's to bring in. */
    private boolean formCluster() {
        try {
            var members = new Lxd(nodes.get(0), infra.text("provision/inside")).members();
            return members.size() == nodes.size() && members.stream().allMatch(member -> member.status().equals("ONLINE"));
        } catch (CannotCheck none) {
            return false;
        }
    }

    /** {@code infra/} as it is now; Vagrant brings it only when a machine starts. */
    private void bring(SshNode node) {
        var output = node.run(Duration.ofMinutes(2), Map.of(), archive() + "\n", line -> { }, "bash", "-c",
                "rm -rf \"$1.new\" && mkdir \"$1.new\" && base64 -d | tar -xzf - --no-same-owner -C \"$1.new\" && rsync -a --delete \"$1.new/\" \"$1/\" && "
                        + "rm -rf \"$1.new\"",
                "bring", Assembly.INFRA_ON_NODE);
        if (!output.ok()) {
            throw new CannotStart(Text.of("No se pudo copiar infra/ a %s: %s", "infra/ could not be copied to %s: %s", node.name(), output.complaint()),
                    Text.of("Vea el espacio libre allí con «df -h».", "Look at the free space there with \"df -h\"."));
        }
    }

    private String archive() {
        var packed = Command.of("bash", "-o", "pipefail", "-c", "tar -C \"$1\" --exclude=./.vagrant -czf - . | base64", "pack", infra.folder().toString())
                .run();
        if (!packed.ok()) {
            throw new CannotStart(Text.of("infra/ no se puede empaquetar: %s", "infra/ cannot be packed: %s", packed.complaint()),
                    Text.of("Vea si todos sus ficheros se pueden leer.", "See whether all its files can be read."));
        }
        return packed.out();
    }

    @Override
    public void balance() {
        SideBySide.each(nodes, this::bring);
        provisioning.balance();
    }

    @Override
    public BroughtUp broughtUp() {
        return broughtUp;
    }

    @Override
    public List<String> differences(Inventory found) {
        return settings.provision() ? new Blueprint(infra.topology()).differences(found) : List.of();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("machines", virtualisation());
    }

    @Override
    public boolean stays() {
        return settings.keep() || claim == null || !claim.isThere();
    }

    @Override
    public synchronized void close() {
        nodes.forEach(SshNode::close);
        nodes = List.of();
        ssh.stop();
        if (vagrant != null && stays()) {
            progress.say("relevo", "the virtual machines stay; \"vagrant destroy -f\" in infra/ removes them");
        } else if (vagrant != null) {
            progress.say("relevo", "destroying the virtual machines");
            vagrant.destroy();
            claim.remove();
        }
        vagrant = null;
        if (lock != null) {
            lock.close();
        }
    }
}
