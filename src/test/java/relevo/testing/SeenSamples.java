package relevo.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import relevo.judge.Seen;
import relevo.observation.BroughtUp;
import relevo.observation.Demand;
import relevo.observation.Doorway;
import relevo.observation.Event;
import relevo.observation.FaultTrial;
import relevo.observation.InstanceState;
import relevo.observation.Limits;
import relevo.observation.Listener;
import relevo.observation.LoadRun;
import relevo.observation.Member;
import relevo.observation.Observation;
import relevo.observation.Outage;
import relevo.observation.OwnPlan;
import relevo.observation.OwnTests;
import relevo.observation.Page;
import relevo.observation.Percentiles;
import relevo.observation.PlanDescription.Reading;
import relevo.observation.PlanDescription;
import relevo.observation.PlanResult;
import relevo.observation.Reach;
import relevo.observation.Standing;
import relevo.observation.Windows;

/** What requirements are judged by, written by hand: for each kind some that are right, some that are wrong, and some that decide nothing. */
public final class SeenSamples {

    private static final double DETECTION = Windows.SHORTEST.detectionMs();
    private static final Page APOLOGY = new Page(503, Map.of("content-type", "text/html; charset=utf-8", "cache-control", "no-store"),
            "<html><body><h1>Lo sentimos «mucho» \ud83d\ude4f</h1></body></html>");
    private static final Page NOTHING = new Page(0, Map.of(), "");
    private static final Page OK = new Page(200, Map.of("content-type", "text/html"), "<html>Statistics Report</html>");

    private SeenSamples() {
    }

    /** Every sample, by its kind. */
    public static Map<Class<?>, List<Object>> byKind() {
        return Stream.of(observations(), runs(), pages(), places(), machines(), together(), brought(), trials(), answered()).flatMap(List::stream)
                .collect(groupingBy(Object::getClass, LinkedHashMap::new, toList()));
    }

    private static List<?> pages() {
        return List.of(Farewell.page("Lo sentimos «mucho» \ud83d\ude4f"), Farewell.page("No server is available to handle this request."),
                Farewell.page("Error 503"), Farewell.came("HTTP/1.1 200 OK\r\ncontent-type: text/html", Farewell.document("¡Perdón!")));
    }

    private static List<?> brought() {
        var demands = List.of(demand(10), demand(100));
        var result = new PlanResult(3, 500, 500, Map.of("HTTP 503", 3L), 52, new Percentiles(50, 60, 70, 80, 90.25), 166.6, "");
        var plan = new OwnPlan(new PlanDescription("jmeter/plan.jmx", Reading.READ, "", demands, 0, List.of(), List.of(), List.of()), Optional.of(result));
        return List.of(new Seen.Brought(new OwnTests(List.of(plan), List.of(), 0, Map.of("10.57.0.11", "web1")), OK),
                new Seen.Brought(new OwnTests(List.of(), List.of(), 0, Map.of()), OK), new Seen.Brought(new OwnTests(List.of(plan), List.of(), 0,
                        Map.of("192.0.2.1", "web1")), OK));
    }

    private static Demand demand(int users) {
        return new Demand("g", "ThreadGroup", users, 1, -1, 30, 0, List.of(new Demand.Target("http", "192.0.2.1", 80, "/")));
    }

    private static List<?> trials() {
        var killed = new Scene().serve(20, "web1", "web2").event("kill", "web1").fail(3, 502, "").status("web1", "DOWN").pass(250).serve(40, "web2")
                .event("start", "web1").status("web1", "UP").serve(40, "web1", "web2").seen();
        var unnoticed = new Scene().serve(20, "web1", "web2").event("apache dead", "web1").fail(20, 502, "").pass(9_000).event("mended", "web1")
                .serve(40, "web1", "web2").seen();
        return List.of(new Seen.Trials(List.of(new FaultTrial(Event.Kind.KILL, "web1", FaultTrial.Fate.PLAYED, "", killed),
                        new FaultTrial(Event.Kind.APACHE_DEAD, "web1", FaultTrial.Fate.PLAYED, "", unnoticed))), new Seen.Trials(List.of()));
    }

    private static Scene productionStopped() {
        return new Scene().serve(20, "web1", "web2").event("stop", "web1").event("stop", "web2");
    }

    private static Observation fall() {
        var scene = new Scene().serve(40, "web1", "web2").pass(DETECTION + 100);
        for (var name : List.of("web1", "web2", "backup1", "backup2")) {
            scene.event("stop", name);
        }
        return scene.fail(20, 503, "").pass(DETECTION).event("start", "web1").fail(10, 503, "").pass(DETECTION).serve(40, "web1").seen();
    }

