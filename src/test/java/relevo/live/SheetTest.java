package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.cluster.Footprint.Part;
import relevo.cluster.Footprint.Steps;
import relevo.live.page.RequirementCard;
import relevo.report.Catalogue;
import relevo.report.Result;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** In the catalogue's order: G1.1 core, G1.3 extended, C1 core with 0.70 points, C3 extended, B2 core with 0.30 points, S5 extended. */
class SheetTest {

    private static final Set<String> IDS = Set.of("G1.1", "G1.3", "C1", "C3", "B2", "S5");

    private Sheet sheet = new Sheet(Catalogue.load(), IDS);

    private static Result result(String id, double seconds) {
        return new Result(id, Verdict.met(Text.same(id + " seen")), seconds, List.of(), "");
    }

    /** Played once, for so long, looking at these. */
    private void played(String id, double seconds, Part... parts) {
        played(id, seconds, 0, parts);
    }

    private void played(String id, double seconds, double spared, Part... parts) {
        sheet.plays(id);
        sheet.played(result(id, seconds), new Steps(Set.of(parts), spared));
    }

    /** What is played now, one after the other, as long as each before. */
    private List<String> order() {
        var order = new ArrayList<String>();
        for (var next = sheet.next(); next.isPresent(); next = sheet.next()) {
            assertThat(order).doesNotContain(next.get());
            order.add(next.get());
            sheet.played(result(next.get(), 1), new Steps(Set.of(Part.TRAFFIC), 0));
        }
        return order;
    }

