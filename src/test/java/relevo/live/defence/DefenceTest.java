package relevo.live.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relevo.testing.DefenceScene.facts;
import static relevo.testing.DefenceScene.notMet;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.archive.OralDefence;
import relevo.live.page.DefenceSheet.Search;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;
import relevo.testing.Untrusted;

class DefenceTest {

    private static final BigDecimal ONE = new BigDecimal("1.0");
    private static final Riddle.Candidates CANDIDATES = new Riddle.Candidates(List.of("web1", "web2"), List.of("backup1"), Map.of());

    private static Defence begun(String seed) {
        return Defence.begin(seed, facts(notMet("B2")), ONE, Optional.empty());
    }

    private static Order points(String written) {
        return new Order(Verb.DEFENCE_POINTS, "", written);
    }

    private static Order notes(String written) {
        return new Order(Verb.DEFENCE_NOTES, "", written);
    }

    private static Order answer(String choice) {
        return new Order(Verb.DEFENCE_ANSWER, choice, "");
    }

    @Test
    @DisplayName("a sheet with five questions, no fault, no notes and no points")
    void begins() {
        var sheet = begun("  Tomabe ").sheet();
        assertThat(sheet.seed()).isEqualTo("tomabe");
        assertThat(sheet.questions()).hasSize(5);
        assertThat(sheet.questions().get(0).id()).isEqualTo("B2");
        assertThat(sheet.riddle().search()).isEqualTo(Search.NONE);
        assertThat(sheet.riddle().told().es()).isEmpty();
        assertThat(List.of(sheet.notes(), sheet.points())).containsOnly("");
        assertThat(sheet.most()).isEqualTo("1.0");
        assertThat(begun("TOMABE").sheet()).isEqualTo(sheet);
    }

    @Test
    @DisplayName("a seed that is drawn is short and sayable, and not the one before; one that was written is harmless")
    void drawn() {
        var seeds = IntStream.range(0, 20).mapToObj(i -> begun(" ").sheet().seed()).toList();
        assertThat(seeds).allMatch(seed -> seed.matches("([bdfglmnprst][aeiou]){3}"));
        assertThat(seeds.stream().distinct().count()).isGreaterThan(15);
        Untrusted.plain(begun("\u001b[2J\n\u202e" + "x".repeat(900)).sheet().seed());
        assertThat(begun("x".repeat(900)).sheet().seed()).hasSizeLessThan(50);
    }

    @ParameterizedTest
    @DisplayName("points with a point or a comma, two decimals at most, up to what the defence is worth; blank takes them back")
    @CsvSource(delimiter = '|', value = {"0|0", "1|1", "1.0|1.0", "0,8|0.8", " 0.75 |0.75", "''|''", "' '|''"})
    void points(String written, String shown) {
        assertThat(begun("x").refused(points(written))).isEmpty();
        assertThat(begun("x").after(points("0.3"), 0).after(points(written), 0).sheet().points()).isEqualTo(shown);
    }

