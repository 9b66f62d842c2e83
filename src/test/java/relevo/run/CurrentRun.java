package relevo.run;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import relevo.archive.SavedLoad;
import relevo.archive.SavedObservations;
import relevo.report.Checklist;
import relevo.verdict.Verdict;

/** What the extension found out, for the listener that reports it: the two know each other only through this. One at a time. */
public final class CurrentRun {

    private static volatile CurrentRun current = new CurrentRun(Path.of(System.getProperty("relevo.reports", "reports")), handedIn());

    private final OffsetDateTime startedAt = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS);
    private final Path reports;
    private final Path delivery;
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final Map<String, EvidenceFolder> evidence = new ConcurrentHashMap<>();
    private volatile RuntimeException startFailure;
    private volatile Checklist checklist;
    private volatile Circumstances circumstances = new Circumstances("none", false, Map.of());

    /**
     * Where the run took place.
     *
     * @param substrate    its name
     * @param nodesStandIn whether containers stand in for virtual machines
     * @param versions     of what took part
     */
    record Circumstances(String substrate, boolean nodesStandIn, Map<String, String> versions) {
    }

    private CurrentRun(Path reports, Path delivery) {
        this.reports = reports.toAbsolutePath();
        this.delivery = delivery.toAbsolutePath();
    }

    /** The run under way in this JVM. */
    public static CurrentRun current() {
        return current;
    }

    private static Path handedIn() {
        return Path.of(System.getProperty("relevo.delivery", System.getProperty("relevo.infra", "infra")));
    }

    /** Another run begins in this JVM; what it leaves goes to that folder. */
    public static CurrentRun begin(Path reports) {
        return begin(reports, handedIn());
    }

    /**
     * Another run begins in this JVM, of another delivery.
     *
     * @param reports  folder for what it leaves
     * @param delivery folder that was handed in
     */
    public static CurrentRun begin(Path reports, Path delivery) {
        current = new CurrentRun(reports, delivery);
        return current;
    }

    /** Takes the verdict of a test, by its unique id. */
    public void judged(String test, Verdict verdict) {
        verdicts.put(test, verdict);
    }

    /** The verdict of a test, once there is one. */
    public Optional<Verdict> verdict(String test) {
        return Optional.ofNullable(verdicts.get(test));
    }

    /** Takes the verdict that a test ended with, and saves it unless it is its judge's: nothing that was saved leads to it again. */
    public void ended(String test, String requirement, Verdict verdict) {
        if (!verdict(test).equals(Optional.of(verdict))) {
            evidence(test, requirement);
            saved().keepVerdict(requirement, verdict);
        }
    }

    /** The evidence of a test, begun when it is first asked for. */
    public EvidenceFolder evidence(String test, String requirement) {
        return evidence.computeIfAbsent(test, unseen -> new EvidenceFolder(reports, requirement));
    }

    /** The evidence of a test, where it was begun. */
    public Optional<EvidenceFolder> evidence(String test) {
        return Optional.ofNullable(evidence.get(test));
    }

    void takesPlace(Circumstances where) {
        circumstances = where;
    }

    void wrote(Checklist written) {
        checklist = written;
    }

    /** The checklist, once it was written. */
    Optional<Checklist> checklist() {
        return Optional.ofNullable(checklist);
    }

    void didNotStart(RuntimeException why) {
        startFailure = why;
    }

    /** Why there is no cluster. */
    public Optional<RuntimeException> startFailure() {
        return Optional.ofNullable(startFailure);
    }

    Circumstances circumstances() {
        return circumstances;
    }

    OffsetDateTime startedAt() {
        return startedAt;
    }

    Path reports() {
        return reports;
    }

    /** The folder that was handed in. */
    public Path delivery() {
        return delivery;
    }

    /** What the verdicts came from. */
    public SavedObservations saved() {
        return new SavedObservations(reports);
    }

    /** What load tests saw. */
    public SavedLoad savedLoad() {
        return new SavedLoad(reports.resolve("load"));
    }
}
