package relevo.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import relevo.observation.Percentiles;
import relevo.observation.Provenance;
import relevo.report.load.LoadSummary.Backups;
import relevo.report.load.LoadSummary.Breakpoint;
import relevo.report.load.LoadSummary.Judged;
import relevo.report.load.LoadSummary.Law;
import relevo.report.load.LoadSummary.Level;
import relevo.report.load.LoadSummary.Little;
import relevo.report.load.LoadSummary.Mark;
import relevo.report.load.LoadSummary.Point;
import relevo.report.load.LoadSummary.Range;
import relevo.report.load.LoadSummary.Rank;
import relevo.report.load.LoadSummary.Scaling;
import relevo.report.load.LoadSummary.Scenario;
import relevo.report.load.LoadSummary.Second;
import relevo.report.load.LoadSummary.Share;
import relevo.report.load.LoadSummary;
import relevo.words.Text;

/** Load runs written by formula, for the tests of this package. */
public final class LoadSamples {

    private static final Percentiles NO_TIME = new Percentiles(0, 0, 0, 0, 0);
    private static final Percentiles USUAL = new Percentiles(203, 211, 216, 229, 240);

    private static final int SLOTS = 8;
    private static final double CAPACITY = 40;
    private static final String FULL_BY = "maxconn 4 (haproxy.cfg:98)";

    private LoadSamples() {
    }

    /** A run with everything in it: quiet, overloaded, broken, ramped, and one in doubt. */
    public static LoadSummary rich() {
        return new LoadSummary(provenance("7a55e4e", "3f9c2a71b0de"), List.of(smoke(), average(), stress(1), failover(false), soak()),
                Optional.of(scaling(1)), Optional.of(breakpoint()), verdicts());
    }

    /** The same after an edit that made overload slower, and rid the failover of its errors. */
    public static LoadSummary edited() {
        return new LoadSummary(provenance("7a55e4e+", "91d0447be2aa"), List.of(smoke(), average(), stress(1.6), failover(true)), Optional.of(scaling(0.8)),
                Optional.empty(), verdicts().stream().filter(judged -> !judged.id().equals("L3")).map(judged -> switch (judged.id()) {
                    case "L1" -> judged(judged, "notMet", Text.of("p95 fue 431 ms.", "p95 was 431 ms."));
                    case "L2" -> judged(judged, "met", Text.of("No falló ninguna de 800.", "None of 800 failed."));
                    default -> judged;
                }).toList());
    }

    private static Judged judged(Judged judged, String outcome, Text seen) {
        return new Judged(judged.id(), judged.title(), outcome, seen, judged.remedy(), judged.evidence());
    }

    /** A run in which nothing was played. */
    public static LoadSummary empty() {
        return new LoadSummary(new Provenance("2026-03-14T09:26:53-05:00", "", "3f9c2a71b0de", "docker", Map.of(), "", 1, 0, List.of()), List.of(),
                Optional.empty(),
                Optional.empty(), List.of());
    }

    /** One scenario that carries what a delivery may have called its servers, and nothing over time. */
    public static LoadSummary named(String name) {
        return new LoadSummary(provenance(name, name),
                List.of(new Scenario(name, name, name, 0, 0, name, 3, 0, 0, 0, 0, 0, 0, new Percentiles(0, 0, 0, 0, 0), Optional.empty(),
                Optional.empty(), List.of(), Map.of(name, 3L), List.of(new Share(name, "production", 0, 0, NO_TIME)),
                List.of(second(0, 1, 1, 0, 5, Map.of(name, 1L))),
                List.of(new Mark(1, Text.same(name))), Optional.empty(), new Little(0, 0, true), Optional.of(Text.same(name)),
                Map.of(name, "javascript:alert(1)/x"))),
                Optional.of(new Scaling(name, 2, List.of(new Level(1, 1, new Percentiles(1, 1, 1, 1, 1), 0, Optional.of(0.0), Map.of(name, 1L))),
                        new Law(1, 0, 0, 0, false, Text.same(name)), Optional.empty())),
                Optional.of(new Breakpoint(name, List.of(new Point(1, 1, 1, 1, 0, 0)), Optional.empty(), 1, 1, Optional.empty())),
                List.of(new Judged(name, Text.same(name), "met", Text.same(name), Text.same(name), List.of(name, "javascript:alert(1)", "../../etc/passwd"))));
    }

