package relevo.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.ServerState;
import relevo.observation.Snapshot;
import relevo.observation.Windows;
import relevo.words.Figure;

/** An observation, in time order, and the questions that several judges ask of it. Times are ms since it began. */
public final class History {

    private final Map<String, Role> roles;
    private final List<Answer> answers;
    private final List<Snapshot> snapshots;
    private final List<Event> events;
    private final Windows windows;
    private final boolean http;

    public History(Observation seen) {
        roles = seen.roles();
        answers = seen.answers().stream().sorted(Comparator.comparingDouble(Answer::atMs)).toList();
        snapshots = seen.snapshots().stream().sorted(Comparator.comparingDouble(Snapshot::atMs)).toList();
        events = seen.events().stream().sorted(Comparator.comparingDouble(Event::atMs)).toList();
        windows = seen.windows();
        http = snapshots.stream().flatMap(s -> s.statistics().servers().stream()).anyMatch(r -> r.served2xx() + r.served5xx() > 0);
    }

    /** By the time they were sent. */
    public List<Answer> answers() {
        return answers;
    }

    /** By time. */
    public List<Snapshot> snapshots() {
        return snapshots;
    }

    /** By time. */
    public List<Event> events() {
        return events;
    }

    /** How long the balancer may take to see a change. */
    public Windows windows() {
        return windows;
    }

    /** Instances of a role, by name. */
    public List<String> named(Role role) {
        return roles.entrySet().stream().filter(e -> e.getValue() == role).map(Map.Entry::getKey).sorted().toList();
    }

    /** What an instance is for. */
    public Role roleOf(String instance) {
        return roles.get(instance);
    }

    /** Instances that answered, or that the balancer lists, and whose role nobody knows. */
    public Set<String> strangers() {
        Set<String> names = new TreeSet<>();
        answers.stream().map(Answer::server).filter(name -> !name.isEmpty()).forEach(names::add);
        snapshots.forEach(s -> names.addAll(s.instanceOf().values()));
        names.removeAll(roles.keySet());
        return names;
    }

    /** Answers sent in [from, to). */
    public List<Answer> sent(double from, double to) {
        return answers.stream().filter(a -> a.atMs() >= from && a.atMs() < to).toList();
    }

    /** When the first request was sent. */
    public double begin() {
        return answers.stream().mapToDouble(Answer::atMs).min().orElse(0);
    }

    /** When the last answer was complete. */
    public double end() {
        return answers.stream().mapToDouble(a -> a.atMs() + a.tookMs()).max().orElse(0);
    }

    /** Whether the statistics were read before the first request and after the last answer. */
    public boolean bracketed() {
        return snapshots.size() > 1 && snapshots.get(0).atMs() <= begin() && snapshots.get(snapshots.size() - 1).atMs() >= end();
    }

    /** The rows of a reading that mean this instance. */
    public static List<ServerRow> rows(Snapshot snapshot, String instance) {
        return snapshot.statistics().servers().stream()
                .filter(row -> instance.equals(snapshot.instanceOf().get(row.label()))).toList();
    }

    /** What a reading says of an instance, over all its rows. */
    public ServerState state(Snapshot snapshot, String instance) {
        List<ServerRow> rows = rows(snapshot, instance);
        if (rows.isEmpty()) {
            return ServerState.UNLISTED;
        }
        if (rows.stream().allMatch(ServerRow::up)) {
            return ServerState.UP;
        }
        var other = rows.stream().allMatch(ServerRow::unchecked) ? ServerState.UNCHECKED : ServerState.OTHER;
        return rows.stream().allMatch(ServerRow::down) ? ServerState.DOWN : other;
    }

