package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.judge.Sample;
import relevo.load.Scenario.Model;
import relevo.load.Scenario.Played;
import relevo.observation.Limits;
import relevo.observation.Stage;
import relevo.timing.Timing;

class ScenariosTest {

    private static final String VALID = "soak: {model: open, rate: 2.5/s, seconds: 60, resource: /hold/200ms, hold: 200, arrivals: random}";

    @Test
    @DisplayName("the suite's own, each with its demand, in less than two minutes")
    void own() {
        List<Scenario> all = Scenarios.all();

        assertThat(all).extracting(Scenario::name).containsExactly("smoke", "average", "stress", "spike", "breakpoint", "recovery", "concurrency", "apology",
                "soak");
        assertThat(all.stream().filter(scenario -> scenario.played() != Played.ON_REQUEST).mapToDouble(Scenario::seconds).sum()).isLessThanOrEqualTo(120);
        assertThat(Scenarios.named("recovery").after()).contains("breakpoint");
        assertThat(Scenarios.named("average").meanPerSecond(100)).isEqualTo(50);
        assertThat(Scenarios.named("average").limits()).contains(new Limits(0.1, 250));
        assertThat(Scenarios.named("stress").meanPerSecond(100)).isEqualTo(150);
        assertThat(Scenarios.named("stress").limits()).isEmpty();
        assertThat(Scenarios.named("spike").meanPerSecond(100)).isCloseTo(80, within(1e-9));
        assertThat(Scenarios.named("smoke").meanPerSecond(100)).isEqualTo(80);
        assertThatThrownBy(() -> Scenarios.named("sok"))
                .hasMessageContaining("[smoke, average, stress, spike, breakpoint, recovery, concurrency, apology, soak]");
    }

    @Test
    @DisplayName("they make as many requests as the judges' error probabilities are computed for")
    void samples() {
        // The reference cluster's capacity for a resource that holds 100 ms: 20 slots.
        double capacity = 200;
        Scenario recovery = Scenarios.named("recovery");

        assertThat(Scenarios.named("smoke").arrivals(capacity)).isEqualTo(Sample.SMOKE.requests());
        assertThat(Scenarios.named("average").arrivals(capacity)).isEqualTo(Sample.AVERAGE.requests());
        assertThat(Scenarios.named("apology").arrivals(capacity)).isEqualTo(Sample.APOLOGY.requests());
        assertThat(recovery.arrivals(capacity) - recovery.meanPerSecond(capacity) * Timing.RELEASE.maxMs() / 1000).isEqualTo(Sample.RECOVERED.requests());
    }

