package relevo.substrate.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import relevo.cluster.DoorSearch;
import relevo.discovery.Probe;
import relevo.machine.Power;
import relevo.machine.Progress;
import relevo.machine.SideBySide;
import relevo.machine.SshAddress;
import relevo.machine.SshConfig;
import relevo.machine.SshNode;
import relevo.observation.BroughtUp;
import relevo.substrate.Settings;
import relevo.substrate.vagrant.Provider;
import relevo.substrate.vagrant.Vagrant;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** The machines of a delivery, and how this host reaches them. Those that were brought up for it go with it. */
final class Reached implements AutoCloseable {

    private final SshClient ssh = SshNode.newClient();
    private final Map<String, SshNode> nodes = new LinkedHashMap<>();
    private final List<SshAddress> addresses = new ArrayList<>();
    private final List<DoorSearch.Published> published = new ArrayList<>();
    private final Mapping told;
    private final Progress progress;
    private ForeignVagrant vagrant;
    private BroughtUp broughtUp = BroughtUp.BEFORE;

    /** Of nothing yet: {@link #reach} goes there. */
    Reached(Mapping told, Progress progress) {
        this.told = told;
        this.progress = progress;
        ssh.start();
    }

    /**
     * Brings the machines up where that is wanted, and connects with all that run.
     *
     * @param environment added to what a Vagrantfile is run with
     * @throws CannotStart when none runs, or one cannot be reached
     */
    void reach(Settings.Delivery delivery, Map<String, String> environment) {
        var handed = told.hosts().isEmpty() ? Handover.of(delivery.given(), Optional.of(told.delivery()).filter(name -> !name.isEmpty()))
                : new Handover.OfHosts(Path.of(delivery.given()), told.hosts().stream().map(Reached::withSomeKey).toList(), List.of());
        handed.notes().forEach(note -> progress.say("relevo", note.en()));
        if (handed instanceof Handover.OfVagrant file) {
            throughVagrant(file, delivery, environment);
        } else if (handed instanceof Handover.OfHosts hosts) {
            hosts.addresses().forEach(address -> add(address, new NoPower(address.machine(), false)));
        } else {
            throw new CannotStart(Text.of("Evaluar esta misma máquina (local) no se ha construido todavía.",
                    "To judge this very machine (local) is not built yet."),
                    Text.of("Dé un fichero ssh_config que lleve a ella.", "Give an ssh_config file that leads to it."));
        }
        SideBySide.each(nodes.values(), Reached::place);
    }

    private void throughVagrant(Handover.OfVagrant file, Settings.Delivery delivery, Map<String, String> environment) {
        Lint.of(file).forEach(finding -> progress.say("lint", finding.text().en()));
        var workshop = Workshop.here(delivery.sandbox(), environment, progress);
        workshop.clearLeftOvers();
        var path = file.folder().resolve(file.vagrantfile());
        if (delivery.up()) {
            progress.say("relevo", "bringing up a copy of " + Vagrant.plain(file.folder().toString()));
            vagrant = workshop.inACopy(file.root(), path, ProviderChoice.of(Optional.ofNullable(System.getenv("VAGRANT_DEFAULT_PROVIDER")), text(path),
                    Reached::isInstalled));
            broughtUp = vagrant.up();
        } else {
            vagrant = workshop.inPlace(file.root(), path);
        }
        var states = new TreeMap<>(vagrant.states());
        var running = states.keySet().stream().filter(name -> Vagrant.isRunning(states.get(name))).toList();
        if (running.isEmpty()) {
            throw new CannotStart(Text.of("Ninguna máquina de %s está en marcha.", "No machine of %s runs.", file.folder()),
                    Text.of("Levántelas con vagrant up, o añada -Drelevo.delivery.up=true, que levanta una copia y la destruye al final.",
                            "Bring them up with vagrant up, or add -Drelevo.delivery.up=true, which brings a copy up and destroys it at the end."));
        }
        states.keySet().stream().filter(name -> !running.contains(name))
                .forEach(name -> progress.say("relevo", Vagrant.plain(name) + " is " + Vagrant.plain(states.get(name))
                        + ": it is judged by what the others tell of it"));
        for (var address : vagrant.addresses(running)) {
            add(address, told.may().powerOffMachines() || delivery.up() ? () -> vagrant.powerSwitch(address.machine())
                    : new NoPower(address.machine(), true));
            vagrant.ports(address.machine()).ifPresent(ports -> ports.forEach((inside, here) -> published.add(
                    new DoorSearch.Published(address.machine(), inside, URI.create("http://127.0.0.1:" + here + "/")))));
        }
    }

    /** Where neither a key nor a password is told, those that OpenSSH would offer. */
    private static SshAddress withSomeKey(SshAddress told) {
        return !told.passwordEnv().isEmpty() || told.keys().stream().anyMatch(key -> !key.toString().isEmpty()) ? told
                : new SshAddress(told.machine(), told.host(), told.port(), told.user(), SshConfig.usualKeys(Path.of(System.getProperty("user.home"))));
    }

    private static boolean isInstalled(Provider provider) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, provider.tool())));
    }

    private static String text(Path vagrantfile) {
        try {
            return Files.readString(vagrantfile, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new CannotStart(Text.of("No se puede leer %s.", "%s cannot be read.", vagrantfile),
                    Text.of("Vea sus permisos.", "See its permissions."), unreadable);
        }
    }

    private void add(SshAddress address, Supplier<Power> power) {
        if (!told.counts(address.machine())) {
            return;
        }
        addresses.add(address);
        nodes.put(address.machine(), new SshNode(address, "", ssh, power));
    }

    private static void place(SshNode node) {
        try {
            HostOnly.of(Probe.of(node).addresses()).ifPresent(node::isAt);
        } catch (CannotCheck silent) {
            throw new CannotStart(silent.reason(), silent.remedy());
        }
    }

    /** How the machines came up. */
    BroughtUp broughtUp() {
        return broughtUp;
    }

    List<SshNode> nodes() {
        return List.copyOf(nodes.values());
    }

    SshNode node(String name) {
        return nodes.get(name);
    }

    /** How each is reached. */
    List<SshAddress> addresses() {
        return List.copyOf(addresses);
    }

    /** Ports of this host that lead to machines. */
    List<DoorSearch.Published> published() {
        return List.copyOf(published);
    }

    @Override
    public void close() {
        nodes.values().forEach(SshNode::close);
        ssh.stop();
        if (vagrant != null) {
            vagrant.close();
        }
    }
}
