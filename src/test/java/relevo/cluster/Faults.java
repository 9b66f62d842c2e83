package relevo.cluster;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import relevo.cluster.Journal.Entry;
import relevo.cluster.Journal.Verb;
import relevo.machine.Progress;
import relevo.machine.Script;
import relevo.machine.SideBySide;
import relevo.observation.Event.Kind;
import relevo.observation.InstanceName;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** Faults as verbs. Each registers its own undo before it acts, and is noted in the observation under way. */
final class Faults {

    private static final String WEB_SERVER = Script.text("faults/web-server");
    private static final String STAND_IN = Script.text("faults/stand-in");
    /** Less than a visitor waits: a slow answer is an answer. */
    private static final String SLOW_SECONDS = "4";
    /** A bridge's port that passes nothing, and one that does, in the words of {@code bridge(8)}. */
    private static final String BLOCKED = "0";
    private static final String FORWARDING = "3";

    private final Machines machines;
    private final Observatory observatory;
    private final Journal journal;
    private final Undo undo;
    private volatile Set<String> off = Set.of();

    Faults(Machines machines, Observatory observatory, Path journal) {
        this.machines = machines;
        this.observatory = observatory;
        this.journal = new Journal(journal);
        this.undo = new Undo(this.journal, this::perform);
    }

