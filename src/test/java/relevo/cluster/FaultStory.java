package relevo.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import relevo.observation.Event.Kind;
import relevo.observation.FaultTrial.Fate;
import relevo.observation.FaultTrial;
import relevo.observation.Observation;
import relevo.observation.Windows;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;

/**
 * One fault after another on one server, each undone before the next begins. Where the balancer's checks are so slow that each would take a minute, the
 * first three alone; and none begins when {@link #ALL_OF_THEM} is over, or when the server has not returned.
 */
final class FaultStory {

    /** In this order; the first {@link #ALWAYS} whatever the balancer's checks need. */
    private static final List<Kind> FAULTS = List.of(Kind.KILL, Kind.CUT_OFF, Kind.APACHE_DEAD, Kind.FREEZE, Kind.SICK, Kind.SLOW, Kind.SILENT);
    private static final int ALWAYS = 3;
    private static final int BEFORE = 15;
    private static final int AFTER = 20;

    /** A balancer that does not notice it by then will hardly be waited for by anybody; stretched. */
    private static final Duration NOTICING = Duration.ofSeconds(10);
    /** As {@link #NOTICING}, where its checks are known to be slower than most. */
    private static final Duration NOTICING_SLOWLY = Duration.ofSeconds(20);
    /** A container starts within seconds, and as many good checks bring it back; stretched. */
    private static final Duration RETURNING = Duration.ofSeconds(30);
    /** Later than this none begins; stretched. */
    private static final Duration ALL_OF_THEM = Duration.ofSeconds(30);

    private final Observatory observatory;
    private final Faults faults;

    FaultStory(Observatory observatory, Faults faults) {
        this.observatory = observatory;
        this.faults = faults;
    }

    /** One trial for each fault, those that were not played included. */
    List<FaultTrial> of(Instance target) {
        var windows = observatory.windows();
        var usual = Windows.SHORTEST.times(Timing.slowness());
        var quick = windows.detectionMs() <= usual.detectionMs() && windows.returnMs() <= usual.returnMs();
        var begun = System.nanoTime();
        var back = new boolean[] {true};
        var trials = new ArrayList<FaultTrial>();
        for (var fault : FAULTS) {
            var timeLeft = System.nanoTime() - begun <= Timing.stretched(ALL_OF_THEM).toNanos();
            var fate = fate(trials.size(), quick, back[0], timeLeft);
            trials.add(fate == Fate.PLAYED ? play(fault, target, quick ? NOTICING : NOTICING_SLOWLY, back) : unplayed(fault, target, fate, ""));
        }
        return List.copyOf(trials);
    }

    /** Whether the next one is played, and why not. */
    static Fate fate(int before, boolean quick, boolean back, boolean timeLeft) {
        if (!back) {
            return Fate.NOT_BACK;
        }
        if (before < ALWAYS) {
            return Fate.PLAYED;
        }
        if (!quick) {
            return Fate.CHECKS_TOO_SLOW;
        }
        return timeLeft ? Fate.PLAYED : Fate.NO_TIME_LEFT;
    }

    private FaultTrial play(Kind fault, Instance target, Duration noticing, boolean[] back) {
        try {
            var seen = observatory.watchUnderLightTraffic(watch -> {
                watch.untilAnswers(BEFORE);
                hurt(fault, target);
                var noticed = watch.untilNoticed(target, Timing.stretched(noticing));
                watch.untilAnswers(AFTER);
                heal(fault, target);
                back[0] = watch.untilServing(target, noticed, Timing.stretched(RETURNING));
            });
            return new FaultTrial(fault, target.name(), Fate.PLAYED, "", seen);
        } catch (CannotCheck impossible) {
            heal(fault, target);
            return unplayed(fault, target, Fate.NOT_POSSIBLE, impossible.reason().en());
        }
    }

    private void hurt(Kind fault, Instance target) {
        switch (fault) {
            case KILL -> faults.kill(target);
            case CUT_OFF -> faults.cutOff(target);
            case FREEZE -> faults.pause(target);
            default -> faults.hurtApache(target, fault);
        }
    }

    private void heal(Kind fault, Instance target) {
        switch (fault) {
            case KILL -> faults.start(List.of(target));
            case CUT_OFF -> faults.reconnect(target);
            case FREEZE -> faults.resume(target);
            default -> faults.mend(target);
        }
    }

    private static FaultTrial unplayed(Kind fault, Instance target, Fate fate, String detail) {
        return new FaultTrial(fault, target.name(), fate, detail, new Observation(Map.of(), List.of(), List.of(), List.of()));
    }
}
