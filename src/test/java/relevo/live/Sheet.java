package relevo.live;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import relevo.cluster.Footprint.Part;
import relevo.cluster.Footprint.Steps;
import relevo.live.page.RequirementCard;
import relevo.report.Catalogue;
import relevo.report.CatalogueRow;
import relevo.report.Level;
import relevo.report.Result;
import relevo.words.Text;

/** What is known of each requirement, and which are still to be played. For several threads. */
final class Sheet {

    private final Map<String, Text> groups = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> wanted = new TreeSet<>();
    private String playing = "";

    /** One requirement. @param parts what it looked at when it was last played; all as long as nobody knows */
    private record Entry(CatalogueRow row, Optional<Result> last, Set<Part> parts, double seconds, boolean stale, long changedMs) {

        Entry touched() {
            return new Entry(row, last, parts, seconds, last.isPresent(), changedMs);
        }
    }

    /** @param specified ids that have a test, of which this cluster plays all */
    Sheet(Catalogue catalogue, Set<String> specified) {
        catalogue.groups().forEach(group -> groups.put(group.id(), group.title()));
        catalogue.requirements().stream().filter(row -> specified.contains(row.id()))
                .forEach(row -> entries.put(row.id(), new Entry(row, Optional.empty(), EnumSet.allOf(Part.class), 0, false, 0)));
    }

    /** What was looked at there may be otherwise now: those requirements are to be played. */
    synchronized void touched(Set<Part> parts) {
        entries.replaceAll((id, entry) -> {
            if (entry.parts.stream().noneMatch(parts::contains)) {
                return entry;
            }
            wanted.add(id);
            return entry.touched();
        });
    }

    synchronized void want(Collection<String> ids) {
        ids.stream().filter(entries::containsKey).forEach(wanted::add);
    }

    synchronized boolean has(String id) {
        return entries.containsKey(id);
    }

    synchronized Set<String> ids() {
        return Set.copyOf(entries.keySet());
    }

    synchronized void wantNothing() {
        wanted.clear();
    }

    /**
     * The one to be played next. First what points hang on; group after group as the assignment builds up; in a group first what most points hang on, and of
     * those that are worth the same the one that takes least time.
     */
    synchronized Optional<String> next() {
        var order = List.copyOf(groups.keySet());
        return entries.values().stream().filter(entry -> wanted.contains(entry.row.id()))
                .min(Comparator.comparing((Entry entry) -> entry.row.level() != Level.CORE).thenComparing(entry -> order.indexOf(entry.row.group()))
                        .thenComparing(entry -> entry.row.points(), Comparator.reverseOrder()).thenComparingDouble(Entry::seconds))
                .map(entry -> entry.row.id());
    }

    synchronized void plays(String id) {
        playing = id;
    }

    synchronized void played(Result result, Steps steps) {
        playing = "";
        wanted.remove(result.id());
        var row = entries.get(result.id()).row;
        // A test that ended before it looked at anything may look at everything next time.
        var parts = steps.parts().isEmpty() ? EnumSet.allOf(Part.class) : steps.parts();
        entries.put(result.id(), new Entry(row, Optional.of(result), parts, result.seconds() + steps.seconds(), false, System.currentTimeMillis()));
    }

    /** What was last found out, of all that were played. */
    synchronized List<Result> results() {
        return entries.values().stream().flatMap(entry -> entry.last.stream()).toList();
    }

    synchronized List<RequirementCard> cards() {
        return entries.values().stream().map(entry -> new RequirementCard(entry.row.id(), groups.getOrDefault(entry.row.group(), Text.same("")),
                entry.row.title(), entry.row.level() == Level.CORE, entry.last.map(Result::verdict), entry.stale, entry.row.id().equals(playing),
                entry.last.map(Result::seconds).orElse(0.0), entry.changedMs)).toList();
    }
}