    /** Takes which instances were off when the run began: nothing switches them on. */
    void leaveOff(Set<String> found) {
        off = found;
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
            case STOP_AGAIN -> machines.instance(entry.target()).ifPresent(instance -> machines.lxd(instance).shutDown(instance.name()));
            case UNFREEZE -> unfreeze(entry.target());
            case SWITCH_ON -> switchOn(entry.target());
            case RESUME -> machines.instance(entry.target()).ifPresent(this::resume);
            case RECONNECT -> machines.instance(entry.target()).ifPresent(this::reconnect);
            case MEND -> machines.instance(entry.target()).ifPresent(this::mend);
        }
    }

    /** Undoes every fault, last one first. @return whether there was any, also one that is undone already */
    boolean undo() {
        if (!undo.wasDisturbed()) {
            return false;
        }
        undo.undoAll();
        return true;
    }

    /** Cuts the power of these instances, at the same time. */
    void stop(Collection<Instance> instances) {
        running(instances).forEach(instance -> undo.register(new Entry(Verb.START, instance.name())));
        ToTheEnd.of(() -> SideBySide.each(instances, instance -> {
            if (!off.contains(instance.name())) {
                machines.lxd(instance).stop(instance.name());
            }
            observatory.note(Kind.STOP, instance.name());
        }));
    }

    /** Kills every process of an instance with SIGKILL, and leaves it so. */
    void kill(Instance instance) {
        mustRun(instance);
        undo.register(new Entry(Verb.START, instance.name()));
        ToTheEnd.of(() -> machines.lxd(instance).stop(instance.name()));
        observatory.note(Kind.KILL, instance.name());
    }

    /** Whether all of these are switched off by what is still to be undone. */
    boolean haveStopped(Collection<Instance> instances) {
        var stopped = undo.entries().stream().filter(entry -> entry.verb() == Verb.START).map(Entry::target).toList();
        return !instances.isEmpty() && instances.stream().allMatch(instance -> stopped.contains(instance.name()) || off.contains(instance.name()));
    }

    /** What is still to be undone, the last change first. */
    List<Entry> standing() {
        return undo.entries();
    }

    /** Switches a machine on, with what it carried. */
    void giveBack(String machine) {
        switchOn(machine);
        righted(new Entry(Verb.SWITCH_ON, machine));
        start(machines.carriedBy(machine));
    }

    /** However often it was to be done: one that was stopped and then killed is started once. */
    private void righted(Entry entry) {
        standing().stream().filter(entry::equals).forEach(journal::done);
    }

    private List<Instance> running(Collection<Instance> instances) {
        return instances.stream().filter(instance -> !off.contains(instance.name())).toList();
    }

    private void mustRun(Instance instance) {
        if (off.contains(instance.name())) {
            var name = InstanceName.of(instance.name());
            throw new CannotCheck(Text.of("%s está apagado desde antes de la prueba.", "%s was off before the test.", instance.name()),
                    new Text("Enciéndalo: " + name.typed("lxc start %s", "en"), "Switch it on: " + name.typed("lxc start %s", "on")), null);
        }
    }

    /** Switches these instances on, at the same time; those that run already stay as they are, and so do those that were off when the run began. */
    void start(Collection<Instance> instances) {
        ToTheEnd.of(() -> SideBySide.each(running(instances), instance -> {
            // Before the command: the server may answer before that returns.
            observatory.note(Kind.START, instance.name());
            machines.lxd(instance).start(instance.name());
            righted(new Entry(Verb.START, instance.name()));
        }));
    }

    /** Cuts the power of a machine, and so of all that it carries. */
    void cutPower(String machine) {
        // Asked for first: what may not be switched off is not switched on again either.
        var power = machines.node(machine).power();
        running(machines.carriedBy(machine)).forEach(instance -> undo.register(new Entry(Verb.START, instance.name())));
        undo.register(new Entry(Verb.SWITCH_ON, machine));
        ToTheEnd.of(power::cut);
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.POWEROFF, instance.name()));
    }

    /** Cuts a machine off from the world: it neither answers nor hangs up. */
    void freeze(String machine) {
        var power = machines.node(machine).power();
        undo.register(new Entry(Verb.UNFREEZE, machine));
        ToTheEnd.of(power::stopClock);
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.FREEZE, instance.name()));
    }

    /** Lets a frozen machine go on. */
    void unfreeze(String machine) {
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.UNFREEZE, instance.name()));
        ToTheEnd.of(machines.node(machine).power()::letClockGoOn);
    }

    /** Switches a machine on, and nothing on it. */
    void switchOn(String machine) {
        machines.carriedBy(machine).forEach(instance -> observatory.note(Kind.POWERON, instance.name()));
        ToTheEnd.of(machines.node(machine).power()::switchOn);
    }

    /** Stops the clock of an instance: it accepts what its kernel accepts, and says nothing. */
    void pause(Instance instance) {
        undo.register(new Entry(Verb.RESUME, instance.name()));
        ToTheEnd.of(() -> machines.lxd(instance).pause(instance.name()));
        observatory.note(Kind.FREEZE, instance.name());
    }

    /** Lets a paused instance go on. */
    void resume(Instance instance) {
        observatory.note(Kind.UNFREEZE, instance.name());
        ToTheEnd.of(() -> machines.lxd(instance).resume(instance.name()));
        righted(new Entry(Verb.RESUME, instance.name()));
    }

    /**
     * Cuts an instance off from the network, at the bridge of its machine: what it sends and what is sent to it is lost without a word, and it does not
     * notice.
     *
     * @throws CannotCheck when none of its cards hangs on a bridge
     */
    void cutOff(Instance instance) {
        undo.register(new Entry(Verb.RECONNECT, instance.name()));
        if (bridged(instance, BLOCKED) == 0) {
            journal.done(new Entry(Verb.RECONNECT, instance.name()));
            throw new CannotCheck(Text.of("%s no cuelga de ningún puente de red en %s.", "%s hangs on no network bridge on %s.", instance.name(),
                    instance.node()), Text.of("Vea en %1$s «bridge link» y «%2$s».",
                            "On %1$s see \"bridge link\" and \"%2$s\".", instance.node(),
                            InstanceName.of(instance.name()).typed("lxc config show %s --expanded")), null);
        }
        observatory.note(Kind.CUT_OFF, instance.name());
    }

    /** Lets an instance that was cut off into the network again. */
    void reconnect(Instance instance) {
        observatory.note(Kind.MENDED, instance.name());
        bridged(instance, FORWARDING);
        journal.done(new Entry(Verb.RECONNECT, instance.name()));
    }

    /** How many of its links took this state; one that hangs on no bridge takes none. */
    private long bridged(Instance instance, String state) {
        var took = new AtomicLong();
        ToTheEnd.of(() -> took.set(machines.lxd(instance).links(instance.name()).stream()
                .filter(link -> machines.node(instance.node()).run("bridge", "link", "set", "dev", link, "state", state).ok()).count()));
        return took.get();
    }

    /**
     * Ends Apache in an instance that lives on; where it is to be ill, a stand-in takes its ports.
     *
     * @param how {@link Kind#APACHE_DEAD}, {@link Kind#SICK}, {@link Kind#SLOW} or {@link Kind#SILENT}
     */
    void hurtApache(Instance instance, Kind how) {
        var word = how == Kind.APACHE_DEAD ? "dead" : how.word();
        undo.register(new Entry(Verb.MEND, instance.name()));
        ToTheEnd.of(() -> machines.lxd(instance).exec(instance.name(), "sh", "-c", WEB_SERVER, "web-server", word, SLOW_SECONDS, STAND_IN));
        observatory.note(how, instance.name());
    }

    /** Gives an instance its Apache back. One that is switched off gets it when it starts. */
    void mend(Instance instance) {
        observatory.note(Kind.MENDED, instance.name());
        var lxd = machines.lxd(instance);
        ToTheEnd.of(() -> {
            if (!lxd.isOff(instance.name())) {
                lxd.exec(instance.name(), "sh", "-c", WEB_SERVER, "web-server", "mend");
            }
        });
        journal.done(new Entry(Verb.MEND, instance.name()));
    }
}
