package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relevo.chance.ShareRule;
import relevo.measure.ConcurrencyLevel;
import relevo.measure.LittlesLaw;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;
import relevo.observation.Stage;
import relevo.observation.Statistics;

/** What must hold of every system, whatever its figures: on simulated ones, each with other users, slots and service times. */
class LawsTest {

    private static final Map<String, Role> ROLES = Map.of("web1", Role.PRODUCTION, "backup1", Role.BACKUP);
    private static final double HOLD_MS = 100;
    private static final int SECONDS = 60;

    /** Users who ask again when answered, so many slots of production and as many of a backup that helps when they are taken. */
    private record Closed(int users, int slots, long seed) {

        LoadRun run(ToLongFunction<Integer> shownOfTheBackup) {
            var random = new Random(seed);
            var answers = new ArrayList<Answer>();
            var snapshots = new ArrayList<Snapshot>();
            var underWay = new PriorityQueue<Answer>(Comparator.comparingDouble(answer -> answer.atMs() + answer.tookMs()));
            int production = 0;
            for (int user = 0; user < users; user++) {
                boolean free = production < slots;
                production += free ? 1 : 0;
                underWay.add(request(0, free, random));
            }
            double nextSample = 100;
            while (!underWay.isEmpty()) {
                var ended = underWay.poll();
                double now = ended.atMs() + ended.tookMs();
                for (; nextSample <= now && nextSample < SECONDS * 1000; nextSample += 100) {
                    snapshots.add(snapshot(nextSample, production, shownOfTheBackup.applyAsLong(underWay.size() + 1 - production)));
                }
                answers.add(ended);
                production -= ended.server().equals("web1") ? 1 : 0;
                if (now < SECONDS * 1000) {
                    boolean free = production < slots;
                    production += free ? 1 : 0;
                    underWay.add(request(now, free, random));
                }
            }
            answers.sort(Comparator.comparingDouble(Answer::atMs));
            return new LoadRun("law", "closed", "/hold/100ms", HOLD_MS, slots, List.of(Stage.flat(users, SECONDS)), List.of(0.0), Optional.empty(),
                    answers.size(), 0, 1e9, new Observation(ROLES, answers, snapshots, List.of()), new Observation(ROLES, List.of(), List.of(), List.of()));
        }

        private static Answer request(double at, boolean production, Random random) {
            return new Answer(at, HOLD_MS * (0.5 + random.nextDouble()), 200, production ? "web1" : "backup1", "");
        }

        private static Snapshot snapshot(double at, long production, long backup) {
            return new Snapshot(at, new Statistics(List.of(row("web1", production), row("backup1", backup))),
                    Map.of("farm/web1", "web1", "farm/backup1", "backup1"));
        }

        private static ServerRow row(String name, long current) {
            return new ServerRow("farm", name, "", false, "UP", current, OptionalLong.empty(), 0, 0, 0, 0, 0, 0, "");
        }
    }

    private static Stream<Closed> systems() {
        var random = new Random(7);
        return IntStream.range(0, 40).mapToObj(i -> {
            int slots = 2 + random.nextInt(30);
            return new Closed(1 + random.nextInt(2 * slots), slots, i);
        });
    }

    @ParameterizedTest
    @MethodSource("systems")
    @DisplayName("the oracle: of C users beyond N slots, (C - N) / C are served by the backups, whatever the service times")
    void oracle(Closed system) {
        var level = ConcurrencyLevel.of(system.run(backup -> backup)).get(0);

        assertThat(level.backups()).isCloseTo(level.expected().orElseThrow(), within(0.02));
    }

    @ParameterizedTest
    @MethodSource("systems")
    @DisplayName("Little: what the statistics show at work is the rate times the time, and so many are the users")
    void little(Closed system) {
        var run = system.run(backup -> backup);
        var law = LittlesLaw.of(run);

        assertThat(law.sampled()).isCloseTo(law.implied(), within(0.05 * system.users()));
        assertThat(law.implied()).isCloseTo(system.users(), within(0.05 * system.users()));
        assertThat(law.holds()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("systems")
    @DisplayName("Little: it does not hold where more than three tenths, and more than three, are at work out of sight")
    void hidden(Closed system) {
        int hidden = Math.max(0, system.users() - system.slots());
        boolean seen = hidden > 3.2 && hidden > 0.32 * system.users();
        boolean overlooked = hidden < 2.8 || hidden < 0.28 * system.users();

        boolean holds = LittlesLaw.of(system.run(backup -> 0)).holds();

        assertThat(holds).isEqualTo(seen ? false : overlooked ? true : holds);
    }

    @Test
    @DisplayName("shares: more requests never make the test milder on an even cluster, nor blinder to a server that gets nothing")
    void shares() {
        for (int servers = 2; servers <= 4; servers++) {
            for (int n = servers; n < 2_000; n += 37) {
                ShareRule fewer = ShareRule.of(n, servers);
                ShareRule more = ShareRule.of(n + 37, servers);
                assertThat(more.threshold()).as("%d of %d", n, servers).isGreaterThanOrEqualTo(fewer.threshold()).isLessThanOrEqualTo((n + 37) / servers);
                assertThat(!fewer.decides() || more.decides()).as("%d of %d", n, servers).isTrue();
            }
        }
    }

    @Test
    @DisplayName("the oracle grows with the users, never beyond a half, and asks for nothing while there are slots")
    void oracleGrows() {
        for (int slots = 1; slots < 50; slots++) {
            double before = 0;
            for (int users = 1; users <= 2 * slots; users++) {
                double expected = ConcurrencyLevel.expected(users, slots).orElseThrow();
                assertThat(expected).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(0.5);
                assertThat(expected == 0).isEqualTo(users <= slots);
                before = expected;
            }
        }
    }
}
