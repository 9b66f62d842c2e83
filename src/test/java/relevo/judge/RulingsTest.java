package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.LoadRun;
import relevo.observation.NobodyLeft;
import relevo.observation.Observation;
import relevo.observation.Windows;
import relevo.testing.Expect;
import relevo.testing.Farewell;
import relevo.testing.Scene;
import relevo.testing.SeenSamples;
import relevo.verdict.Verdict;

/** The table asks the right judges; requirements that share a kind of observation could be taken for each other. */
class RulingsTest {

    private static Verdict verdict(String id, Object seen) {
        return Rulings.on(id).orElseThrow().on(seen);
    }

    @Test
    @DisplayName("each sees in what it is given what its requirement is about")
    void eachItsOwn() {
        var light = new Scene().serve(200, "web1", "web2").seen();
        assertThat(ids(Observation.class)).containsExactly("G3.2", "B4", "B8", "B5");
        Expect.couldNotCheck(verdict("G3.2", light));
        var fallen = new Scene().serve(20, "web1", "web2").event("stop", "web1").event("stop", "web2").pass(Windows.SHORTEST.detectionMs())
                .serve(40, "backup1").seen();
        Expect.met(verdict("B4", fallen));
        Expect.remedy(verdict("B8", fallen), "allbackups");
        assertThat(verdict("B5", fallen).seen().en()).contains("did not return");

        assertThat(ids(LoadRun.class)).containsExactly("B1", "B2", "B7", "B3", "L2");
        var quiet = new Scene().serve(200, "web1", "web2").run("smoke");
        Expect.met(verdict("B1", quiet));
        assertThat(verdict("B2", quiet).isMet()).isFalse();
        Expect.couldNotCheck(verdict("B3", quiet));
        assertThat(List.of(verdict("B1", quiet), verdict("B2", quiet), verdict("B3", quiet), verdict("L2", quiet))).doesNotHaveDuplicates();

        assertThat(ids(NobodyLeft.class)).containsExactly("S1", "S4", "S5");
        var stock = Farewell.page("No server is available to handle this request.");
        Expect.notMet(verdict("S1", stock));
        Expect.couldNotCheck(verdict("S4", stock));
        Expect.met(verdict("S5", Farewell.page("Error 503")));
        Expect.notMet(verdict("S4", Farewell.page("Error 503")));

        assertThat(ids(Seen.Trials.class)).containsExactly("B6", "F1");
        assertThat(verdict("B6", new Seen.Trials(List.of()))).isNotEqualTo(verdict("F1", new Seen.Trials(List.of())));
    }

    private static List<String> ids(Class<?> kind) {
        return Rulings.ALL.stream().filter(ruling -> ruling.seen() == kind).<String>map(Ruling::id).toList();
    }

    @Test
    @DisplayName("every kind of observation has a verdict, whatever was seen")
    void always() {
        var samples = SeenSamples.byKind();
        Rulings.ALL.forEach(ruling -> samples.get(ruling.seen()).forEach(sample -> assertThat(ruling.on(sample)).as(ruling.id()).isNotNull()));
    }

    @Test
    @DisplayName("nobody judges what only a person can")
    void oral() {
        assertThat(Rulings.on("D1")).isEmpty();
    }
}