    private RequirementCard card(String id) {
        return sheet.cards().stream().filter(card -> card.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("what this cluster plays is known in the catalogue's order, and nothing is to be played before it is wanted")
    void begin() {
        assertThat(sheet.ids()).containsExactlyInAnyOrderElementsOf(IDS);
        assertThat(sheet.cards()).extracting(RequirementCard::id).containsExactly("G1.1", "G1.3", "C1", "C3", "B2", "S5");
        assertThat(sheet.has("C1")).isTrue();
        assertThat(sheet.has("D1")).as("for the teacher").isFalse();
        assertThat(sheet.next()).isEmpty();
        assertThat(sheet.results()).isEmpty();
        assertThat(sheet.cards()).hasSize(6).allSatisfy(card -> {
            assertThat(card.verdict()).isEmpty();
            assertThat(card.stale()).isFalse();
            assertThat(card.playing()).isFalse();
            assertThat(card.seconds()).isZero();
            assertThat(card.changedMs()).isZero();
            assertThat(card.group().en()).isNotEmpty();
        });
        assertThat(card("G1.1").core()).isTrue();
        assertThat(card("G1.3").core()).isFalse();
    }

    @Test
    @DisplayName("as long as no cost is known, core comes before extended, each in the catalogue's order")
    void unknownCosts() {
        sheet.want(sheet.ids());

        assertThat(order()).containsExactly("G1.1", "C1", "B2", "G1.3", "C3", "S5");
    }

    @Test
    @DisplayName("group after group, however dear; extended ones after all core ones")
    void groups() {
        played("G1.1", 9, Part.TRAFFIC);
        played("C1", 2, Part.TRAFFIC);
        played("B2", 1, Part.TRAFFIC);
        played("G1.3", 4, Part.TRAFFIC);
        played("S5", 0.5, Part.TRAFFIC);
        played("C3", 0.7, Part.TRAFFIC);
        sheet.want(sheet.ids());

        assertThat(order()).containsExactly("G1.1", "C1", "B2", "G1.3", "C3", "S5");
    }

    @Test
    @DisplayName("in a group by the points of each, however dear; of those that are worth the same the quicker first")
    void byPoints() {
        sheet = new Sheet(Catalogue.load(), Set.of("G1.1", "G3.2", "G4", "G1.3", "G3.3"));
        // 0.15, 0.05, 0.30 points, and none.
        played("G1.1", 3, Part.TRAFFIC);
        played("G3.2", 2, Part.TRAFFIC);
        played("G4", 50, Part.TRAFFIC);
        played("G1.3", 2, Part.TRAFFIC);
        played("G3.3", 1, Part.TRAFFIC);
        sheet.want(sheet.ids());

        assertThat(order()).containsExactly("G4", "G1.1", "G3.2", "G3.3", "G1.3");
    }

    @Test
    @DisplayName("what was spared because a story was told before is part of the cost")
    void spared() {
        sheet = new Sheet(Catalogue.load(), Set.of("G1.1", "G1.2"));
        played("G1.1", 1, 10, Part.TRAFFIC);
        played("G1.2", 3, Part.TRAFFIC);
        sheet.want(List.of("G1.1", "G1.2"));

        assertThat(sheet.next()).contains("G1.2");
        assertThat(card("G1.1").seconds()).as("on the page, what it took").isEqualTo(1);
    }

    @Test
    @DisplayName("what was touched makes those stale, and wanted, that looked there, and no others")
    void touchedByParts() {
        played("G1.1", 1, Part.TRAFFIC);
        played("G1.3", 1, Part.STATISTICS, Part.MANAGER);
        played("C1", 1, Part.MANAGER);
        played("C3", 1, Part.MANAGER);
        played("B2", 1, Part.TRAFFIC, Part.APOLOGY);
        played("S5", 1, Part.APOLOGY);

        sheet.touched(Set.of());
        assertThat(sheet.next()).isEmpty();
        sheet.touched(Set.of(Part.STATISTICS, Part.APOLOGY));

        assertThat(sheet.cards()).filteredOn(RequirementCard::stale).extracting(RequirementCard::id).containsExactly("G1.3", "B2", "S5");
        assertThat(order()).containsExactly("B2", "G1.3", "S5");
        assertThat(sheet.cards()).noneMatch(RequirementCard::stale);
    }

    @Test
    @DisplayName("one that was not played yet is touched by everything, and is not stale: nothing is known that could be")
    void unknownFootprint() {
        for (var part : Part.values()) {
            var fresh = new Sheet(Catalogue.load(), Set.of("B2"));
            fresh.touched(EnumSet.of(part));
            assertThat(fresh.next()).contains("B2");
            assertThat(fresh.cards().get(0).stale()).isFalse();
        }
    }

    @Test
    @DisplayName("one that ended before it looked at anything is touched by everything")
    void emptyFootprint() {
        played("B2", 1);

        sheet.touched(EnumSet.of(Part.APOLOGY));

        assertThat(card("B2").stale()).isTrue();
        assertThat(order()).contains("B2");
    }

    @Test
    @DisplayName("one that is wanted twice is played once; one that is none is not wanted; and what is wanted can be given up")
    void wanted() {
        sheet.want(List.of("B2", "B2", "D1", "no such"));
        assertThat(sheet.next()).contains("B2");
        sheet.wantNothing();
        assertThat(sheet.next()).isEmpty();

        sheet.want(List.of("B2"));
        assertThat(order()).containsExactly("B2");
    }

    @Test
    @DisplayName("a card shows that its requirement is being played, and then what was seen, how long it took and when it came")
    void card() {
        sheet.plays("C1");
        assertThat(sheet.cards()).filteredOn(RequirementCard::playing).extracting(RequirementCard::id).containsExactly("C1");
        var before = System.currentTimeMillis();

        sheet.played(result("C1", 2.5), new Steps(Set.of(Part.MANAGER), 0));

        assertThat(card("C1").playing()).isFalse();
        assertThat(card("C1").verdict().orElseThrow().seen().en()).isEqualTo("C1 seen");
        assertThat(card("C1").seconds()).isEqualTo(2.5);
        assertThat(card("C1").changedMs()).isBetween(before, System.currentTimeMillis());
        assertThat(sheet.results()).extracting(Result::id).containsExactly("C1");
    }

    @Test
    @DisplayName("the results are the last ones, in the catalogue's order")
    void results() {
        played("B2", 1, Part.TRAFFIC);
        played("G1.1", 1, Part.TRAFFIC);
        played("B2", 7, Part.TRAFFIC);

        assertThat(sheet.results()).extracting(Result::id).containsExactly("G1.1", "B2");
        assertThat(sheet.results()).extracting(Result::seconds).containsExactly(1.0, 7.0);
    }
}
