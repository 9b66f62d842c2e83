package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.cluster.Footprint.Part;
import relevo.cluster.Footprint.Steps;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

class StoriesTest {

    private final Footprint footprint = new Footprint();
    private final Stories stories = new Stories(footprint);
    private final List<String> told = new ArrayList<>();

    /** A story that looks at this, and says its own name. */
    private Supplier<String> looking(String name, Part... parts) {
        return () -> {
            told.add(name);
            for (var part : parts) {
                footprint.touch(part);
            }
            return name;
        };
    }

    /** One that cannot be told. */
    private Supplier<String> failing(Part part) {
        return () -> {
            told.add("failing");
            footprint.touch(part);
            throw new CannotCheck(Text.same("mute"), Text.same("speak"), null);
        };
    }

    @Test
    @DisplayName("a story is told once, and what it looked at counts each time; its seconds count as spared from the second time on")
    void toldAgain() {
        assertThat(stories.once("one", looking("one", Part.TRAFFIC, Part.MANAGER))).isEqualTo("one");
        assertThat(footprint.take()).isEqualTo(new Steps(Set.of(Part.TRAFFIC, Part.MANAGER), 0));

        assertThat(stories.once("one", looking("other", Part.STATISTICS))).isEqualTo("one");
        var again = footprint.take();

        assertThat(told).containsExactly("one");
        assertThat(again.parts()).containsExactlyInAnyOrder(Part.TRAFFIC, Part.MANAGER);
        assertThat(again.seconds()).isPositive();
    }

    @Test
    @DisplayName("what was looked at before a story is not the story's, and stays with whoever told it")
    void lookedAtBefore() {
        footprint.touch(Part.STATISTICS);
        stories.once("one", looking("one", Part.TRAFFIC));
        footprint.touch(Part.PROGRAMS);
        assertThat(footprint.take().parts()).containsExactlyInAnyOrder(Part.STATISTICS, Part.TRAFFIC, Part.PROGRAMS);

        stories.once("one", looking("one"));
        assertThat(footprint.take().parts()).containsExactly(Part.TRAFFIC);
    }

    @Test
    @DisplayName("what a story within a story looked at belongs to both, and to neither twice, whatever their names")
    void nested() {
        // Names with the same hash.
        stories.once("Aa", () -> stories.once("BB", looking("inner", Part.MANAGER)) + looking("outer", Part.TRAFFIC).get());
        assertThat(footprint.take()).isEqualTo(new Steps(Set.of(Part.MANAGER, Part.TRAFFIC), 0));

        stories.once("BB", looking("never"));
        var inner = footprint.take();
        stories.once("Aa", looking("never"));
        var outer = footprint.take();

        assertThat(told).containsExactly("inner", "outer");
        assertThat(inner.parts()).containsExactly(Part.MANAGER);
        assertThat(outer.parts()).containsExactlyInAnyOrder(Part.MANAGER, Part.TRAFFIC);
        assertThat(outer.seconds()).as("spared").isGreaterThanOrEqualTo(inner.seconds());
    }

    @Test
    @DisplayName("a story that is built on one that was told before costs what both would cost")
    void builtOnOther() {
        footprint.follow(new Steps(Set.of(Part.APOLOGY), 100));
        assertThat(footprint.take().seconds()).isEqualTo(100);

        stories.once("outer", () -> {
            footprint.follow(new Steps(Set.of(Part.APOLOGY), 100));
            return "";
        });
        assertThat(footprint.take()).as("spared when it was first told").isEqualTo(new Steps(Set.of(Part.APOLOGY), 100));

        stories.once("outer", looking("never"));
        var again = footprint.take();
        assertThat(again.parts()).containsExactly(Part.APOLOGY);
        assertThat(again.seconds()).isGreaterThan(100);
    }

    @Test
    @DisplayName("a story that cannot be told is not tried again, and what it looked at counts")
    void untellable() {
        assertThatThrownBy(() -> stories.once("one", failing(Part.STATISTICS))).isInstanceOf(CannotCheck.class);
        assertThat(footprint.take().parts()).containsExactly(Part.STATISTICS);

        assertThatThrownBy(() -> stories.once("one", failing(Part.TRAFFIC))).isInstanceOf(CannotCheck.class).hasMessageContaining("mute");
        assertThat(footprint.take().parts()).containsExactly(Part.STATISTICS);
        assertThat(told).hasSize(1);
    }

    @Test
    @DisplayName("a mistake in a story is no story: it is told again, and what it looked at counts")
    void mistaken() {
        assertThatThrownBy(() -> stories.once("one", () -> {
            footprint.touch(Part.PROGRAMS);
            throw new IllegalStateException("a mistake");
        })).hasMessage("a mistake");
        assertThat(footprint.take().parts()).containsExactly(Part.PROGRAMS);

        assertThat(stories.once("one", looking("one", Part.TRAFFIC))).isEqualTo("one");
        assertThat(footprint.take().parts()).containsExactly(Part.TRAFFIC);
    }

    @Test
    @DisplayName("a story that was broken off is told again, whether it failed by that or was cut short")
    void brokenOff() {
        assertThatThrownBy(() -> stories.once("one", () -> {
            Thread.currentThread().interrupt();
            return failing(Part.TRAFFIC).get();
        })).isInstanceOf(CannotCheck.class);
        assertThat(Thread.interrupted()).as("the interrupt is left to others").isTrue();
        stories.once("two", () -> {
            Thread.currentThread().interrupt();
            return "half";
        });
        assertThat(Thread.interrupted()).isTrue();

        assertThat(stories.once("one", looking("one"))).isEqualTo("one");
        assertThat(stories.once("two", looking("two"))).isEqualTo("two");
    }

    @Test
    @DisplayName("another run tells every story anew")
    void forgotten() {
        stories.once("one", looking("one"));
        stories.forget();
        stories.once("one", looking("one"));

        assertThat(told).containsExactly("one", "one");
    }
}