    private static Provenance provenance(String commit, String configuration) {
        return new Provenance("2026-03-14T09:26:53-05:00", commit, configuration, "docker",
                Map.of("HAProxy", "2.6.12", "Apache", "2.4.62", "LXD", "5.0.2", "JMeter", "5.6.3", "Java", "17.0.14"),
                "2 × Xeon E5-2680, 7.8 GiB, Linux 6.1.0", 20260314, 1843.7, List.of("smoke", "average", "breakpoint"));
    }

    private static Scenario smoke() {
        List<Second> seconds = seconds(3, second -> second(second, 10, 10, 0, 4 + wave(second), Map.of("web1", 5L, "web2", 5L)));
        return new Scenario("smoke", "open", "/", 0, 0, "", 3, 10, 10, 30, 30, 0, 1.2, new Percentiles(4.1, 5.2, 6, 7.4, 7.4), Optional.of(0.0),
                Optional.of(500.0),
                distribution(4, 7.4, 99), Map.of(), shares(15, 15, 0, 0), seconds, List.of(), Optional.empty(), new Little(0.04, 0.041, true), Optional.empty(),
                files("smoke"));
    }

    private static Scenario average() {
        List<Second> seconds = seconds(20, second -> second(second, 20, 20 + Math.round(wave(second)), 0, 204 + 3 * wave(second),
                Map.of("web1", 10L, "web2", 10L + Math.round(wave(second)))));
        return new Scenario("average", "open", "/hold/200ms", 200, CAPACITY, FULL_BY, 20, 20, 20, 400, 400, 0, 2.1,
                new Percentiles(204.2, 207.9, 210.4, 223, 231),
                Optional.of(0.001),
                Optional.of(250.0), distribution(204, 231, 99.9), Map.of(), shares(200, 200, 0, 0), seconds, List.of(), Optional.empty(),
                new Little(4.06, 4.08, true),
                Optional.empty(), files("average"));
    }

    private static Scenario stress(double slower) {
        List<Second> seconds = seconds(24, second -> {
            boolean loaded = second < 20;
            long backups = loaded && second >= 1 ? 11 : second == 20 ? 4 : 0;
            return second(second, loaded ? 60 : 0, loaded ? 38 + backups + 10 * Math.min(1, second) : backups, 0,
                    loaded ? slower * (215 + 12 * Math.min(second, 5) + 6 * wave(second)) : backups > 0 ? 210 : 0,
                    loaded ? Map.of("web1", 19L, "web2", 19L, "backup1", backups, "backup2", Math.max(0, backups - 1))
                    : Map.of("backup1", backups / 2, "backup2", backups - backups / 2));
        });
        return new Scenario("stress", "open", "/hold/200ms", 200, CAPACITY, FULL_BY, 20, 60, 59.2, 1200, 1200, 0, 3.4,
                new Percentiles(slower * 262, slower * 281, slower * 296, slower * 340, slower * 391), Optional.empty(), Optional.empty(),
                distribution(slower * 262, slower * 391, 99.9),
                Map.of(), shares(380, 380, 212, 206), seconds, List.of(new Mark(0.9, Text.of("entran los respaldos", "the backups join")),
                        new Mark(20.4, Text.of("descansan", "they rest"))),
                Optional.of(new Backups(slower > 1 ? 0.29 : 0.354, Optional.of(slower * 412.0), 402, 1)), new Little(14.9, 15.5, true), Optional.empty(),
                files("stress"));
    }