    /** No row of it is DOWN, in maintenance, …; and there is one. */
    public boolean usable(Snapshot snapshot, String instance) {
        List<ServerRow> rows = rows(snapshot, instance);
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.up() || row.unchecked());
    }

    /** The states that its rows print, for a message. */
    public String printed(Snapshot snapshot, String instance) {
        return Figure.list(rows(snapshot, instance).stream().map(r -> r.label() + " " + r.status()).toList());
    }

    /** Whether any reading has a row of this instance. */
    public boolean listed(String instance) {
        return snapshots.stream().anyMatch(s -> !rows(s, instance).isEmpty());
    }

    /** Server rows that are no known instance's. */
    public Set<String> unmapped() {
        Set<String> rows = new TreeSet<>();
        for (Snapshot s : snapshots) {
            s.statistics().servers().stream().map(ServerRow::label).filter(key -> !s.instanceOf().containsKey(key)).forEach(rows::add);
        }
        return rows;
    }

    /** Requests served by an instance, by the balancer's counters, between the first snapshot and the last. */
    public long served(String instance) {
        return served(instance, Double.NEGATIVE_INFINITY);
    }

    /** As {@link #served(String)}, from the last snapshot at or before {@code from}. */
    public long served(String instance, double from) {
        return growth(instance, from, this::counter);
    }

    /** Requests that the balancer counted for these instances. */
    public long served(Collection<String> instances) {
        return instances.stream().mapToLong(this::served).sum();
    }

    /** Sessions assigned to an instance from {@code from} on: also the ones whose answer was neither 2xx nor 5xx, or is still to come. */
    public long sessions(String instance, double from) {
        return growth(instance, from, ServerRow::sessions);
    }

    /** Transitions from UP to DOWN of an instance's rows. */
    public long downs(String instance) {
        return growth(instance, Double.NEGATIVE_INFINITY, ServerRow::downs);
    }

    /** Requests that an instance served in each interval between two snapshots, in order. */
    public List<Long> steps(String instance) {
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < snapshots.size(); i++) {
            steps.add(step(snapshots.get(i - 1), snapshots.get(i), instance, this::counter));
        }
        return steps;
    }

    /** The first snapshot that shows that an instance had served since the first one. */
    public OptionalDouble firstServed(String instance) {
        for (int i = 1; i < snapshots.size(); i++) {
            if (step(snapshots.get(i - 1), snapshots.get(i), instance, this::counter) > 0) {
                return OptionalDouble.of(snapshots.get(i).atMs());
            }
        }
        return OptionalDouble.empty();
    }

    /** Whether some counter went back, as after a restart or a reload of the balancer. */
    public boolean restarted() {
        for (int i = 1; i < snapshots.size(); i++) {
            Map<String, Long> before = sessions(snapshots.get(i - 1));
            boolean back = sessions(snapshots.get(i)).entrySet().stream().anyMatch(e -> e.getValue() < before.getOrDefault(e.getKey(), 0L));
            if (back) {
                return true;
            }
        }
        return false;
    }

    /** Whether the balancer counts requests; in {@code mode tcp} it counts connections only. */
    public boolean http() {
        return http;
    }

    /** Whether it takes a server away. */
    public static boolean ends(Event event) {
        return event.kind().ends();
    }

    /** Whether it gives a server back. */
    public static boolean begins(Event event) {
        return event.kind().begins();
    }

    /** The events of a kind that were done to one of these instances. */
    public Stream<Event> events(Collection<String> targets, boolean ending) {
        return events.stream().filter(e -> targets.contains(e.target()) && (ending ? ends(e) : begins(e)));
    }

    /**
     * When a failure counted as detected: the first snapshot after it in which no row of these is UP, or else the limit.
     *
     * @param from when the last of them was stopped
     */
    public double detected(Collection<String> stopped, double from) {
        return settled(from, windows.detectionMs(), s -> stopped.stream().allMatch(name -> state(s, name) != ServerState.UNLISTED
                && rows(s, name).stream().noneMatch(row -> row.up() || row.unchecked())));
    }

    /**
     * When a return counted as complete: the first snapshot after it in which every row of these is UP, having been something else
     * before, or else the limit. Rows that never were anything but UP show no return.
     *
     * @param from when the last of them was started
     */
    public double returned(Collection<String> started, double from) {
        return settled(from, windows.returnMs(), s -> started.stream().allMatch(name -> state(s, name) == ServerState.UP && wasOut(name, s.atMs())));
    }

    private boolean wasOut(String name, double before) {
        return snapshots.stream().anyMatch(s -> s.atMs() < before && state(s, name) != ServerState.UP && state(s, name) != ServerState.UNLISTED);
    }

    private double settled(double from, double limitMs, Predicate<Snapshot> shown) {
        double latest = from + limitMs;
        return snapshots.stream().filter(s -> s.atMs() > from && s.atMs() < latest && shown.test(s)).mapToDouble(Snapshot::atMs).findFirst().orElse(latest);
    }

    /** The earliest that the command of an event may have begun: after whatever else was noted before it, and not longer ago than a detection takes. */
    public double began(Event event) {
        return events.stream().filter(e -> e.atMs() <= event.atMs() && !ends(e) && !begins(e)).mapToDouble(Event::atMs)
                .reduce(event.atMs() - windows.detectionMs(), Math::max);
    }

    /** The first reading. */
    public Optional<Snapshot> first() {
        return snapshots.stream().findFirst();
    }

    // hrsp_* counts answers and not retries; a balancer in mode tcp leaves it empty and counts sessions.
    private long counter(ServerRow row) {
        return http ? row.served2xx() + row.served5xx() : row.sessions();
    }

    private long growth(String instance, double from, ToLongFunction<ServerRow> counter) {
        long sum = 0;
        for (int i = 1; i < snapshots.size(); i++) {
            if (snapshots.get(i).atMs() > from) {
                sum += step(snapshots.get(i - 1), snapshots.get(i), instance, counter);
            }
        }
        return sum;
    }

    // Row by row, because each counts by itself; a counter that went back began anew at 0.
    private static long step(Snapshot before, Snapshot after, String instance, ToLongFunction<ServerRow> counter) {
        long sum = 0;
        for (ServerRow row : rows(after, instance)) {
            long now = counter.applyAsLong(row);
            long then = before.statistics().servers().stream().filter(r -> r.proxy().equals(row.proxy()) && r.name().equals(row.name()))
                    .mapToLong(counter).findFirst().orElse(0);
            sum += now >= then ? now - then : now;
        }
        return sum;
    }

    private static Map<String, Long> sessions(Snapshot snapshot) {
        Map<String, Long> sessions = new TreeMap<>();
        snapshot.statistics().servers().forEach(row -> sessions.merge(row.label(), row.sessions(), Long::sum));
        return sessions;
    }
}
