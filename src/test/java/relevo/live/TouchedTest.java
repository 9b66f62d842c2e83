package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.cluster.Footprint.Part;
import relevo.discovery.HaproxyFile;
import relevo.observation.Section;

class TouchedTest {

    private static final Set<Part> ALL_BUT_MANAGER = Set.of(Part.TRAFFIC, Part.STATISTICS, Part.PROGRAMS, Part.APOLOGY);
    private static final Map<String, String> ENVIRONMENT = Map.of("STATS_USER", "u", "STATS_PASSWORD", "p");
    private static final String REFERENCE = reference();
    private static final String LAST = "listen statistics\n";

    private static String reference() {
        try {
            return Files.readString(Path.of("infra/haproxy.cfg"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Section> sections(String text) {
        return HaproxyFile.sections("haproxy.cfg", text, ENVIRONMENT);
    }

    /** What this change of the reference touches; the way back touches the same. */
    private static Set<Part> by(UnaryOperator<String> change) {
        var changed = change.apply(REFERENCE);
        assertThat(changed).isNotEqualTo(REFERENCE);
        var there = Touched.by(sections(REFERENCE), sections(changed));
        assertThat(Touched.by(sections(changed), sections(REFERENCE))).isEqualTo(there);
        return there;
    }

    @Test
    @DisplayName("the same file touches nothing")
    void same() {
        assertThat(Touched.by(sections(REFERENCE), sections(REFERENCE))).isEmpty();
        assertThat(Touched.by(List.of(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("comments, blank lines, indentation and quotes that change no word touch nothing")
    void looks() {
        assertThat(by(text -> text.replaceAll("(?m)^ *#.*\n", ""))).isEmpty();
        assertThat(by(text -> text.replace("\n", "\n\n"))).isEmpty();
        assertThat(by(text -> text.replace("    ", "\t").replace("bind :80", "bind   \":80\"  # the door"))).isEmpty();
    }

    @Test
    @DisplayName("farms and doors in another order touch nothing")
    void order() {
        assertThat(by(text -> {
            var from = text.indexOf("backend overflow\n");
            return text.substring(0, from).replace("frontend web\n", text.substring(from, text.indexOf("# The statistics page")) + "frontend web\n")
                    + text.substring(text.indexOf("# The statistics page"));
        })).isEmpty();
    }

    @Test
    @DisplayName("a farm that defaults no longer stand before says something else than before")
    void defaultsMoved() {
        assertThat(by(text -> {
            var from = text.indexOf("defaults\n");
            var to = text.indexOf("# One door for all clients.");
            return text.substring(0, from) + text.substring(to).replace("backend overflow\n", text.substring(from, to) + "backend overflow\n");
        })).containsExactlyInAnyOrder(Part.TRAFFIC, Part.APOLOGY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "stats refresh 2s | stats refresh 5s",
        "stats realm Relevo | stats realm Otra",
        "    stats hide-version | ''",
    })
    @DisplayName("what only the statistics page says touches that page alone")
    void statistics(String line, String other) {
        assertThat(by(text -> text.replace(line, other))).containsExactly(Part.STATISTICS);
    }

    @Test
    @DisplayName("where the statistics page listens touches what runs as well")
    void statisticsElsewhere() {
        assertThat(by(text -> text.replace("bind :8404", "bind :8405"))).containsExactlyInAnyOrder(Part.STATISTICS, Part.PROGRAMS);
    }

    @Test
    @DisplayName("a statistics page that is taken away or moved into a section of another name touches the same")
    void noStatistics() {
        assertThat(by(text -> text.substring(0, text.indexOf(LAST)))).containsExactlyInAnyOrder(Part.STATISTICS, Part.PROGRAMS);
        assertThat(by(text -> text.replace(LAST, "frontend figures\n"))).containsExactlyInAnyOrder(Part.STATISTICS, Part.PROGRAMS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "maxconn 2000 | maxconn 20",
        "timeout queue 5s | timeout queue 1s",
        "errorfile 503 503.http | errorfile 503 other.http",
        "server web2 web2:80 | server web2 web3:80",
        "backend overflow | backend reserve",
        "frontend web | frontend puerta",
    })
    @DisplayName("servers, names, and what every section inherits touch all but the manager")
    void anythingElse(String line, String other) {
        assertThat(by(text -> text.replace(line, other))).isEqualTo(ALL_BUT_MANAGER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"balance leastconn | balance roundrobin", "use_backend overflow | use_backend production"})
    @DisplayName("what one door or one farm does with requests touches neither the statistics page nor the programs")
    void requests(String line, String other) {
        assertThat(by(text -> text.replace(line, other))).containsExactlyInAnyOrder(Part.TRAFFIC, Part.APOLOGY);
    }

    @Test
    @DisplayName("where visitors are let in touches what listens as well")
    void door() {
        assertThat(by(text -> text.replace("bind :80\n", "bind :81\n"))).containsExactlyInAnyOrder(Part.TRAFFIC, Part.APOLOGY, Part.PROGRAMS);
    }

    @ParameterizedTest
    @CsvSource({"server web9 web9:80", "use_backend production if TRUE", "default_backend production", "server-template web 2 web:80",
        "use-server web1 if TRUE"})
    @DisplayName("a statistics page that leads to servers, or comes to, is no statistics page alone")
    void notAlone(String line) {
        assertThat(by(text -> text + "    " + line + "\n")).contains(Part.TRAFFIC, Part.APOLOGY, Part.STATISTICS);
        var leads = REFERENCE + "    " + line + "\n";
        assertThat(Touched.by(sections(leads), sections(leads + "    stats hide-version\n")))
                .containsExactlyInAnyOrder(Part.TRAFFIC, Part.APOLOGY, Part.STATISTICS);
    }

    @Test
    @DisplayName("statistics and requests together touch both")
    void both() {
        assertThat(by(text -> text.replace("stats refresh 2s", "stats refresh 9s").replace("balance leastconn", "balance source")))
                .containsExactlyInAnyOrder(Part.TRAFFIC, Part.APOLOGY, Part.STATISTICS);
    }

    @Test
    @DisplayName("lines of one section in another order are another section: HAProxy takes the first rule that holds")
    void linesInAnotherOrder() {
        assertThat(by(text -> text.replace("    server web1 web1:80\n    server web2 web2:80\n", "    server web2 web2:80\n    server web1 web1:80\n")))
                .containsExactlyInAnyOrder(Part.TRAFFIC, Part.APOLOGY);
    }

    @Test
    @DisplayName("a configuration that was found only now touches all but the manager")
    void foundNow() {
        assertThat(Touched.by(List.of(), sections(REFERENCE))).isEqualTo(ALL_BUT_MANAGER);
    }
}