    private static List<?> observations() {
        var good = new Scene().serve(200, "web1", "web2").seen();
        return List.of(good, new Scene().seen(), new Scene().serve(40, "web1", "stranger").seen(), new Scene().serve(40, "web1", "web2").withoutSnapshots(),
                new Scene().serve(200, "web1", "backup1").fail(3, 0, "read timed out").fail(2, 503, "").seen(),
                new Observation(good.roles(), good.answers(), good.snapshots(), good.events(), new Windows(31_000.5, 47_000.25, "inter 5s (haproxy.cfg:12)")),
                productionStopped().fail(7, 503, "").pass(DETECTION).serve(40, "backup1", "backup2").event("start", "web1").event("start", "web2")
                        .serve(5, "backup1").pass(DETECTION).serve(60, "web1", "web2").seen(),
                productionStopped().pass(DETECTION).serve(40, "backup1").fail(2, 503, "").seen(),
                new Scene().serve(20, "web1", "web2").event("kill", "web1").fail(1, 0, "closed").serve(40, "web2").status("web1", "DOWN")
                        .event("detected", "").serve(40, "web2").event("start", "web1").status("web1", "UP").event("up", "").serve(20, "web1", "web2").seen(),
                fall());
    }

    private static LoadRun run(String name) {
        return switch (name) {
            case "smoke" -> new Scene().every(500).taking(55).serve(20, "web1", "web2").run(name);
            case "average" -> new Scene().every(20).taking(55 + 1.0 / 3).current(1, "web1", "web2").serve(490, "web1", "web2").fail(7, 503, "").run(name);
            case "stress" -> new Scene().every(1).taking(60).limit(20, "web1", "web2").current(20, "web1", "web2").current(10, "backup1", "backup2")
                    .serve(3_000, "web1", "web2", "web1", "web2", "backup1", "backup2").run(name);
            default -> new Scene().every(10).blind().serve(100, "web1", "web2").run(name, 400, 99.5, 40);
        };
    }

    private static List<?> answered() {
        return List.of(new Seen.Answered(new Scene().serve(200, "web1", "web2").seen(), new Standing(true, 1, 1, "")),
                new Seen.Answered(new Scene().fail(9, 0, "connect refused").seen(), new Standing(true, 0, 0, "line 12: unknown keyword")),
                new Seen.Answered(new Scene().serve(200, "web1", "backup1").fail(3, 0, "read timed out").seen(), Standing.UNKNOWN));
    }

    private static List<?> runs() {
        var stress = run("stress");
        var after = new Scene().serve(5, "backup1").serve(60, "web1", "web2").seen();
        return List.of(run("smoke"), run("average"), stress, run("late"), followed(stress, Optional.empty(), after),
                followed(run("average"), Optional.of(new Limits(0.1, 50)), after));
    }

    private static LoadRun followed(LoadRun run, Optional<Limits> limits, Observation after) {
        return new LoadRun(run.scenario(), run.model(), run.resource(), run.holdMs(), run.slots(), run.stages(), run.beganMs(), limits, run.planned(),
                run.worstLagMs(), run.ceilingPerSecond(), run.seen(), after);
    }

    private static InstanceState container(String name, String member, String status) {
        return new InstanceState(name, member, "container", status, List.of("10.1.0.5"), false);
    }

    private static List<?> places() {
        var instances = List.of(container("haproxy", "n1", "Running"), container("web1", "n2", "Running"), container("web2", "n3", "Running"));
        var listeners = List.of(new Listener("haproxy", "haproxy", "0.0.0.0", 80), new Listener("web1", "apache2", "*", 80),
                new Listener("web2", "apache2", "*", 80), new Listener("backup1", "apache2", "*", 80), new Listener("backup2", "apache2", "*", 80));
        var wrong = new ArrayList<>(listeners);
        wrong.add(new Listener("haproxy", "apache2", "0.0.0.0", 8080));
        wrong.add(new Listener("web2", "nginx", "::", 81));
        var visits = new Scene().serve(200, "web1", "web2").seen();
        var members = members("ONLINE");
        return List.of(new Seen.Spread(members, instances, true), new Seen.Spread(members, instances, false), new Seen.Spread(members, List.of(), false),
                new Seen.Visited(visits, instances), new Seen.Visited(visits, List.of()),
                new Seen.Running(listeners, Set.of("haproxy"), Scene.ROLES.keySet(), Scene.ROLES),
                new Seen.Running(wrong, Set.of("haproxy"), Scene.ROLES.keySet(), Scene.ROLES),
                new Seen.Running(List.of(), Set.of(), Set.of(), Map.of()), new Seen.Housed(listeners, Set.of("haproxy"), instances, Scene.ROLES),
                new Seen.Housed(wrong, Set.of("haproxy"), instances, Scene.ROLES), new Seen.Doorways(List.of(new Doorway("127.0.0.1", 8080, 200, "web1",
                        true))),
                new Seen.Doorways(List.of(new Doorway("127.0.0.1", 8080, 200, "web1", true), new Doorway("10.88.57.12", 8081, 200, "web2", false))));
    }

