package relevo.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import relevo.observation.Answer;
import relevo.observation.BackendRow;
import relevo.observation.Event;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;
import relevo.observation.Stage;
import relevo.observation.Statistics;

/**
 * Writes an observation by hand, for the judges' tests: a clock, one balancer with two production and two backup servers, requests
 * that move their counters, and a snapshot every 250 ms.
 */
public final class Scene {

    public static final Map<String, Role> ROLES = Map.of("haproxy", Role.BALANCER, "web1", Role.PRODUCTION, "web2", Role.PRODUCTION,
            "backup1", Role.BACKUP, "backup2", Role.BACKUP);
    private static final double SAMPLING = 250;

    private static final class Server {
        final String proxy;
        final boolean backup;
        String status = "UP";
        long current;
        long queued;
        OptionalLong limit = OptionalLong.empty();
        long sessions;
        long good;
        long bad;
        long downs;

        Server(String proxy, boolean backup) {
            this.proxy = proxy;
            this.backup = backup;
        }
    }

    private final Map<String, Role> roles = new HashMap<>(ROLES);
    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private double now;
    private double gapMs = 50;
    private double tookMs = 5;
    private double lastEnd;
    private long queued;
    private long queuedMax;
    private boolean sampling = true;
    private boolean counting = true;
    private boolean tcp;

    public Scene() {
        servers.put("web1", new Server("prod", false));
        servers.put("web2", new Server("prod", false));
        servers.put("backup1", new Server("overflow", true));
        servers.put("backup2", new Server("overflow", true));
        servers.keySet().forEach(name -> names.put(name, name));
        snapshot();
    }

    public Scene role(String name, Role role) {
        if (role == null) {
            roles.remove(name);
        } else {
            roles.put(name, role);
        }
        return this;
    }

    /** The balancer's list does not hold it. */
    public Scene unlisted(String name) {
        servers.remove(name);
        return resnapshot();
    }

    /** The balancer's list holds it, but nobody knows which row it is. */
    public Scene unmapped(String name) {
        names.remove(name);
        return resnapshot();
    }

    public Scene every(double gapMs) {
        this.gapMs = gapMs;
        return this;
    }

    public Scene taking(double tookMs) {
        this.tookMs = tookMs;
        return this;
    }

    /** No snapshots from here on, but for the last. */
    public Scene blind() {
        sampling = false;
        return this;
    }

    /** Counters stand still from here on, whatever is answered. */
    public Scene frozenCounters() {
        counting = false;
        return this;
    }

    /** The balancer runs in {@code mode tcp}: it counts sessions, and no responses. */
    public Scene tcp() {
        tcp = true;
        return this;
    }

    /** So many wait for one server, from here on. */
    public Scene queueOf(String name, long queued) {
        servers.get(name).queued = queued;
        return this;
    }

    public Scene status(String name, String status) {
        Server server = servers.get(name);
        server.downs += server.status.startsWith("UP") && status.startsWith("DOWN") ? 1 : 0;
        server.status = status;
        return this;
    }

    /** Its status already in the first snapshot. */
    public Scene initially(String name, String status) {
        servers.get(name).status = status;
        return resnapshot();
    }

    public Scene limit(long limit, String... of) {
        for (String name : of) {
            servers.get(name).limit = OptionalLong.of(limit);
        }
        return this;
    }

    public Scene current(long current, String... of) {
        for (String name : of) {
            servers.get(name).current = current;
        }
        return this;
    }

    public Scene queue(long queued) {
        this.queued = queued;
        queuedMax = Math.max(queuedMax, queued);
        return this;
    }

    /** So many waited, and no more when the statistics were next read. */
    public Scene queuedOnce(long most) {
        return queue(most).queue(0);
    }

    /** So many had waited before the first snapshot. */
    public Scene queuedBefore(long most) {
        return queuedOnce(most).resnapshot();
    }

    public Scene event(String what, String target) {
        events.add(new Event(now, Event.Kind.valueOf(what.toUpperCase(Locale.ROOT).replace(' ', '_')), target));
        return this;
    }

    /** Reloads the balancer: its counters begin anew. */
    public Scene reload() {
        servers.values().forEach(server -> {
            server.sessions = 0;
            server.good = 0;
            server.bad = 0;
            server.downs = 0;
        });
        return this;
    }

    /** Good answers, from each of these in turn. */
    public Scene serve(int n, String... from) {
        for (int i = 0; i < n; i++) {
            answer(200, from[i % from.length], "");
        }
        return this;
    }

    /** Answers of no server: status 0 with an error, or one that HAProxy made. */
    public Scene fail(int n, int status, String error) {
        for (int i = 0; i < n; i++) {
            answer(status, "", error);
        }
        return this;
    }

    public Scene answer(int status, String server, String error) {
        answers.add(new Answer(now, tookMs, status, server, error));
        Server counted = servers.get(server);
        if (counted != null && counting) {
            counted.sessions++;
            counted.good += status == 200 && !tcp ? 1 : 0;
            counted.bad += status >= 500 && !tcp ? 1 : 0;
        }
        lastEnd = Math.max(lastEnd, now + tookMs);
        return pass(gapMs);
    }

    public Scene pass(double ms) {
        double until = now + ms;
        while (sampling && snapshots.get(snapshots.size() - 1).atMs() + SAMPLING <= until) {
            now = snapshots.get(snapshots.size() - 1).atMs() + SAMPLING;
            snapshot();
        }
        now = until;
        return this;
    }

    public Scene snapshot() {
        List<ServerRow> rows = new ArrayList<>();
        Map<String, String> instanceOf = new HashMap<>();
        servers.forEach((name, s) -> {
            rows.add(new ServerRow(s.proxy, name, "", s.backup, s.status, s.current, s.limit, s.queued, s.queued, s.sessions, s.good, s.bad, s.downs, ""));
            if (names.containsKey(name)) {
                instanceOf.put(s.proxy + "/" + name, name);
            }
        });
        snapshots.add(new Snapshot(now, new Statistics(rows, List.of(new BackendRow("prod", queued, queuedMax), new BackendRow("overflow", 0, 0))),
                instanceOf));
        return this;
    }

    public double now() {
        return now;
    }

    public Observation seen() {
        now = Math.max(now, lastEnd);
        snapshot();
        return new Observation(roles, List.copyOf(answers), List.copyOf(snapshots), List.copyOf(events));
    }

    /** What was seen, but without any snapshot. */
    public Observation withoutSnapshots() {
        return new Observation(roles, List.copyOf(answers), List.of(), List.copyOf(events));
    }

    private static final Observation NOTHING = new Observation(Map.of(), List.of(), List.of(), List.of());

    /** All that was seen as an open run whose schedule was kept; the resource holds 50 ms. */
    public LoadRun run(String scenario) {
        return run(scenario, answers.size(), 5, 0);
    }

    /** An open run of a resource that holds 50 ms. */
    public static LoadRun run(String scenario, long planned, double seconds, Observation seen) {
        return new LoadRun(scenario, "open", "/hold/50ms", 50, 40, List.of(Stage.flat(100, seconds)), List.of(0.0), Optional.empty(), planned, 0, 0, seen,
                NOTHING);
    }

    public LoadRun run(String scenario, long planned, double lagMs, double ceiling) {
        double seconds = now / 1000;
        return new LoadRun(scenario, "open", "/hold/50ms", 50, 40, List.of(Stage.flat(planned / seconds, seconds)), List.of(0.0), Optional.empty(), planned,
                lagMs, ceiling, seen(), NOTHING);
    }

    private Scene resnapshot() {
        snapshots.remove(snapshots.size() - 1);
        return snapshot();
    }
}
