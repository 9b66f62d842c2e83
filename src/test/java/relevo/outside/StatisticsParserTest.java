package relevo.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.BackendRow;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;

class StatisticsParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.6.12-legends-recorded", "2.6.12-plain-recorded", "1.8-columns-composed", "3.x-columns-composed"})
    void readsTheSameServersFromEveryVersion(String name) {
        Statistics statistics = StatisticsParser.parse(resource(name));

        assertThat(statistics.servers()).extracting(ServerRow::proxy, ServerRow::name, ServerRow::status, ServerRow::backup, ServerRow::sessions)
                .containsExactly(
                        tuple("prod", "web1", "UP", false, 24L),
                        tuple("prod", "web2", "UP", false, 23L),
                        tuple("prod", "dead", "DOWN", false, 0L),
                        tuple("prod", "off", "MAINT", false, 0L),
                        tuple("prod", "b1", "UP", true, 0L),
                        tuple("prod", "b2", "UP", true, 0L),
                        tuple("overflow", "b1", "UP", false, 5L),
                        tuple("overflow", "b2", "UP", false, 4L),
                        tuple("overflow", "follower", "MAINT (via prod/off)", false, 0L),
                        tuple("blind", "web1", "no check", false, 0L));
        assertThat(statistics.backends()).extracting(BackendRow::proxy).containsExactly("prod", "overflow", "blind", "stats");
    }

    @Test
    void readsFiguresLimitsAndStates() {
        Statistics statistics = StatisticsParser.parse(resource("2.6.12-legends-recorded"));
        ServerRow web1 = statistics.servers().get(0);

        assertThat(web1.served2xx()).isEqualTo(20);
        assertThat(web1.served5xx()).isEqualTo(4);
        assertThat(web1.limit()).hasValue(20);
        assertThat(web1.up()).isTrue();
        assertThat(statistics.servers().get(2).down()).isTrue();
        assertThat(statistics.servers().get(2).downs()).isEqualTo(1);
        assertThat(statistics.servers().get(3).up() || statistics.servers().get(3).down()).isFalse();
        assertThat(statistics.servers().get(6).limit()).isEmpty();
        assertThat(statistics.servers().get(9).unchecked()).isTrue();
    }

    @Test
    void addressAndAlgorithmAreThereOnlyWithLegends() {
        assertThat(StatisticsParser.parse(resource("2.6.12-legends-recorded")).servers())
                .extracting(ServerRow::address, ServerRow::algorithm)
                .contains(tuple("127.0.0.1:18081", "roundrobin"), tuple("127.0.0.1:18083", "leastconn"));
        assertThat(StatisticsParser.parse(resource("2.6.12-plain-recorded")).servers())
                .allSatisfy(row -> assertThat(row.address() + row.algorithm()).isEmpty());
    }

    @Test
    void requestsWaitInTheBackendsQueueWhenEveryServerIsFull() {
        Statistics statistics = StatisticsParser.parse(resource("2.6.12-queue-recorded"));

        assertThat(statistics.servers()).extracting(ServerRow::queued).containsOnly(0L);
        assertThat(statistics.servers().get(0).current()).isEqualTo(2);
        assertThat(statistics.backends()).contains(new BackendRow("prod", 8, 16));
    }

    @Test
    void toleratesMissingColumnsAndShortRows() {
        Statistics statistics = StatisticsParser.parse("# pxname,svname,status\nfarm,FRONTEND,OPEN\nfarm,w1,UP 1/3\nfarm,w2\nfarm,BACKEND,UP\n");

        assertThat(statistics.servers()).extracting(ServerRow::name, ServerRow::status).containsExactly(tuple("w1", "UP 1/3"), tuple("w2", ""));
        assertThat(statistics.servers().get(0).limit()).isEmpty();
        assertThat(statistics.servers().get(0).up()).isTrue();
        assertThat(statistics.backends()).containsExactly(new BackendRow("farm", 0, 0));
    }

    @Test
    void leavesListenersOut() {
        assertThat(StatisticsParser.parse("# pxname,svname,type,status\nfarm,sock-1,3,OPEN\nfarm,w1,2,UP\n").servers())
                .extracting(ServerRow::name).containsExactly("w1");
    }

    @Test
    void aHeaderAloneListsNothing() {
        assertThat(StatisticsParser.parse("# pxname,svname,\n").servers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "<html><body><h1>401 Unauthorized</h1></body></html>", "a,b,c\n1,2,3\n", "# pxname\nfarm\n", "\"open"})
    void refusesWhatIsNoStatistics(String text) {
        assertThatThrownBy(() -> StatisticsParser.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("pxname");
    }

    @Test
    void aRefusalShowsOnlyTheBeginning() {
        assertThatThrownBy(() -> StatisticsParser.parse("<html>" + "x".repeat(5_000)))
                .hasMessageContaining("<html>xxx").extracting(Throwable::getMessage).asString().hasSizeLessThan(200);
        assertThatThrownBy(() -> StatisticsParser.parse("y".repeat(60))).hasMessageEndingWith(": " + "y".repeat(60));
        assertThatThrownBy(() -> StatisticsParser.parse("y".repeat(61))).hasMessageEndingWith(": " + "y".repeat(60) + "…");
    }

    @Test
    void neverFailsInAnotherWayWhateverTheTextIs() {
        Random random = new Random(7);
        String alphabet = "# pxnamesv,\n\r\"12é<-";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "# pxname,svname,type,slim\n" : "");
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(StatisticsParser.parse(text.toString()).servers()).isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("pxname");
            }
        }
    }

    private static String resource(String name) {
        try (InputStream in = StatisticsParserTest.class.getResourceAsStream("/haproxy/" + name + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
