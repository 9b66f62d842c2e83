package relevo.live.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.archive.OralDefence;
import relevo.live.page.DefenceSheet.Choice;
import relevo.live.page.DefenceSheet.Search;
import relevo.live.page.Order.Verb;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.testing.DefenceScene;
import relevo.testing.Untrusted;

class RiddleTest {

    private static final Riddle.Candidates USUAL = new Riddle.Candidates(List.of("web1", "web2"), List.of("backup1", "backup2"),
            Map.of("vm2", List.of("web1", "backup1")));

    private static Riddle drawn(int seed, Riddle.Candidates candidates) {
        return Riddle.drawn(Seed.random("seed " + seed, "fault"), candidates, 1_000).orElseThrow();
    }

    private static String right(Riddle riddle) {
        return riddle.sheet().choices().stream().map(Choice::id).filter(id -> riddle.answered(id, 2_000).sheet().search() == Search.FOUND).reduce((a, b) -> {
            throw new AssertionError("two are right");
        }).orElseThrow();
    }

    @Test
    @DisplayName("the same seed hides the same; over many seeds each fault comes up, at each place")
    void seeds() {
        var secrets = new HashSet<Riddle.Secret>();
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < 400; i++) {
            var riddle = drawn(i, USUAL);
            assertThat(drawn(i, USUAL).sheet()).isEqualTo(riddle.sheet());
            assertThat(drawn(i, USUAL).secret()).isEqualTo(riddle.secret());
            secrets.add(riddle.secret());
            places.merge(right(riddle), 1, Integer::sum);
        }
        assertThat(secrets).containsExactlyInAnyOrder(new Riddle.Secret(Verb.STOP, "web1"), new Riddle.Secret(Verb.KILL, "web1"),
                new Riddle.Secret(Verb.FREEZE, "web1"), new Riddle.Secret(Verb.STOP, "web2"), new Riddle.Secret(Verb.KILL, "web2"),
                new Riddle.Secret(Verb.FREEZE, "web2"), new Riddle.Secret(Verb.STOP, "backup1"), new Riddle.Secret(Verb.STOP, "backup2"));
        assertThat(places).containsOnlyKeys("a", "b", "c", "d", "e");
        assertThat(places.values()).allMatch(often -> often > 40 && often < 130);
    }

    @Test
    @DisplayName("five answers that differ, one of them right; a stopped and a killed container look alike, so never both of one server")
    void choices() {
        for (int i = 0; i < 200; i++) {
            var choices = drawn(i, USUAL).sheet().choices();
            assertThat(choices).hasSize(5).extracting(Choice::id).containsExactly("a", "b", "c", "d", "e");
            assertThat(choices).extracting(Choice::text).doesNotHaveDuplicates();
            for (var name : List.of("web1", "web2")) {
                assertThat(choices.stream().filter(one -> one.text().en().equals(name + " is switched off.")
                        || one.text().en().equals("All processes of " + name + " were killed at once.")).count()).isLessThan(2);
            }
        }
    }

    @Test
    @DisplayName("what is offered says nothing of what is right: each answer of the same offer is right under some seed")
    void fair() {
        var rightOf = new HashMap<String, HashSet<String>>();
        for (int i = 0; i < 3_000; i++) {
            var riddle = drawn(i, USUAL);
            var offered = riddle.sheet().choices().stream().map(one -> one.text().en()).sorted().toList();
            var right = riddle.sheet().choices().stream().filter(one -> one.id().equals(right(riddle))).findFirst().orElseThrow().text().en();
            rightOf.computeIfAbsent(offered.toString(), unseen -> new HashSet<>()).add(right);
        }
        assertThat(rightOf.values()).allMatch(right -> right.size() == 5);
    }

    @Test
    @DisplayName("what it was is told only when the search is over, with how it shows; then nothing changes any more")
    void told() {
        var riddle = drawn(1, USUAL);
        var right = right(riddle);
        assertThat(riddle.sheet().told().es()).isEmpty();
        assertThat(riddle.sheet().seconds()).isEmpty();
        assertThat(riddle.hunt()).isEmpty();

        var found = riddle.answered(right, 42_500);
        assertThat(found.sheet().told().en()).startsWith(found.hunt().orElseThrow().told().en()).contains("It shows in that");
        assertThat(found.hunt().orElseThrow()).extracting(OralDefence.Hunt::found, OralDefence.Hunt::seconds).containsExactly(OralDefence.Found.FOUND, 41.5);
        assertThat(found.answered("", 50_000)).isSameAs(found);

        var wrong = riddle.sheet().choices().stream().map(Choice::id).filter(id -> !id.equals(right)).findFirst().orElseThrow();
        assertThat(riddle.answered(wrong, 0).sheet().search()).isEqualTo(Search.MISSED);
        assertThat(riddle.answered(wrong, 0).sheet().seconds()).as("a clock that was set back").hasValue(0);
        assertThat(riddle.answered("", 9_000).sheet().search()).isEqualTo(Search.GIVEN_UP);
        assertThat(riddle.answered("z", 9_000)).isSameAs(riddle);
    }

    @Test
    @DisplayName("with few servers a lost machine is offered, too, and never the fault; with too few there is no riddle")
    void few() {
        var one = new Riddle.Candidates(List.of("web1"), List.of("backup1"), Map.of("vm2", List.of("web1", "backup1"), "vm3", List.of("web2")));
        assertThat(IntStream.range(0, 50).mapToObj(i -> drawn(i, one))).allSatisfy(riddle -> {
            assertThat(riddle.sheet().choices()).hasSize(4)
                    .anyMatch(choice -> choice.text().en().contains("vm2 has lost its power, and with it web1, backup1"));
            assertThat(riddle.secret().verb()).isNotEqualTo(Verb.CUT);
        });
        for (var none : List.of(new Riddle.Candidates(List.of("web1"), List.of(), Map.of()), new Riddle.Candidates(List.of(), List.of(), Map.of()),
                new Riddle.Candidates(List.of(), List.of(), Map.of("vm2", List.of("a", "b"), "vm3", List.of("c", "d"), "vm4", List.of("e", "f"))))) {
            assertThat(Riddle.drawn(Seed.random("x", "fault"), none, 0)).isEmpty();
        }
    }

    @Test
    @DisplayName("what may be broken is what runs and is checked, by instances; the balancer's machine is none of it")
    void candidates() {
        var usual = Riddle.Candidates.in(DefenceScene.facts());
        assertThat(usual).isEqualTo(new Riddle.Candidates(List.of("web1", "web2"), List.of("backup1", "backup2"),
                Map.of("vm2", List.of("web1", "backup1"), "vm3", List.of("web2", "backup2"))));
        var found = DefenceScene.found(DefenceScene.CONFIGURATION.replace("inter 1s fall 3", "no-check"));
        var instances = found.instances().stream().map(one -> one.name().equals("backup2") || one.name().equals("lb")
                ? new InstanceState(one.name(), one.name().equals("lb") ? "vm3" : "vm2", one.type(), one.name().equals("lb") ? "RUNNING" : "Stopped",
                one.addresses(), false) : one).toList();
        var less = new Inventory(List.of(), instances, found.balancers(), found.servers(), List.of(), Map.of());
        assertThat(Riddle.Candidates.in(new Facts(List.of(), List.of(), less, true)))
                .isEqualTo(new Riddle.Candidates(List.of("web2"), List.of("backup1"), Map.of("vm2", List.of("backup1"))));
        assertThat(Riddle.Candidates.in(new Facts(List.of(), List.of(), Inventory.NOTHING, true)).production()).isEmpty();
    }

    @Test
    @DisplayName("names from a delivery act on nobody, and the secret has them whole")
    void hostile() {
        var name = "web\u001b[2J\u202e%s" + "x".repeat(900);
        var riddle = drawn(3, new Riddle.Candidates(List.of(name, "b"), List.of(), Map.of()));
        riddle.sheet().choices().forEach(choice -> Untrusted.plain(choice.text().es() + choice.text().en()));
        var over = riddle.answered("", 1).sheet().told();
        Untrusted.plain(over.es() + over.en());
        assertThat(IntStream.range(0, 20).mapToObj(i -> drawn(i, new Riddle.Candidates(List.of(name, "b"), List.of(), Map.of())).secret().target()))
                .contains(name, "b");
    }
}
