package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.measure.AcceptedLimits;
import relevo.observation.ConfiguredLoad;
import relevo.observation.LoadRule;
import relevo.observation.LoadUnit;
import relevo.observation.Place;
import relevo.observation.Stage;
import relevo.timing.Timing;

class PacedTest {

    @AfterEach
    void forget() {
        Timing.stretch(1);
    }

    @Test
    @DisplayName("where nothing is slow a scenario is played as it is written")
    void asWritten() {
        for (var scenario : Scenarios.all()) {
            assertThat(Paced.bearable(scenario, 200, 200)).isEqualTo(scenario);
        }
    }

    @Test
    @DisplayName("a resource that holds ten times as long is asked for longer, until its limits can be judged; a mere shape is not")
    void enoughToJudge() {
        var average = Paced.bearable(Scenarios.named("average"), 200, 10);

        assertThat(average.arrivals(10)).isCloseTo(360, within(1e-9));
        assertThat(average.seconds()).isCloseTo(72, within(1e-9));
        assertThat(Paced.ENOUGH).as("what is asked for decides").isGreaterThan(AcceptedLimits.needed());
        assertThat(Paced.bearable(Scenarios.named("stress"), 100, 10)).isEqualTo(Scenarios.named("stress"));
        assertThat(Paced.bearable(Scenarios.named("average"), 2_000, 200)).as("400 requests are enough").isEqualTo(Scenarios.named("average"));
    }

    @Test
    @DisplayName("a production of few places is asked for longer too, until the limits can be judged")
    void fewPlaces() {
        assertThat(Paced.bearable(Scenarios.named("average"), 100, 100).arrivals(100)).isCloseTo(360, within(1e-9));
        assertThat(Paced.bearable(Scenarios.named("smoke"), 100, 100)).isEqualTo(Scenarios.named("smoke"));
    }

    @Test
    @DisplayName("what follows an overload lasts until as many requests were sent after its release")
    void afterwards() {
        var recovery = Paced.bearable(Scenarios.named("recovery"), 200, 40);

        assertThat(recovery.arrivals(40) - recovery.meanPerSecond(40) * Timing.RELEASE.maxMs() / 1_000).isCloseTo(360, within(1e-9));
    }

    @Test
    @DisplayName("on a substrate six times as slow a rate in figures is a sixth, for six times as long")
    void slowly() {
        Timing.stretch(6);

        var smoke = Paced.bearable(Scenarios.named("smoke"), 20_000, 20_000);

        assertThat(smoke.meanPerSecond(1)).isCloseTo(80 / 6.0, within(1e-9));
        assertThat(smoke.arrivals(1)).isCloseTo(200, within(1e-9));
    }

    // As configurations say it

    private static final Places UNLIMITED = new Places(300, "MaxRequestWorkers 150 × 2", false);
    private static final List<Place> TWO = List.of(new Place("main/web1", OptionalLong.empty(), "haproxy.cfg:9", true),
            new Place("main/web2", OptionalLong.empty(), "haproxy.cfg:10", true));

    private static ConfiguredLoad patient(LoadRule... rules) {
        return new ConfiguredLoad(List.of(rules), TWO, OptionalLong.empty(), "", OptionalDouble.of(50_000), OptionalDouble.empty());
    }

    private static LoadRule rule(String fetch, double threshold, LoadUnit unit) {
        return new LoadRule(fetch, "gt", threshold, unit, "more", fetch.startsWith("fe_"), "haproxy.cfg:5");
    }

    private static Paced stress(LoadRule... rules) {
        return Paced.of(Scenarios.named("stress"), patient(rules), UNLIMITED);
    }

    private static double perSecond(Paced demand) {
        return demand.scenario().meanPerSecond(demand.capacityPerSecond());
    }

