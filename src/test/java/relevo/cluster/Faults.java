package relevo.cluster;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import relevo.cluster.Journal.Entry;
import relevo.cluster.Journal.Verb;
import relevo.machine.Progress;
import relevo.machine.SideBySide;
import relevo.observation.Event.Kind;

/** Faults as verbs. Each registers its own undo before it acts, and is noted in the observation under way. */
final class Faults {

    private final Machines machines;
    private final Observatory observatory;
    private final Journal journal;
    private final Undo undo;

    Faults(Machines machines, Observatory observatory, Path journal) {
        this.machines = machines;
        this.observatory = observatory;
        this.journal = new Journal(journal);
        this.undo = new Undo(this.journal, this::perform);
    }

    /** Puts right what a run left that was killed. */
    void takeOver() {
        var left = journal.takeOver();
        if (!left.isEmpty()) {
            new Progress().say("cluster", "putting right what an interrupted run left: " + left);
            undo.undoAll();
        }
    }

    private void perform(Entry entry) {
        switch (entry.verb()) {
            case START -> machines.instance(entry.target()).ifPresent(instance -> start(List.of(instance)));
            case UNFREEZE -> unfreeze(entry.target());
            case SWITCH_ON -> switchOn(entry.target());
        }
    }

    /** Undoes every fault, last one first. @return whether there was any */
    boolean undo() {
        if (undo.isEmpty()) {
            return false;
        }
        undo.undoAll();
        return true;
    }

    /** Cuts the power of these instances, at the same time. */
    void stop(Collection<Instance> instances) {
        instances.forEach(instance -> undo.register(new Entry(Verb.START, instance.name())));
        SideBySide.each(instances, instance -> {
            machines.lxd(instance).stop(instance.name());
            observatory.note(Kind.STOP, instance.name());
        });
    }

    /** Kills every process of an instance with SIGKILL, and leaves it so. */
    void kill(Instance instance) {
        undo.register(new Entry(Verb.START, instance.name()));
        machines.lxd(instance).stop(instance.name());
        observatory.note(Kind.KILL, instance.name());
    }

    /** Switches these instances on, at the same time; those that run already stay as they are. */
    void start(Collection<Instance> instances) {
        SideBySide.each(instances, instance -> {
            // Before the command: the server may answer before that returns.
            observatory.note(Kind.START, instance.name());
            machines.lxd(instance).start(instance.name());
        });
    }

    /** Cuts the power of a machine, and so of all that it carries. */
    void cutPower(String machine) {
        machines.carriedBy(machine).forEach(instance -> undo.register(new Entry(Verb.START, instance.name())));
        undo.register(new Entry(Verb.SWITCH_ON, machine));
        machines.node(machine).cutPower();
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.POWEROFF, instance.name()));
    }

    /** Cuts a machine off from the world: it neither answers nor hangs up. */
    void freeze(String machine) {
        undo.register(new Entry(Verb.UNFREEZE, machine));
        machines.node(machine).freeze();
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.FREEZE, instance.name()));
    }

    /** Lets a frozen machine go on. */
    void unfreeze(String machine) {
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.UNFREEZE, instance.name()));
        machines.node(machine).unfreeze();
    }

    /** Switches a machine on, and nothing on it. */
    void switchOn(String machine) {
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.POWERON, instance.name()));
        machines.node(machine).switchOn();
    }
}