    private static Scenario failover(boolean retried) {
        List<Second> seconds = seconds(40, second -> {
            boolean down = second >= 10 && second < 26;
            long failed = retried ? 0 : second == 10 ? 7 : second == 11 ? 12 : 0;
            return second(second, 20, 20 - failed, failed, failed > 10 ? 900 : 205 + 4 * wave(second),
                    down ? Map.of("backup1", 10L - failed / 2, "backup2", 10L - (failed - failed / 2)) : Map.of("web1", 10L, "web2", 10L));
        });
        var errors = new LinkedHashMap<String, Long>();
        if (!retried) {
            errors.put("503", 12L);
            errors.put("read timed out", 4L);
            errors.put("connection reset", 3L);
        }
        return new Scenario("failover", "open", "/hold/200ms", 200, CAPACITY, FULL_BY, 40, 20, retried ? 20 : 19.5, 800, 800, retried ? 0 : 19, 4.6,
                new Percentiles(205.1, 214, 231, 904, 1203), Optional.of(0.01),
                Optional.of(250.0), distribution(205, 1203, 99.9), errors, shares(235, 236, 155, 155), seconds,
                List.of(new Mark(10.2, Text.of("caen web1 y web2", "web1 and web2 go down")),
                        new Mark(11.6, Text.of("entran los respaldos", "the backups join")),
                        new Mark(25, Text.of("vuelven web1 y web2", "web1 and web2 return")),
                        new Mark(26.3, Text.of("descansan los respaldos", "the backups rest"))),
                Optional.of(new Backups(0.397, Optional.empty(), 0, 1)), new Little(4.3, 6.9, false), Optional.empty(), files("failover"));
    }

    private static Scenario soak() {
        List<Second> seconds = seconds(120, second -> second(second, 30 + 10 * Math.sin(second / 9.0), 28 + Math.round(9 * Math.sin(second / 9.0)), 0, 206
                + 8 * wave(second),
                Map.of("web1", 14L, "web2", 13L, "backup1", second % 17 == 3 ? 3L : 0L, "backup2", second % 17 == 3 ? 2L : 0L)));
        List<Mark> flaps = IntStream.range(0, 12).mapToObj(i ->
                new Mark(3.2 + 8.5 * i, i % 2 == 0 ? Text.of("entran los respaldos", "the backups join") : Text.of("descansan", "they rest"))).toList();
        return new Scenario("soak", "closed", "/hold/200ms", 200, CAPACITY, FULL_BY, 120, 29.8, 27.6, 3576, 0, 0, 87.5,
                new Percentiles(207, 229, 241, 262, 288),
                Optional.empty(), Optional.empty(),
                distribution(207, 288, 99.99), Map.of(), shares(1680, 1560, 24, 16), seconds, flaps, Optional.of(new Backups(0.012, Optional.of(300.0), 0, 7)),
                new Little(5.9, 6.1, true),
                Optional.of(Text.of("El generador se retrasó 87 ms (p99): la carga no fue la pedida.",
                        "The generator was 87 ms late (p99): the load was not the one asked for.")), files("soak"));
    }

    private static Scaling scaling(double speed) {
        List<Level> levels = IntStream.of(1, 2, 4, 6, 8, 10, 12, 16, 20, 24).mapToObj(users -> {
            double perSecond = speed * (4.9 * users / (1 + 0.012 * (users - 1) + 0.0004 * users * (users - 1)) + 0.4 * wave(users));
            double due = Math.max(0, (double) (users - SLOTS) / users);
            double part = users <= SLOTS ? 0 : due - 0.03 + 0.02 * wave(users);
            double ms = 1000 * users / perSecond;
            return new Level(users, perSecond, new Percentiles(ms, ms * 1.04, ms * 1.08, ms * 1.2, ms * 1.4), part,
                    users <= 2 * SLOTS ? Optional.of(due) : Optional.empty(),
                    Map.of("web1", Math.round(perSecond * (1 - part) * 5), "web2", Math.round(perSecond * (1 - part) * 5), "backup1",
                            Math.round(perSecond * part * 5), "backup2", Math.round(perSecond * part * 5)));
        }).toList();
        return new Scaling("levels", SLOTS, levels, new Law(4.9 * speed, 0.012, 0.0004, 0.046, true,
                Text.of("Con σ tan pequeña casi no hay espera común.", "With so small a σ there is hardly any common wait.")),
                Optional.of(new Range(14.1, 16.2, 18.9)));
    }