    @ParameterizedTest
    @DisplayName("anything else is refused in words that say what to write, and changes nothing")
    @ValueSource(strings = {"1.01", "2", "-1", "0.333", "1e-1", ".5", "0.", "٠", "eight", "0.8/1", "\u001b[2J", "1.0 1", "999999999999999999999999"})
    void refusedPoints(String written) {
        var why = begun("x").refused(points(written)).orElseThrow();
        assertThat(why.en()).contains("write 0 to 1.0, with two decimals at most.");
        assertThat(why.es()).contains("escriba de 0 a 1.0");
        Untrusted.plain(why.es() + why.en());
        assertThatThrownBy(() -> begun("x").after(points(written), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("notes keep their lines and nothing that acts, and have an end")
    void notes() {
        assertThat(begun("x").after(notes("uno\r\ndos\u001b[31m \u202e<b>\n"), 0).sheet().notes()).isEqualTo("uno\ndos·[31m ·<b>");
        assertThat(begun("x").refused(notes("ñ".repeat(4_000)))).isEmpty();
        assertThat(begun("x").refused(notes("ñ".repeat(4_001))).orElseThrow().en()).contains("4000");
    }

    @Test
    @DisplayName("a fault is hidden, found or not, and each is another one")
    void riddle() {
        var hidden = begun("x").hiding(CANDIDATES, 10_000).orElseThrow();
        assertThat(hidden.secret()).isPresent();
        assertThat(hidden.sheet().riddle().search()).isEqualTo(Search.HIDDEN);
        assertThat(hidden.refused(new Order(Verb.DEFENCE_FAULT, "", ""))).isPresent();
        assertThatThrownBy(() -> hidden.hiding(CANDIDATES, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(hidden.refused(answer("z")).orElseThrow().en()).contains("\"z\"");
        assertThat(begun("x").refused(answer("a"))).isPresent();
        assertThat(hidden.left("d", "t").rounds().get(0).hunts()).as("not over").isEmpty();

        var over = hidden.after(answer(""), 31_000);
        assertThat(over.secret()).isEmpty();
        assertThat(over.sheet().riddle().search()).isEqualTo(Search.GIVEN_UP);
        assertThat(over.refused(new Order(Verb.DEFENCE_FAULT, "", ""))).isEmpty();
        assertThat(over.left("d", "t").rounds().get(0).hunts()).singleElement().satisfies(hunt -> assertThat(hunt.seconds()).isEqualTo(21));

        var secrets = new HashSet<Riddle.Secret>();
        for (int i = 0; i < 12; i++) {
            over = over.hiding(CANDIDATES, 0).orElseThrow();
            secrets.add(over.secret().orElseThrow());
            over = over.after(answer(""), 0);
        }
        assertThat(secrets).hasSizeGreaterThan(2);
        assertThat(over.left("d", "t").rounds().get(0).hunts()).hasSize(13);
        assertThat(hidden.withdrawn().sheet().riddle().search()).isEqualTo(Search.NONE);
        assertThat(hidden.withdrawn().hiding(CANDIDATES, 0)).isPresent();
        assertThat(begun("x").hiding(new Riddle.Candidates(List.of(), List.of(), Map.of()), 0)).isEmpty();
    }

    @Test
    @DisplayName("another round keeps the notes, the points and what was asked before")
    void again() {
        var first = begun("one").after(notes("bien"), 0).after(points("0.8"), 0).left("/d", "t1");
        var second = Defence.begin("two", facts(notMet("B2")), ONE, Optional.of(first));
        assertThat(second.sheet().notes()).isEqualTo("bien");
        assertThat(second.sheet().points()).isEqualTo("0.8");
        assertThat(second.left("/d", "t2").rounds()).extracting(OralDefence.Round::seed).containsExactly("one", "two");
        assertThat(second.sheet().questions()).isNotEqualTo(begun("one").sheet().questions());
        var many = second;
        for (int i = 0; i < 100; i++) {
            many = Defence.begin("s" + i, facts(), ONE, Optional.of(many.left("/d", "t")));
        }
        assertThat(many.left("/d", "t").rounds()).hasSize(OralDefence.MOST);
    }

    @Test
    @DisplayName("what was saved goes on as it was; a fault that was hidden is hidden no more")
    void resumes() {
        var hidden = begun("one").after(notes("bien"), 0).after(points("0,8"), 0).hiding(CANDIDATES, 0).orElseThrow().after(answer(""), 5_000)
                .hiding(CANDIDATES, 6_000).orElseThrow();
        var saved = hidden.left("/d", "t");
        var resumed = Defence.resume(saved, ONE).orElseThrow();
        assertThat(resumed.left("/d", "t")).isEqualTo(saved);
        assertThat(resumed.sheet().questions()).isEqualTo(hidden.sheet().questions());
        assertThat(resumed.secret()).isEmpty();
        assertThat(Defence.resume(new OralDefence("/d", "t", List.of(), "", Optional.empty(), ONE), ONE)).isEmpty();
    }

    @Test
    @DisplayName("points of a defence that was worth something else count no more, and are noted")
    void otherWorth() {
        var saved = begun("one").after(notes("bien"), 0).after(points("0.8"), 0).left("/d", "t");
        var other = Defence.begin("two", facts(), new BigDecimal("2.0"), Optional.of(saved)).sheet();
        assertThat(other.points()).isEmpty();
        assertThat(other.notes()).isEqualTo("Antes · Before: 0.8 / 1.0\nbien");
        assertThat(Defence.resume(saved, new BigDecimal("1.00")).orElseThrow().sheet().points()).isEqualTo("0.8");
    }
}
