package relevo.judge;

import java.util.List;
import relevo.chance.Certainty;
import relevo.chance.ErrorRule;
import relevo.chance.PresenceRule;
import relevo.chance.ShareRule;
import relevo.chance.SlownessRule;
import relevo.chance.ZeroRule;
import relevo.measure.AcceptedLimits;
import relevo.words.Figure;

/**
 * How sure every verdict is, computed by the rules that the judges themselves ask. Requests that a test counts in a window of time are
 * taken at the fewest with which its judge decides; more make either probability smaller.
 */
public final class Certainties {

    private static final String LOSES_NONE = "loses none: exact";
    private static final String AT_RANDOM = "`balance random`: an even split, each request anew";

    private Certainties() {
    }

    /** All of them, in the catalogue's order of their first requirement; what is not sampled at the end. */
    public static List<Certainty> all() {
        ShareRule shares = ShareRule.of(Sample.SHARES.requests(), 2);
        long rounds = Sample.SHARES.requests() / 2;
        return List.of(
                none("G1.1", "answers by others than production", Sample.VISITS.requests(), false, "sends none to its backups: exact",
                        "two backups without `backup`, one request in two is theirs", ZeroRule.EVERY_SECOND),
                new Certainty("G1.2", "requests per server, new connections and kept ones", "2 × " + Figure.count(shares.n()),
                        "≥ " + shares.threshold() + " each",
                        AT_RANDOM, 2 * shares.falseFail(), "one server gets 20 % of the requests, in either way of connecting",
                        shares.falsePass() + ShareRule.alternationByChance((int) rounds, 2)),
                new Certainty("G1.2", "exact alternation, where the counts do not decide", "≥ " + 2 * Entrance.ROUNDS, "all", "takes turns: exact", 0,
                        "one server gets 20 % of the requests, at random", ShareRule.alternationByChance(Entrance.ROUNDS, 2)),
                bothServe("G5", "production servers that answered", Placement.ENOUGH, AT_RANDOM, "one of two never serves"),
                none("B1", "requests to backups under light load", Sample.SMOKE.requests(), false, "sends them none: exact",
                        "backups serve one request in twenty", ZeroRule.ONE_IN_TWENTY),
                new Certainty("B1", "requests to backups, where a load rule leaves no room for more", "≥ " + Figure.count(Backups.ENOUGH), "0",
                        "sends them none: exact", 0, "backups serve " + Figure.percent(ZeroRule.told(Backups.ENOUGH).wrong(), 1) + " of the requests",
                        ZeroRule.told(Backups.ENOUGH).falsePass()),
                bothServe("B2", "backups that served under overload", Overload.OVERFLOWED, AT_RANDOM, "one of two never used"),
                new Certainty("B7", "requests to production, second half of the overload", "≥ " + Backups.ENOUGH,
                        "≥ " + Figure.percent(Relief.REPLACED, 1), "production takes every second request",
                        ZeroRule.of(Backups.ENOUGH, ZeroRule.EVERY_SECOND).falsePass(), "a rule sends everything to the backups: exact", 0),
                none("B3", "requests to backups after their last one", Backups.ENOUGH, true, "sends them none: exact", "backups keep every second request",
                        ZeroRule.EVERY_SECOND),
                bothServe("B8", "backups that served, production down", Backups.ENOUGH, AT_RANDOM, "no `allbackups`: the second is never used"),
                none("B4, C4", "failures once the loss is detected", Backups.ENOUGH, true, LOSES_NONE, "one of two servers is dead and not taken out",
                        ZeroRule.EVERY_SECOND),
                bothServe("B5", "production servers that serve again", Backups.ENOUGH, AT_RANDOM, "one does not return"),
                none("B5", "requests to backups, and failures, after the return", Backups.ENOUGH, true, "exact", "backups keep every second request",
                        ZeroRule.EVERY_SECOND),
                none("B6", "requests lost, of each fault", Backups.ENOUGH, true, LOSES_NONE, "no retries: every second request is lost for half a second",
                        ZeroRule.EVERY_SECOND),
                none("S2", "apologies with a server up, before and after", LastResort.ENOUGH, true, "shows none: exact",
                        "every second answer, before the outage or after it", ZeroRule.EVERY_SECOND),
                none("S3", "answers that are not the page", LastResort.HEAVY, true, LOSES_NONE, "loses one answer in ten", 0.1),
                errors("L2", Sample.AVERAGE), slowness("L2", Sample.AVERAGE), errors("L3", Sample.RECOVERED), slowness("L3", Sample.RECOVERED),
                new Certainty("G1.3, G2, G3.1, G3.2, G3.3, G4, G6, C1, C2, C3, S1, S4, S5, L1, L4, F1", "a state, a status, a text: nothing is sampled", "–",
                        "all", "–", 0, "–", 0));
    }

    private static Certainty none(String requirements, String tested, long n, boolean atLeast, String right, String wrong, double part) {
        return new Certainty(requirements, tested, (atLeast ? "≥ " : "") + Figure.count(n), "0", right, 0, wrong, ZeroRule.of(n, part).falsePass());
    }

    private static Certainty bothServe(String requirements, String tested, long n, String right, String wrong) {
        PresenceRule rule = PresenceRule.of(n, 2);
        return new Certainty(requirements, tested, "≥ " + Figure.count(n), "both ≥ 1", right, rule.falseFail(), wrong, rule.falsePass());
    }

    private static Certainty errors(String requirement, Sample sample) {
        double healthy = AcceptedLimits.USUAL.errorPercent() / 100;
        ErrorRule rule = ErrorRule.of(sample.requests(), healthy);
        return new Certainty(requirement, "failures", Figure.count(rule.n()), "≤ " + rule.allowed(), Figure.percent(healthy, 1) + " of errors",
                rule.falseFail(),
                Figure.percent(ErrorRule.BAD, 1) + " of errors", rule.falsePass());
    }

    private static Certainty slowness(String requirement, Sample sample) {
        SlownessRule rule = SlownessRule.of(sample.requests());
        return new Certainty(requirement, "answers above p95's limit", Figure.count(rule.n()), "≤ " + rule.allowed(),
                Figure.percent(SlownessRule.GOOD, 1) + " slow", rule.falseFail(),
                Figure.percent(SlownessRule.BAD, 1) + " slow", rule.falsePass());
    }
}