    private static Breakpoint breakpoint() {
        List<Point> points = IntStream.rangeClosed(1, 24).mapToObj(i -> {
            double offered = 5.0 * i;
            double achieved = offered <= 80 ? offered * (1 - 0.002 * (i % 3)) : 80 - (offered - 80) * 0.15;
            double over = Math.max(0, offered - 72);
            return new Point(offered, achieved, 203 + 0.9 * over * Math.sqrt(over), 212 + 2.4 * over * Math.sqrt(over),
                    offered <= 85 ? 0 : 1 - (achieved + 4) / offered, offered <= 40 ? 0 : Math.min(0.5, 1 - 40 / offered));
        }).toList();
        return new Breakpoint("breakpoint", points, Optional.of(new Range(76.2, 80.4, 86.9)), 80, 74, Optional.of(1500.0));
    }

    private static List<Judged> verdicts() {
        return List.of(
                new Judged("B2", Text.of("Cuando la demanda supera a producción, entran los dos respaldos y producción sigue atendiendo",
                        "When demand exceeds production, both backups join and production keeps serving"),
                        "met", Text.of("Los respaldos sirvieron 418 de 1178 (35.5 %) a partir de 0.4 s.",
                                "The backups served 418 of 1178 (35.5 %) from 0.4 s on."), Text.same(""),
                        List.of("stress", "evidence/B2/observation stress.json")),
                new Judged("L1", Text.of("Con carga media no falla nada y p95 está por debajo de su límite",
                        "Under average load nothing fails and p95 is below its limit"),
                        "met", Text.of("0 de 400 fallaron; p95 fue 210 ms de los 250 ms admitidos.", "0 of 400 failed; p95 was 210 ms of the 250 ms accepted."),
                        Text.same(""), List.of("smoke", "average")),
                new Judged("L2", Text.of("Si caen los servidores de producción se pierde menos del 1 % de las peticiones",
                        "When production goes down less than 1 % of the requests are lost"),
                        "notMet", Text.of("Fallaron 19 de 800 (2.4 %): 503 × 12, read timed out × 4, connection reset × 3.",
                                "19 of 800 (2.4 %) failed: 503 × 12, read timed out × 4, connection reset × 3."),
                        Text.of("Reintente en otro servidor: option redispatch y retry-on conn-failure.",
                                "Try again on another server: option redispatch and retry-on conn-failure."),
                        List.of("failover", "evidence/L2/haproxy.log")),
                new Judged("L3", Text.of("La latencia no crece durante una carga larga", "Latency does not grow under a long load"), "couldNotCheck",
                        Text.of("El generador se retrasó 87 ms (p99).", "The generator was 87 ms late (p99)."),
                        Text.of("Repita sin otra cosa en marcha en la máquina.", "Repeat with nothing else running on the machine."),
                        List.of("soak")));
    }

    private static List<Share> shares(long web1, long web2, long backup1, long backup2) {
        double all = web1 + web2 + backup1 + backup2;
        return List.of(new Share("web1", "production", web1, web1 / all, USUAL), new Share("web2", "production", web2, web2 / all, USUAL),
                new Share("backup1", "backup", backup1, backup1 / all, USUAL), new Share("backup2", "backup", backup2, backup2 / all, USUAL));
    }

    private static List<Second> seconds(int count, IntFunction<Second> second) {
        return IntStream.range(0, count).mapToObj(second).toList();
    }

    private static Second second(int at, double offered, double achieved, double failed, double p50, Map<String, Long> served) {
        return new Second(at, offered, achieved, failed, p50, p50 * 1.06, served, 0.2 * achieved, Math.max(0, 0.1 * (achieved - CAPACITY)));
    }

    private static List<Rank> distribution(double middle, double most, double highest) {
        List<Rank> ranks = new ArrayList<>();
        for (double percentile : new double[] {0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99}) {
            if (percentile <= highest) {
                ranks.add(new Rank(percentile, middle * 0.97 + (most - middle * 0.97) * Math.pow(percentile / 100, 24)));
            }
        }
        ranks.add(new Rank(100, most));
        return ranks;
    }

    private static Map<String, String> files(String scenario) {
        return Map.of("results.jtl", scenario + "/results.jtl", "plan.jmx", scenario + "/plan.jmx", "dashboard", scenario + "/dashboard/index.html",
                "observation.json", "../evidence/load/" + scenario + ".json");
    }

    /** Something that looks like noise and is always the same. */
    private static double wave(int i) {
        return Math.sin(i * 2.4) + 0.5 * Math.sin(i * 5.1);
    }
}