    @Test
    @DisplayName("a usual day begins slowly where Apache has its workers still to start, with as many requests; with maxconn it is even")
    void aUsualDayGrows() {
        var average = Scenarios.named("average");
        var grown = Paced.of(average, ConfiguredLoad.UNKNOWN, UNLIMITED);
        var even = Paced.of(average, ConfiguredLoad.UNKNOWN, new Places(40, "maxconn 20", true));

        assertThat(grown.scenario().schedule(100)).hasSize(2).first().isEqualTo(new Stage(5, 50, 6));
        assertThat(grown.scenario().arrivals(100)).isCloseTo(360, within(1e-9));
        assertThat(grown.scenario().schedule(100).get(1).seconds()).isGreaterThanOrEqualTo(3);
        assertThat(even.scenario().schedule(400)).hasSize(1);
    }

    @Test
    @DisplayName("production's own maxconn is read first, whatever rules there are")
    void maxconnFirst() {
        var places = new Places(20, "maxconn 10 (haproxy.cfg:98)", true);

        var demand = Paced.of(Scenarios.named("stress"), patient(rule("be_conn(main)", 5_000, LoadUnit.CONNECTIONS)), places);

        assertThat(demand.slots()).isEqualTo(20);
        assertThat(demand.by()).isEqualTo("maxconn 10 (haproxy.cfg:98)");
        assertThat(demand.scenario()).isEqualTo(Scenarios.named("stress"));
        assertThat(demand.hold().ms()).isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("without it, twice a rule's threshold in its own unit, with so many requests a second as a small machine can send")
    @CsvSource(delimiter = '|', value = {
        // rule | threshold | unit | places | requests/s | hold
        "fe_conn              |  10 | CONNECTIONS         |  10 | 100  |   200",
        "be_conn(main)        |  40 | CONNECTIONS         |  40 |  80  | 1_000",
        "be_conn(main)        | 200 | CONNECTIONS         | 200 | 133.3| 3_000",
        "srv_conn(main/web1)  |  10 | CONNECTIONS         |  20 |  40  | 1_000",
        "fe_sess_rate         | 100 | SESSIONS_PER_SECOND |  20 | 200  |   200",
        "srv_sess_rate(m/web1)|  50 | SESSIONS_PER_SECOND |  20 | 200  |   200",
        "fe_req_rate          |   2 | REQUESTS_PER_SECOND |   1 |  20  |   200",
    })
    void byRule(String fetch, double threshold, LoadUnit unit, int places, double perSecond, String holdMs) {
        var demand = stress(rule(fetch, threshold, unit));

        assertThat(demand.slots()).isEqualTo(places);
        assertThat(perSecond(demand)).isCloseTo(perSecond, within(0.05));
        assertThat(demand.hold().ms()).isEqualTo(Double.parseDouble(holdMs.replace("_", "")));
        assertThat(demand.by()).contains(fetch, "haproxy.cfg:5");
        assertThat(perSecond(demand) * demand.scenario().seconds()).isGreaterThanOrEqualTo(100);
    }

    @Test
    @DisplayName("of several rules every one is exceeded; one that nobody could exceed is left aside, and one that counts places or servers")
    void severalRules() {
        var both = stress(rule("fe_conn", 10, LoadUnit.CONNECTIONS), rule("fe_sess_rate", 60, LoadUnit.SESSIONS_PER_SECOND),
                rule("be_conn(main)", 5_000, LoadUnit.CONNECTIONS), rule("nbsrv(main)", 1, LoadUnit.SERVERS));

        assertThat(perSecond(both)).isCloseTo(120, within(1e-9));
        assertThat(both.slots()).isEqualTo(12);
        assertThat(both.by()).isEqualTo("fe_conn gt 10 (haproxy.cfg:5), fe_sess_rate gt 60 (haproxy.cfg:5)");
        assertThat(stress(rule("be_conn(main)", 5_000, LoadUnit.CONNECTIONS), rule("be_conn_free(main)", 0, LoadUnit.FREE_PLACES)).by())
                .isEqualTo("MaxRequestWorkers 150 × 2");
    }

    @Test
    @DisplayName("without any rule Apache's workers are full with few requests, each held long, as far as time-outs let it")
    void apaches() {
        var demand = stress();

        assertThat(demand.slots()).isEqualTo(300);
        assertThat(perSecond(demand)).isCloseTo(150, within(1e-9));
        assertThat(demand.hold()).isEqualTo(new Hold("/hold/3s", 3_000));
        assertThat(held(7_000)).isEqualTo(2_000);
        assertThat(held(3_000)).isEqualTo(2_000);
        assertThat(held(2_000)).isEqualTo(1_000);
        assertThat(held(100)).as("nothing longer is answered").isEqualTo(200);
    }

    private static double held(double serverMs) {
        var configured = new ConfiguredLoad(List.of(), TWO, OptionalLong.empty(), "", OptionalDouble.of(serverMs), OptionalDouble.empty());
        return Paced.of(Scenarios.named("stress"), configured, UNLIMITED).hold().ms();
    }

    @Test
    @DisplayName("a usual day of so large a production can be asked for, too; users come round more than once")
    void usualDay() {
        var average = Paced.of(Scenarios.named("average"), patient(), UNLIMITED);

        assertThat(average.scenario().schedule(average.capacityPerSecond())).last().extracting(Stage::to).isEqualTo(50.0);
        assertThat(average.scenario().arrivals(average.capacityPerSecond())).isCloseTo(360, within(1e-9));
        assertThat(Paced.of(Scenarios.named("average"), patient(rule("fe_req_rate", 2, LoadUnit.REQUESTS_PER_SECOND)), UNLIMITED).slots()).isEqualTo(300);
        assertThat(Paced.of(Scenarios.named("concurrency"), patient(), UNLIMITED).hold().ms()).isEqualTo(2_000);
    }

    @Test
    @DisplayName("light load stays below half of every threshold, begins with two a second, and lasts until it convicts at least")
    void light() {
        var smoke = Scenarios.named("smoke");

        assertThat(Paced.of(smoke, patient(), UNLIMITED).scenario()).isEqualTo(smoke);
        assertThat(Paced.of(smoke, patient(rule("be_conn_free(main)", 1, LoadUnit.FREE_PLACES)), UNLIMITED).scenario()).isEqualTo(smoke);
        assertThat(Paced.of(smoke, patient(rule("fe_sess_rate", 160, LoadUnit.SESSIONS_PER_SECOND)), UNLIMITED).scenario()).isEqualTo(smoke);

        var connections = Paced.of(smoke, patient(rule("fe_conn", 10, LoadUnit.CONNECTIONS)), UNLIMITED);
        assertThat(connections.scenario().schedule(1)).containsExactly(Stage.flat(2, 3), Stage.flat(20, 10));
        assertThat(connections.by()).isEqualTo("fe_conn gt 10 (haproxy.cfg:5)");

        var few = Paced.of(smoke, patient(rule("fe_req_rate", 2, LoadUnit.REQUESTS_PER_SECOND)), UNLIMITED);
        assertThat(few.scenario().schedule(1)).containsExactly(Stage.flat(1, 22));
        assertThat(Paced.of(smoke, patient(rule("fe_sess_rate", 50, LoadUnit.SESSIONS_PER_SECOND)), UNLIMITED).scenario().schedule(1))
                .containsExactly(Stage.flat(2, 3), Stage.flat(25, 8));
    }

    @Test
    @DisplayName("only light load is kept light: an overload, a usual day and visitors whom nobody serves are not")
    void notLight() {
        for (var name : List.of("average", "spike", "apology")) {
            var scenario = Scenarios.named(name);
            assertThat(Paced.of(scenario, patient(rule("fe_req_rate", 2, LoadUnit.REQUESTS_PER_SECOND)), UNLIMITED).scenario())
                    .isEqualTo(Paced.of(scenario, patient(), UNLIMITED).scenario());
        }
    }
}
