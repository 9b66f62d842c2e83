package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import relevo.archive.SavedLoad;
import relevo.archive.SavedObservations;
import relevo.judge.Ruling;
import relevo.judge.Rulings;
import relevo.observation.Balancer;
import relevo.observation.Directive;
import relevo.observation.Inventory;
import relevo.observation.LoadRun;
import relevo.observation.Section;
import relevo.testing.SeenSamples;
import relevo.timing.Timing;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** What a run saves is enough to be judged again, for every requirement. */
class SavedVerdictTest {

    private static final List<Ruling<?>> RULINGS = Rulings.ALL;
    private static final Map<Class<?>, List<Object>> SAMPLES = SeenSamples.byKind();

    @TempDir
    private Path reports;

    private SavedObservations saved() {
        return new SavedObservations(reports);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("RULINGS")
    @DisplayName("what was saved has the very verdict that it had, for each kind of observation")
    void judgedAgain(Ruling<?> ruling) {
        assertThat(SAMPLES).containsKey(ruling.seen());
        for (var sample : SAMPLES.get(ruling.seen())) {
            saved().keep(ruling.id(), 1, sample);

            var again = SavedVerdict.of(saved(), ruling.id()).orElseThrow();

            assertThat(again.verdict()).isEqualTo(ruling.on(sample));
            assertThat(again.judged()).isTrue();
        }
    }

    @Test
    @DisplayName("the samples decide something about each requirement, or the test above would not say much")
    void samplesDecide() {
        var outcomes = EnumSet.noneOf(Outcome.class);
        for (var ruling : RULINGS) {
            var some = EnumSet.noneOf(Outcome.class);
            SAMPLES.get(ruling.seen()).forEach(sample -> some.add(ruling.on(sample).outcome()));
            outcomes.addAll(some);
            assertThat(some).as("%s needs a sample that is right or wrong: testing/SeenSamples", ruling.id()).containsAnyOf(Outcome.MET, Outcome.NOT_MET);
        }
        assertThat(outcomes).contains(Outcome.MET, Outcome.NOT_MET, Outcome.COULD_NOT_CHECK);
    }

    @Test
    @DisplayName("what the observations hold comes back as it was, sets and maps in their order")
    void survives() {
        SAMPLES.forEach((kind, samples) -> samples.forEach(sample -> {
            saved().keep("X", 1, sample);

            var again = saved().seen("X", kind).orElseThrow().seen();

            assertThat(again).isEqualTo(sample).hasToString(sample.toString());
        }));
    }

    @Test
    @DisplayName("a run on a slow machine is judged by the limits of that machine, and leaves this one's alone")
    void slowness() {
        var average = (LoadRun) SAMPLES.get(LoadRun.class).get(5);
        saved().keep("L2", 7, average);
        Timing.stretch(7);
        Verdict there;
        try {
            there = Rulings.on("L2").orElseThrow().on(average);
        } finally {
            Timing.stretch(1);
        }

        assertThat(SavedVerdict.of(saved(), "L2").orElseThrow().verdict()).isEqualTo(there).isNotEqualTo(Rulings.on("L2").orElseThrow().on(average));
        assertThat(Timing.slowness()).isEqualTo(1);
    }

    @Test
    @DisplayName("a load run that is saved is not written twice")
    void reference() throws IOException {
        var smoke = (LoadRun) SAMPLES.get(LoadRun.class).get(0);
        new SavedLoad(reports.resolve("load")).keep(smoke);

        saved().keep("B1", 1, smoke);

        assertThat(reports.resolve("evidence/B1/observation.json")).hasContent("{\"slowness\":1.0,\"seen\":\"smoke\"}");
        assertThat(SavedVerdict.of(saved(), "B1").orElseThrow()).isEqualTo(new SavedVerdict(Rulings.on("B1").orElseThrow().on(smoke), true, Set.of("smoke")));
    }

    @Test
    @DisplayName("a load run of a scenario of which another one is saved is written whole")
    void anotherOfItsName() {
        var first = (LoadRun) SAMPLES.get(LoadRun.class).get(2);
        var second = (LoadRun) SAMPLES.get(LoadRun.class).get(4);
        assertThat(first.scenario()).isEqualTo(second.scenario());
        new SavedLoad(reports.resolve("load")).keep(first);

        saved().keep("B3", 1, second);

        assertThat(saved().seen("B3", LoadRun.class).orElseThrow().seen()).isEqualTo(second);
        assertThat(SavedVerdict.of(saved(), "B3").orElseThrow().scenarios()).containsExactly("stress");
    }

    @Test
    @DisplayName("a verdict that the run gave without a judge stands, whatever was observed before")
    void withoutAJudge() {
        var verdict = Verdict.waitsFor("B7", Text.of("B7 no se cumple.", "B7 is not met."));
        saved().keep("B4", 1, SAMPLES.get(Rulings.on("B4").orElseThrow().seen()).get(0));
        saved().keepVerdict("B4", verdict);

        assertThat(SavedVerdict.of(saved(), "B4")).contains(new SavedVerdict(verdict, false, Set.of()));
    }

    @Test
    @DisplayName("where nothing is saved there is no verdict")
    void nothing() {
        assertThat(SavedVerdict.of(saved(), "B4")).isEmpty();
    }

    @Test
    @DisplayName("what is no observation, or not this one's kind, is refused by the name of its file")
    void refused() throws IOException {
        var file = Files.createDirectories(reports.resolve("evidence/B1")).resolve("observation.json");
        for (var wrong : List.of("", "null", "[]", "{\"roles\":{}}", "{\"slowness\":1.0}", "{\"slowness\":1.0,\"seen\":{\"status\":200}}",
                "{\"slowness\":1.0,\"seen\":\"smoke\"}", "{\"slowness\":1.0,\"seen\":\"../../x\"}")) {
            Files.writeString(file, wrong);

            assertThatThrownBy(() -> SavedVerdict.of(saved(), "B1")).as(wrong).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    @DisplayName("passwords of a configuration are struck out of whatever is saved, and nothing else is")
    void passwords() throws IOException {
        var lines = List.of(new Directive("haproxy.cfg", 3, List.of("stats", "auth", "admin:geheim:1")),
                new Directive("haproxy.cfg", 4, List.of("user", "ana", "insecure-password", "geheim2", "groups", "g")),
                new Directive("haproxy.cfg", 5, List.of("user", "eva", "password", "$5$geheim3")),
                new Directive("haproxy.cfg", 6, List.of("server", "web1", "10.0.0.1:80", "check", "inter", "2s")));
        var inventory = new Inventory(List.of(), List.of(), List.of(new Balancer("n1", "haproxy", 7, List.of("haproxy.cfg"), List.of(), List.of(),
                List.of(new Section("listen", "stats", lines)))), List.of(), List.of(), Map.of());
        saved().keep("G3.3", 1, inventory);

        assertThat(reports.resolve("evidence/G3.3/observation.json")).content().doesNotContain("geheim");
        var words = new ObjectMapper().readTree(Files.readString(reports.resolve("evidence/G3.3/observation.json")))
                .at("/seen/balancers/0/configuration/0/directives").findValues("words").toString();
        assertThat(words).isEqualTo("[[\"stats\",\"auth\",\"admin:***\"], [\"user\",\"ana\",\"insecure-password\",\"***\",\"groups\",\"g\"], "
                + "[\"user\",\"eva\",\"password\",\"***\"], [\"server\",\"web1\",\"10.0.0.1:80\",\"check\",\"inter\",\"2s\"]]");
        assertThat(saved().seen("G3.3", Inventory.class)).isPresent();
    }
}
