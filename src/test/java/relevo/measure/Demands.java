package relevo.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import relevo.observation.Demand;
import relevo.observation.Demand.Target;

/** Which demands on a system are different ones, and not one demand twice. */
public final class Demands {

    /** From here on two amounts are told apart: half as much again. */
    static final double FACTOR = 1.5;
    /** Pauses below it are none. */
    private static final double SHORTEST_PAUSE_MS = 50;

    private Demands() {
    }

    /** The first of each kind, so that no two of them are alike. */
    public static List<Demand> different(List<Demand> demands) {
        List<Demand> different = new ArrayList<>();
        for (Demand demand : demands) {
            if (different.stream().allMatch(other -> differ(other, demand))) {
                different.add(demand);
            }
        }
        return List.copyOf(different);
    }

    /** Whether users, the pace at which they come or ask, how long they stay, or what they ask for tell the two apart. */
    static boolean differ(Demand one, Demand other) {
        return apart(one.users(), other.users())
                || apart(one.users() / Math.max(1, one.rampSeconds()), other.users() / Math.max(1, other.rampSeconds()))
                || apart(Math.max(SHORTEST_PAUSE_MS, one.pauseMs()), Math.max(SHORTEST_PAUSE_MS, other.pauseMs()))
                || lengthsDiffer(one, other) || !paths(one).equals(paths(other));
    }

    /** By time, by rounds, or one by time and the other by rounds. */
    private static boolean lengthsDiffer(Demand one, Demand other) {
        if (one.seconds() > 0 && other.seconds() > 0) {
            // Rounds matter where they end before the time does, which nobody knows beforehand.
            return apart(one.seconds(), other.seconds());
        }
        return one.seconds() > 0 != other.seconds() > 0 || one.loops() < 0 != other.loops() < 0 || apart(one.loops(), other.loops());
    }

    private static boolean apart(double one, double other) {
        return Math.max(Math.abs(one), Math.abs(other)) >= FACTOR * Math.min(Math.abs(one), Math.abs(other));
    }

    private static HashSet<String> paths(Demand demand) {
        return new HashSet<>(demand.targets().stream().map(Target::path).toList());
    }
}
