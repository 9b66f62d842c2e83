package relevo.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Script;
import relevo.observation.LeftAsFound.Change;
import relevo.observation.LeftAsFound.What;
import relevo.timing.Timing;

/**
 * What must be the same again when a machine is left.
 *
 * @param machine its name
 * @param facts   as the script {@code fingerprint} tells them
 */
record Fingerprint(String machine, List<Fact> facts) {

    /** A machine that says more than this is not listened to. */
    private static final int MOST_FACTS = 20_000;
    private static final int LONGEST_FACT = 4096;
    private static final String RUNS = "runs";

    /**
     * One thing.
     *
     * @param kind     {@code status}, {@code configuration}, {@code haproxy}, {@code apache}, {@code root}, {@code runs}, {@code marker}; of the managers
     *                 themselves {@code client} and {@code silent}
     * @param instance that it is in, with its project where that is not the default one; empty for the machine itself
     * @param detail   which of its kind
     * @param value    a word or a hash
     */
    record Fact(String kind, String instance, String detail, String value) {

        private boolean concerns(Fact other) {
            return kind.equals(other.kind) && instance.equals(other.instance) && detail.equals(other.detail);
        }

        private Optional<What> what() {
            return switch (kind) {
                case "status" -> Optional.of(What.STATUS);
                case "configuration" -> Optional.of(What.CONFIGURATION);
                case "haproxy" -> Optional.of(What.HAPROXY_FILES);
                case "apache" -> Optional.of(What.APACHE_FILES);
                case "root" -> Optional.of(What.DOCUMENTS);
                case RUNS -> Optional.of(What.PROGRAM);
                case "marker" -> Optional.of(What.MARKER);
                default -> Optional.empty();
            };
        }

        private boolean isManagers() {
            return kind.equals("status") || kind.equals("configuration");
        }
    }

    /** Looks at a machine. @throws relevo.verdict.CannotCheck when it cannot be asked */
    static Fingerprint of(Node node) {
        var output = node.run(Timing.COMMAND.max(), Map.of(), Script.text("fingerprint"), line -> { }, "sh", "-s");
        if (!output.ok()) {
            throw output.failed(node.name(), "sh", "-s");
        }
        return parse(node.name(), output.out());
    }

    /** Lines that are no facts are left out. */
    static Fingerprint parse(String machine, String text) {
        return new Fingerprint(machine, text.lines().limit(MOST_FACTS).filter(line -> line.length() <= LONGEST_FACT).map(line -> line.split("\t", -1))
                .filter(words -> words.length == 3 && !words[2].isEmpty()).map(words -> fact(words[0], words[1], words[2])).distinct().toList());
    }

    private static Fact fact(String kind, String instance, String value) {
        return switch (kind) {
            case RUNS, "marker", "client", "silent" -> new Fact(kind, instance, value, "yes");
            case "root" -> new Fact(kind, instance, value.replaceFirst("^\\S* ?", ""), value.replaceFirst(" .*", ""));
            default -> new Fact(kind, instance, "", value);
        };
    }

    /** Clients of managers that are there and did not answer. */
    List<String> silent() {
        return facts.stream().filter(fact -> fact.kind().equals("silent")).map(Fact::detail).toList();
    }

    /** What changed until then, instance by instance; of one that was stopped only that. */
    List<Change> differences(Fingerprint after) {
        var changes = new ArrayList<Change>();
        boolean asked = silent().isEmpty() && after.silent().isEmpty();
        Stream.concat(facts.stream(), after.facts.stream()).map(Fact::instance).collect(Collectors.toCollection(TreeSet::new))
                .forEach(instance -> {
                    var before = having(fact -> fact.instance().equals(instance) && (asked || !fact.isManagers()));
                    var then = after.having(fact -> fact.instance().equals(instance) && (asked || !fact.isManagers()));
                    changes.addAll(stopped(instance, before, then).map(List::of).orElseGet(() -> changed(instance, before, then)));
                });
        return List.copyOf(changes);
    }

    private List<Fact> having(Predicate<Fact> which) {
        return facts.stream().filter(which).toList();
    }

    /** That it runs no more, or runs now, and whatever else there is to say of that. */
    private Optional<Change> stopped(String instance, List<Fact> before, List<Fact> after) {
        var status = value("status", before);
        var then = value("status", after);
        if (!status.equals(then)) {
            return Optional.of(new Change(machine, instance, What.STATUS, "", status, then, commands().status(instance, status, then)));
        }
        // Nobody was asked; what was seen in it is gone.
        return !instance.isEmpty() && status.isEmpty() && before.isEmpty() != after.isEmpty()
                ? Optional.of(new Change(machine, instance, What.STATUS, "", before.isEmpty() ? "" : "Running", after.isEmpty() ? "" : "Running", ""))
                : Optional.empty();
    }

    private static String value(String kind, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.kind().equals(kind)).map(Fact::value).findFirst().orElse("");
    }

    private List<Change> changed(String instance, List<Fact> before, List<Fact> after) {
        return Stream.concat(before.stream(), after.stream().filter(fact -> before.stream().noneMatch(fact::concerns))).flatMap(fact -> fact.what().stream()
                .map(what -> new Change(machine, instance, what, fact.detail(), of(fact, before), of(fact, after),
                        commands().rest(what, instance, fact.detail(), of(fact, after).isEmpty()))))
                .filter(change -> !change.before().equals(change.after()) && !(change.what() == What.MARKER && change.after().isEmpty()))
                .sorted(Comparator.comparing(Change::what)).toList();
    }

    private static String of(Fact one, List<Fact> facts) {
        return facts.stream().filter(one::concerns).map(Fact::value).findFirst().orElse("");
    }

    private PuttingRight commands() {
        return new PuttingRight(facts.stream().filter(fact -> fact.kind().equals("client")).map(Fact::detail).findFirst().orElse(""));
    }
}
