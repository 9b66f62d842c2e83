package relevo.cluster;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import relevo.cluster.Journal.Entry;
import relevo.cluster.Journal.Verb;
import relevo.observation.Snapshot;
import relevo.outside.Readings;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** What is done to one instance or one machine at a time, as a person at a console would; each deed is in the journal until it is undone. */
public final class Console {

    private final Machines machines;
    private final Observatory observatory;
    private final Faults faults;

    Console(Machines machines, Observatory observatory, Faults faults) {
        this.machines = machines;
        this.observatory = observatory;
        this.faults = faults;
    }

    /**
     * The statistics, again and again.
     *
     * @param pause      between the end of one reading and the beginning of the next
     * @param unreadable told why there is none
     */
    public Readings.Reading follow(Duration pause, Consumer<Snapshot> seen, Consumer<String> unreadable) {
        return observatory.follow(pause, seen, unreadable);
    }

    /** Cuts the power of an instance. */
    public void stop(Instance instance) {
        faults.stop(List.of(instance));
    }

    /** Cuts the power of instances, at the same time. */
    public void stop(List<Instance> instances) {
        faults.stop(instances);
    }

    /** Kills every process of an instance. @throws CannotCheck when it does not run */
    public void kill(Instance instance) {
        faults.kill(instance);
    }

    /** Stops the clock of an instance. */
    public void freeze(Instance instance) {
        faults.pause(instance);
    }

    /** Lets the clock of an instance go on, or switches it on; both where it was frozen and then switched off. */
    public void start(Instance instance) {
        var frozen = isFrozen(instance);
        if (frozen) {
            faults.resume(instance);
        }
        if (!frozen || isOff(instance)) {
            faults.start(List.of(instance));
        }
    }

    /** Cuts the power of a machine, and so of all that it carries. */
    public void cutPower(String machine) {
        faults.cutPower(machine);
    }

    /** Cuts a machine off from the world: it neither answers nor hangs up. */
    public void freeze(String machine) {
        faults.freeze(machine);
    }

    /** Lets a frozen machine go on. */
    public void unfreeze(String machine) {
        faults.unfreeze(machine);
    }

    /** Switches a machine on, and nothing on it. */
    public void switchOn(String machine) {
        faults.switchOn(machine);
    }

    /** Switches a machine on, and what it carried. */
    public void giveBack(String machine) {
        faults.giveBack(machine);
    }

    /** What was done and is not undone, each once, the last one first: {@code web1 is off}. */
    public List<Text> standing() {
        return faults.standing().stream().map(Console::told).distinct().toList();
    }

    /** Whether this instance's clock is stopped. */
    public boolean isFrozen(Instance instance) {
        return stands(Verb.RESUME, instance.name());
    }

    /** Whether this instance was switched off. */
    public boolean isOff(Instance instance) {
        return stands(Verb.START, instance.name());
    }

    /** Whether this machine's power was cut. */
    public boolean isCut(String machine) {
        return stands(Verb.SWITCH_ON, machine);
    }

    private boolean stands(Verb verb, String target) {
        return faults.standing().contains(new Entry(verb, target));
    }

    /** Runs a shell script as root, to make a wrong cluster of a good one, never to judge one. @throws CannotCheck when it fails */
    public void alter(String where, String script) {
        var instance = machines.instance(where);
        if (instance.isPresent()) {
            machines.lxd(instance.get()).exec(where, "bash", "-euc", script);
        } else {
            machines.node(where).ask("bash", "-euc", script);
        }
    }

    private static Text told(Entry entry) {
        var target = entry.target();
        return switch (entry.verb()) {
            case START -> Text.of("%s está apagado", "%s is off", target);
            case STOP_AGAIN -> Text.of("%s está encendido", "%s is on", target);
            case UNFREEZE, RESUME -> Text.of("%s está congelado", "%s is frozen", target);
            case SWITCH_ON -> Text.of("la máquina %s está apagada", "machine %s is off", target);
            case RECONNECT -> Text.of("%s está sin red", "%s has no network", target);
            case MEND -> Text.of("Apache está averiado en %s", "Apache is broken in %s", target);
        };
    }
}
