package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import relevo.machine.Power;
import relevo.machine.Progress;
import relevo.machine.SshAddress;
import relevo.observation.BroughtUp;
import relevo.substrate.vagrant.Provider;
import relevo.substrate.vagrant.Vagrant;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** Somebody else's Vagrantfile: what it defines, how its machines are reached, and where a run brings them up itself, in a copy, until it is closed. */
final class ForeignVagrant implements AutoCloseable {

    private static final int MOST_MACHINES = 50;
    /** Of what becomes the name of a folder, and a word on command lines. */
    private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N} _.'()+@-]{0,63}";

    private final Enclosure enclosure;
    private final WorkFolder work;
    private final Progress progress;
    private final ReentrantLock busy = new ReentrantLock();
    private Thread bringing;
    private boolean closed;

    ForeignVagrant(Enclosure enclosure, Progress progress) {
        this.enclosure = enclosure;
        this.work = enclosure.work();
        this.progress = progress;
    }

    /**
     * The state of each machine that the Vagrantfile defines, created or not, in Vagrant's words and the file's order.
     *
     * @throws CannotStart when Vagrant complains, or there are more than 50, or a name is none
     */
    Map<String, String> states() {
        var states = enclosure.asking(progress).states();
        if (states.size() > MOST_MACHINES) {
            throw new CannotStart(Text.of("El Vagrantfile define %d máquinas.", "The Vagrantfile defines %d machines.", states.size()),
                    Text.of("Se admiten %d.", "There may be %d.", MOST_MACHINES));
        }
        states.keySet().forEach(ForeignVagrant::mustBeAName);
        return states;
    }

    private static void mustBeAName(String machine) {
        if (!machine.matches(NAME)) {
            throw new CannotStart(Text.of("El Vagrantfile define una máquina «%s».", "The Vagrantfile defines a machine \"%s\".", Vagrant.plain(machine)),
                    Text.of("Dele un nombre de letras, cifras, guiones y puntos, de 64 caracteres a lo más.",
                            "Give it a name of letters, digits, hyphens and dots, of 64 characters at most."));
        }
    }

    /**
     * How to reach each of these machines, which run.
     *
     * @throws CannotStart when Vagrant complains, or a machine is said to be elsewhere than on this host or its private networks, or its key is neither
     *                     Vagrant's nor of the delivery: then a host would be entered, or a key used, that is somebody else's
     */
    List<SshAddress> addresses(List<String> machines) {
        if (machines.isEmpty()) {
            return List.of();
        }
        machines.forEach(ForeignVagrant::mustBeAName);
        return new SshTargets(enclosure.keyFolders()).read(enclosure.asking(progress).sshConfig(machines), machines);
    }

    /** TCP ports of the machine, each with the port of 127.0.0.1 that leads there; nothing where that could not be looked at. */
    Optional<Map<Integer, Integer>> ports(String machine) {
        mustBeAName(machine);
        var container = Provider.DOCKER.id(enclosure.machines(), machine);
        return container.isPresent() ? PublishedPorts.ofContainer(container.get()) : enclosure.asking(progress).ports(machine);
    }

    /** The switch of a machine, at its provider. @throws CannotCheck when Vagrant notes none that is known here */
    Power powerSwitch(String machine) {
        mustBeAName(machine);
        return enclosure.asking(progress).powerSwitch(machine);
    }

    /**
     * Brings all machines up, one after the other, as on VirtualBox: scripts rely on it. Where one fails the others are tried once, each by itself.
     *
     * @return with what Vagrant said last where it failed
     * @throws CannotStart where nothing runs afterwards; what is there by then is taken down by {@link #close}
     */
    BroughtUp up() {
        synchronized (this) {
            if (closed || !enclosure.copied()) {
                throw new IllegalStateException("nothing is brought up here");
            }
            work.note(new WorkFolder.BroughtUp(enclosure.vagrantfile(), enclosure.provider()));
            bringing = Thread.currentThread();
            busy.lock();
        }
        try {
            progress.say("relevo", enclosure.note(true));
            return allUp();
        } finally {
            synchronized (this) {
                bringing = null;
                busy.unlock();
            }
        }
    }

    private BroughtUp allUp() {
        var started = System.nanoTime();
        var provider = "--provider=" + enclosure.provider().word();
        try {
            enclosure.bringing(progress).up(provider);
            return BroughtUp.since(started);
        } catch (CannotStart failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw failed;
            }
            progress.say("relevo", "vagrant up failed; what can be brought up is judged");
            var states = states();
            var missing = states.keySet().stream().filter(machine -> !Vagrant.isRunning(states.get(machine))).toList();
            missing.forEach(machine -> tryOne(machine, provider));
            if (states().values().stream().noneMatch(Vagrant::isRunning)) {
                throw failed;
            }
            return BroughtUp.since(started, failed.what().en(), missing);
        }
    }

    private void tryOne(String machine, String provider) {
        try {
            enclosure.bringing(progress).up(machine, provider);
        } catch (CannotStart also) {
            progress.say("relevo", machine + " does not come up either");
        }
    }

    /** The machines outlive this run: their folder, to be judged as one whose machines are up, and taken down by hand. */
    Path keep() {
        work.keep();
        return work.copy();
    }

    /**
     * Takes down what was brought up here, also while it is being brought up or after an interruption, and removes the copy. What cannot be taken down
     * is said, and left for the next run.
     */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (bringing != null && bringing != Thread.currentThread()) {
                bringing.interrupt();
            }
        }
        busy.lock();
        // Or an interruption would end what takes the machines down, too.
        var interrupted = Thread.interrupted();
        try {
            if (work.isKept()) {
                return;
            }
            if (enclosure.copied() && work.broughtUp().isPresent()) {
                progress.say("relevo", "destroying the delivery's machines");
                takeDown();
            }
            work.remove();
        } catch (CannotStart failed) {
            progress.say("relevo", failed.what().en());
            progress.say("relevo", "the next run tries again; " + work.copy() + " stays until then");
        } finally {
            busy.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Their power first: {@code vagrant destroy} asks a container to stop, and waits for it. */
    private void takeDown() {
        var begun = begun();
        var containers = begun.stream().filter(name -> Provider.DOCKER.id(enclosure.machines(), name).isPresent()).toList();
        containers.forEach(this::cut);
        var docker = enclosure.provider() == Provider.DOCKER;
        try {
            // A copy is its Vagrantfile's to change, and to delete, and it may never come to its end; containers are found without it.
            if (docker ? !containers.isEmpty() && Files.exists(enclosure.vagrantfile()) : !begun.isEmpty()) {
                enclosure.bringing(progress).destroy();
            }
        } finally {
            if (docker) {
                StrayContainers.remove(work.copy(), enclosure.vagrantfile().getParent());
            }
        }
    }

    /** The machines that Vagrant has begun anything of: it notes them before it asks their provider. */
    private List<String> begun() {
        try (Stream<Path> names = Files.isDirectory(enclosure.machines()) ? Files.list(enclosure.machines()) : Stream.empty()) {
            return names.map(name -> name.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            // Vagrant itself finds what there is.
            return List.of("?");
        }
    }

    private void cut(String machine) {
        try {
            enclosure.asking(progress).powerSwitch(machine).cut();
        } catch (CannotCheck off) {
            // It is destroyed next, whatever its state.
        }
    }
}