    private static List<Member> members(String third) {
        return List.of(new Member("n1", "a", "ONLINE"), new Member("n2", "b", "ONLINE"), new Member("n3", "c", third));
    }

    private static Outage outage(String back) {
        var seen = new Scene().serve(20, "web1", "web2").event("poweroff", "web1").event("poweroff", "backup2")
                .serve(20, "web2").status("web1", "DOWN").status("backup2", "DOWN").event("detected", "")
                .serve(40, "web2").fail(back.equals("UP") ? 0 : 3, 503, "").event("poweron", "web1").event("poweron", "backup2")
                .serve(20, "web2").status("web1", back).status("backup2", back)
                .event(back.equals("UP") ? "up" : "not up", "").serve(20, "web1", "web2").seen();
        return new Outage("n2", List.of("web1", "backup2"), seen, Map.of("n1", members("ONLINE"), "n2", members("ONLINE"), "n3", members("ONLINE")),
                List.of(container("web1", "n2", "Running"), container("backup2", "n2", back.equals("UP") ? "Running" : "Stopped")));
    }

    private static List<?> machines() {
        // In an order that no set of the library would keep.
        Set<String> names = new LinkedHashSet<>(List.of("n3", "n1", "n2"));
        var told = new LinkedHashMap<String, List<Member>>();
        names.forEach(name -> told.put(name, members(name.equals("n1") ? "OFFLINE" : "ONLINE")));
        return List.of(new Seen.Told(Map.of("n1", members("ONLINE"), "n2", members("ONLINE"), "n3", members("ONLINE")), names),
                new Seen.Told(told, names), new Seen.Told(Map.of(), names),
                new Seen.Attempts(List.of(new Reach("haproxy", "web1", true, "HTTP/1.1 200 OK"), new Reach("haproxy", "web2", false, "No route to host"))),
                new Seen.Attempts(List.of(new Reach("haproxy", "web1", true, "HTTP/1.1 200 OK"))),
                new Seen.CameUp(new BroughtUp(true, "", List.of(), 65_000), new Standing(true, 1, 1, ""), List.of(container("web1", "n1", "Running"))),
                new Seen.CameUp(BroughtUp.BEFORE, Standing.UNKNOWN, List.of()), new Seen.Returned(outage("UP"), names),
                new Seen.Returned(outage("DOWN"), names), new Seen.Outages(List.of(outage("UP"), outage("DOWN"))), new Seen.Outages(List.of(outage("UP"))));
    }

    private static List<?> together() {
        var shared = new Scene().serve(200, "web1", "web2").seen();
        var alone = new Scene().serve(200, "web1").seen();
        var snapshot = shared.snapshots().get(0);
        Set<String> web = new LinkedHashSet<>(List.of("web2", "web1", "backup2", "backup1"));
        return List.of(new Seen.Shares(shared, shared), new Seen.Shares(shared, alone),
                new Seen.Shown(OK, OK, snapshot, web, "web1 UP web2 UP backup1 UP backup2 UP"),
                new Seen.Shown(OK, OK, snapshot, web, "web1 UP"), new Seen.Shown(NOTHING, OK, snapshot, web, ""),
                new Seen.Guarded(new Page(401, Map.of(), ""), OK, new Page(303, Map.of("location", "/stats;st=DENY"), ""), "admin:admin"),
                new Seen.Guarded(OK, OK, new Page(303, Map.of("location", "/stats;st=DONE"), ""), ""),
                new Seen.Fall(fall(), Farewell.page("Lo sentimos"), new Page(503, Map.of(), "la aplicación descansa"),
                        new Page(503, Map.of(), "la aplicación descansa")),
                new Seen.Fall(fall(), Farewell.page("Lo sentimos"), APOLOGY, new Page(503, Map.of(), "la aplicación descansa")),
                new Seen.Crowd(new Scene().every(1).fail(3_000, 503, "").run("apology"), APOLOGY),
                new Seen.Crowd(new Scene().every(1).fail(3_000, 503, "").run("apology"), OK),
                new Seen.Scenarios(List.of(run("smoke"), run("average"), run("stress"))), new Seen.Scenarios(List.of()),
                new Seen.Ramp(run("stress"), run("average")), new Seen.Ramp(run("late"), run("smoke")));
    }
}