    @Test
    @DisplayName("another file takes their place")
    void otherFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), VALID);
        System.setProperty("relevo.scenarios", file.toString());
        try {
            assertThat(Scenarios.all()).singleElement().satisfies(soak -> {
                assertThat(soak.model()).isEqualTo(Model.OPEN);
                assertThat(soak.evenArrivals()).isFalse();
                assertThat(soak.schedule(999)).containsExactly(Stage.flat(2.5, 60));
            });
        } finally {
            System.clearProperty("relevo.scenarios");
        }
        assertThatThrownBy(() -> Scenarios.read(folder.resolve("none.yaml"))).hasMessageContaining("none.yaml");
    }

    @Test
    @DisplayName("scenarios on request are asked for by name, and a misspelt name is told")
    void requested() {
        assertThat(Scenarios.requested()).isEmpty();
        System.setProperty("relevo.load.also", "soak, apology");
        try {
            assertThat(Scenarios.requested()).containsExactly("soak", "apology");
            System.setProperty("relevo.load.also", "sok");
            assertThatThrownBy(Scenarios::requested).hasMessageContaining("there is no scenario 'sok'");
        } finally {
            System.clearProperty("relevo.load.also");
        }
    }

    @Test
    @DisplayName("a run is confined to some scenarios by name, and a misspelt name is told")
    void only() {
        assertThat(Scenarios.only()).isEmpty();
        System.setProperty("relevo.load.only", "smoke,stress");
        try {
            assertThat(Scenarios.only()).contains(List.of("smoke", "stress"));
            System.setProperty("relevo.load.only", "smok");
            assertThatThrownBy(Scenarios::only).hasMessageContaining("there is no scenario 'smok'");
        } finally {
            System.clearProperty("relevo.load.only");
        }
    }

    @Test
    @DisplayName("users of the closed model: a number, or a multiple of what production serves at once")
    void users() {
        assertThat(parse("a: {model: closed, users: 60, seconds: 5, resource: /}").users(20)).containsExactly(Stage.flat(60, 5));
        assertThat(parse("a: {model: closed, users: 1.5 x capacity, seconds: 5, resource: /}").users(20)).containsExactly(Stage.flat(30, 5));
        assertThat(parse("a: {model: closed, shape: [{users: 0.01 x capacity, seconds: 1.5}, {users: 7, seconds: 2}], resource: /}").users(20))
                .containsExactly(Stage.flat(1, 2), Stage.flat(7, 2));
    }

    @Test
    @DisplayName("a stage can ramp")
    void ramp() {
        Scenario breakpoint = parse("a: {model: open, shape: [{rate: 1/s, to: 2 x capacity, seconds: 10}], resource: /}");

        assertThat(breakpoint.schedule(50)).containsExactly(new Stage(1, 100, 10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "resource: /                             | file: a               | 'seconds' is missing",
        "resource: /, seconds: 3, rate: 1,5 x cap| file: a               | unknown [5 x cap]",
        "resource: /, seconds: 3, rate: fast     | file: a: rate         | 'fast' is neither like '1.5 x capacity' nor like '20/s'",
        "resource: /, seconds: 3, rate: 0/s      | file: a: rate         | above 0",
        "resource: /, seconds: -3                | file: a: seconds      | not a number between 0.1 and 3600.0",
        "resource: /, seconds: long              | file: a: seconds      | not a number between 0.1 and 3600.0",
        "resource: /, seconds: 3, second: 3      | file: a               | unknown [second]; known are [after, arrivals, connections",
        "resource: 'http://x/', seconds: 3       | file: a: resource     | not a path",
        "resource: '//x/y', seconds: 3           | file: a: resource     | not a path",
        "resource: /, seconds: 3, arrivals: odd  | file: a: arrivals     | none of [even, random]",
        "resource: /, seconds: 3, users: 3       | file: a               | the open model takes no 'users'",
        "resource: /, seconds: 3, shape: []      | file: a               | a scenario with a 'shape' takes no 'rate'",
        "resource: /, seconds: 3, limits: 5      | file: a: limits       | must be a block",
        "resource: /, seconds: 3, limits: {p95: 5}|file: a: limits       | 'errors' is missing",
        "resource: [1], seconds: 3               | file: a: resource     | must be a plain value",
        "resource: /, seconds: 3, played: never  | file: a: played       | none of [always, real-processor, unhurried, on-request, without-servers]",
        "resource: /, seconds: 3, connections: no| file: a: connections  | none of [kept, new]",
        "resource: /, seconds: 3, after: b       | file: a: after        | 'b' is no other scenario that begins by itself",
        "resource: /, seconds: 3, after: a       | file: a: after        | 'a' is no other scenario that begins by itself",
    })
    void complaints(String body, String where, String what) {
        String rate = body.contains("rate:") ? "" : ", rate: 1/s";
        assertThatThrownBy(() -> parse("a: {model: open, " + body + rate + "}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(where).hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'a: {model: closed, seconds: 3, resource: /}'                          | 'users' is missing",
        "'a: {model: closed, users: 2, rate: 1/s, seconds: 3, resource: /}'     | the closed model takes no 'rate'",
        "'a: {model: closed, shape: [{users: 2, to: 3, seconds: 3}], resource: /}' | unknown [to]",
        "'a: {model: ajar}'                                                     | 'ajar' is none of [open, closed]",
        "'A b: {model: open}'                                                   | lower-case letters",
        "'a: {model: open, shape: [], resource: /}'                             | there is no stage",
        "'a: {model: open, shape: [{rate: 1/s}], resource: /}'                  | 'seconds' is missing",
        "'a: ['                                                                 | file is not valid YAML",
        "'{}'                                                                   | there is no scenario",
        "'- a'                                                                  | must be a block",
        "''                                                                     | must be a block",
    })
    void otherComplaints(String yaml, String what) {
        assertThatThrownBy(() -> parse(yaml)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(what);
    }

    private static Scenario parse(String yaml) {
        return ScenarioFile.parse("file", yaml).get(0);
    }
}
