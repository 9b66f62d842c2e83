package relevo.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.chance.PresenceRule;
import relevo.chance.ZeroRule;
import relevo.measure.History;
import relevo.measure.Saturation;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.timing.Timing;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges B1, B2, B7 and B3: when the backup servers help production, and when they rest. */
public final class Backups {

    /**
     * Fewest requests of a window. An even random split of so many leaves one of two servers out with probability 2·2⁻²⁰ = 1.9e-06
     * ({@link PresenceRule}); a cluster in which every second request goes wrong shows none with 2⁻²⁰ = 9.5e-07 ({@link ZeroRule}).
     */
    static final int ENOUGH = 20;
    /** B1: fewest requests that clear backups which serve one in twenty: 180 (0.95¹⁸⁰ = 9.8e-05, {@link ZeroRule}). */
    static final int LIGHT = ZeroRule.needed(ZeroRule.ONE_IN_TWENTY);
    /** Most times that the backups may begin to serve anew while the demand falls; more is flapping. */
    static final int FLAPS = 3;

    private Backups() {
    }

    /**
     * B1: with production up and light load the backups serve nothing: exactly 0, by the balancer's counters and by the answers. With the
     * 200 requests of scenario {@code smoke}, backups that serve one in twenty pass with probability 3.5e-05; 20 requests may convict, 180
     * are needed to clear. Where a load rule of the configuration leaves room for fewer only, those clear too, and the verdict says what they can
     * tell ({@link ZeroRule#told}): nobody may ask a delivery for more than what it calls light itself.
     *
     * @param light load below every load rule, with snapshots around it
     */
    public static Verdict idleUnderLightLoad(LoadRun light) {
        History history = new History(light.seen());
        Text expected = Text.of("Con poca carga y producción en pie, los respaldos sirven exactamente 0 peticiones.",
                "Under light load and with production up, the backups serve exactly 0 requests.");
        Optional<Verdict> missing = Farms.silent(history).or(() -> Farms.withoutBackups(history, expected))
                .or(() -> Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).known(Role.BACKUP, 1).snapshots(2).missing());
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> backups = history.named(Role.BACKUP);
        Optional<Verdict> unclear = Farms.productionUp(history).or(() -> Farms.backupsListed(history));
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Map<String, Long> answered = Tally.okPer(history.answers(), backups);
        Optional<Verdict> filled = answered.values().stream().allMatch(n -> n == 0) ? Optional.empty()
                : Farms.filledByLightLoad(history, 0, Double.MAX_VALUE);
        if (filled.isPresent()) {
            return filled.get();
        }
        Findings findings = new Findings();
        for (String backup : backups) {
            long counted = Math.max(history.served(backup), history.sessions(backup, Double.NEGATIVE_INFINITY));
            if (counted > 0 || answered.get(backup) > 0) {
                findings.wrong(Text.of("%s sirvió %s peticiones según los contadores (%s según las respuestas) de %s, con producción en pie.",
                                "%s served %s requests by the counters (%s by the answers) of %s, with production up.",
                                backup, Figure.count(counted), Figure.count(answered.get(backup)), Figure.count(history.answers().size())),
                        Text.of("Marque con backup su línea server, o pase a los respaldos solo en sobrecarga: use_backend … if { be_conn_free(…) lt 1 }, "
                                + "con maxconn en cada servidor (sin él vale −1 y la regla se cumple siempre).",
                                "Mark its server line with backup, or pass to the backups only on overload: use_backend … if { be_conn_free(…) lt 1 }, with "
                                        + "maxconn on each server (without it the count is −1 and the rule always holds)."));
            }
        }
        long production = Tally.okPer(history.answers(), history.named(Role.PRODUCTION)).values().stream().mapToLong(n -> n).sum();
        int n = history.answers().size();
        boolean keptSmall = light.planned() < LIGHT && light.planned() >= ENOUGH && !light.fullBy().isEmpty();
        if (production == 0 && findings.clean()) {
            return Verdict.waitsFor("G1.1", Text.of("Producción no respondió ninguna de %s peticiones.", "Production answered none of %s requests.",
                    Figure.count(n)));
        }
        if (n < LIGHT && !keptSmall) {
            Verdict few = Grounds.tooFew(n, LIGHT);
            findings.doubt(few.seen(), few.remedy());
        }
        Text few = !keptSmall ? Text.same("") : Text.of("Se pidió despacio, a la mitad de lo que su propia regla llama carga, y por eso solo tantas: %s.",
                "They were asked for slowly, at half of what its own rule calls load, and therefore only so many: %s.", light.fullBy());
        ZeroRule rule = keptSmall ? ZeroRule.told(n) : ZeroRule.of(n, ZeroRule.ONE_IN_TWENTY);
        return findings.verdict(expected,
                () -> Text.of("Los respaldos (%s) sirvieron 0 de %s peticiones; producción, %s.", "The backups (%s) served 0 of %s requests; production, %s.",
                        Figure.list(backups), Figure.count(n), Figure.count(production)).then(few).then(rule.text()));
    }

    /**
     * B2: when the demand exceeds production's capacity both backups serve, and not because production was marked DOWN.
     *
     * @param run a run meant to exceed it, with snapshots all along
     * @return could not check when the generator limited the run, or when the backups stayed idle and nothing proves that production
     *         was at its limit ({@link Saturation}); waits for G1.1 when production served nobody even at first
     */
    public static Verdict joinUnderOverload(LoadRun run) {
        return Overload.judge(run);
    }

    /**
     * B7: meanwhile production stays up and goes on serving: relief, not replacement.
     *
     * @param run as for {@link #joinUnderOverload}
     * @return waits for B2 when the backups did not join; not met when production got less than one request in twenty in the second half, or
     *         fell; waits for G1.2 when one of its servers served nobody even at first
     */
    public static Verdict relieveProduction(LoadRun run) {
        return Relief.judge(run);
    }

    /**
     * B3: when the demand falls the backups fall idle again within {@link Timing#RELEASE}, without flapping.
     *
     * @param run   the overload; where the backups did not join in it, this waits for B2
     * @param after light load that began when the overload ended, with snapshots, and at least 20 requests after the backups' last one
     */
    public static Verdict fallIdleAgain(LoadRun run, Observation after) {
        History before = new History(run.seen());
        History history = new History(after);
        Optional<Verdict> missing = Farms.silent(before)
                .or(() -> Grounds.of(before).answers(ENOUGH).roles().known(Role.BACKUP, 1).snapshots(2).missing())
                .or(() -> Farms.notJoined(Overload.judge(run)))
                .or(() -> Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).known(Role.BACKUP, 1).snapshots(3).missing())
                .or(() -> Farms.productionUp(history)).or(() -> Farms.backupsListed(history));
        if (missing.isPresent()) {
            return missing.get();
        }
        double limit = Timing.RELEASE.maxMs();
        List<String> backups = history.named(Role.BACKUP);
        List<Snapshot> snapshots = history.snapshots();
        List<Boolean> busy = new ArrayList<>();
        double release = 0;
        long late = 0;
        List<List<Long>> steps = backups.stream().map(history::steps).toList();
        for (int i = 1; i < snapshots.size(); i++) {
            int step = i - 1;
            long served = steps.stream().mapToLong(own -> own.get(step)).sum();
            busy.add(served > 0);
            if (served > 0) {
                release = snapshots.get(i).atMs();
                late += snapshots.get(i - 1).atMs() >= limit ? served : 0;
            }
        }
        long flaps = flaps(busy);
        Findings findings = new Findings();
        if (late > 0) {
            findings.wrong(Text.of("%s después de caer la demanda los respaldos aún servían (hasta %s; %s peticiones).",
                    "%s after the demand fell the backups still served (until %s; %s requests).",
                            Figure.seconds(limit), Figure.seconds(release), Figure.count(late)),
                    Text.of("Decida por petición (be_conn_free) y no por cookie, stick-table o balance source.",
                            "Decide per request (be_conn_free) and not by cookie, stick-table or balance source."));
        }
        if (flaps > FLAPS) {
            findings.wrong(Text.of("Los respaldos volvieron a entrar %s veces.", "The backups joined anew %s times.", flaps),
                    Text.of("La regla oscila: baje la carga que la dispara o decida con be_conn_free, que no oscila.",
                            "The rule oscillates: decide with be_conn_free, which does not."));
        }
        double released = release;
        int later = (int) history.sent(release, Double.MAX_VALUE).stream().filter(Answer::ok).count();
        if (later < ENOUGH) {
            Verdict few = Grounds.tooFew(later, ENOUGH);
            findings.doubt(few.seen(), few.remedy());
        }
        return findings.verdict(
                Text.of("Al caer la demanda los respaldos dejan de servir en %s y no oscilan.",
                        "When the demand falls the backups stop serving within %s and do not flap.", Figure.seconds(limit)),
                () -> Text.of("Los respaldos dejaron de servir a más tardar en %s; volvieron a entrar %s veces.",
                        "The backups stopped serving within %s; they joined anew %s times.", Figure.seconds(released), flaps));
    }

    /** Changes from idle to busy. */
    private static long flaps(List<Boolean> busy) {
        long flaps = 0;
        for (int i = 1; i < busy.size(); i++) {
            flaps += busy.get(i) && !busy.get(i - 1) ? 1 : 0;
        }
        return flaps;
    }
}
