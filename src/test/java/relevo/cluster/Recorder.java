package relevo.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import relevo.observation.Answer;
import relevo.observation.Event.Kind;
import relevo.observation.Event;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.observation.Windows;

/** Collects what happens, from several threads, on one clock. */
final class Recorder {

    private final long originNanos = System.nanoTime();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Snapshot> snapshots = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
    private final Windows windows;
    private volatile Snapshot latest;

    /** @param windows how long the balancer may take to see a change */
    Recorder(Windows windows) {
        this.windows = windows;
    }

    Windows windows() {
        return windows;
    }

    long originNanos() {
        return originNanos;
    }

    /** ms since this recorder was made. */
    double nowMs() {
        return (System.nanoTime() - originNanos) / 1e6;
    }

    void add(Answer answer) {
        answers.add(answer);
    }

    void add(Snapshot snapshot) {
        snapshots.add(snapshot);
        latest = snapshot;
    }

    void add(Kind what, String target) {
        events.add(new Event(nowMs(), what, target));
    }

    long answersSentSince(double ms) {
        return answers.stream().filter(answer -> answer.atMs() >= ms).count();
    }

    /** Whether this instance answered well what was asked since then. */
    boolean servedSince(double ms, String instance) {
        return answers.stream().anyMatch(answer -> answer.atMs() >= ms && answer.ok() && answer.server().equals(instance));
    }

    /** How many were served since the last one that was not, of those sent from then on. */
    long servedInARow(double ms) {
        var sent = answers.stream().filter(answer -> answer.atMs() >= ms).sorted(Comparator.comparingDouble(Answer::atMs).reversed()).toList();
        return sent.stream().takeWhile(Answer::ok).count();
    }

    /** When the last server was ended; 0 when none was. */
    double lastEndedMs() {
        return events.stream().filter(event -> event.kind().ends()).mapToDouble(Event::atMs).max().orElse(0);
    }

    /** So many answers, or all where there are fewer: those that came last. */
    List<Answer> lastAnswers(int count) {
        return answers.stream().skip(Math.max(0, answers.size() - count)).toList();
    }

    Optional<Snapshot> latest() {
        return Optional.ofNullable(latest);
    }

    /** Everything so far, by time. */
    Observation observation(Map<String, Role> roles) {
        return new Observation(roles,
                sorted(answers, Comparator.comparingDouble(Answer::atMs)),
                sorted(snapshots, Comparator.comparingDouble(Snapshot::atMs)),
                sorted(events, Comparator.comparingDouble(Event::atMs)), windows);
    }

    private static <T> List<T> sorted(ConcurrentLinkedQueue<T> queue, Comparator<T> order) {
        var list = new ArrayList<>(queue);
        list.sort(order);
        return List.copyOf(list);
    }
}
