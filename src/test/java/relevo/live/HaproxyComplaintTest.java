package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.live.page.Trouble;
import relevo.testing.Untrusted;
import relevo.verdict.CannotStart;
import relevo.words.Text;

class HaproxyComplaintTest {

    /** A guard against reading without end, and no measurement. */
    private static final Duration FOR_EVER = Duration.ofMinutes(4);
    private static final String UNKNOWN_WORD = """
            [NOTICE]   (7) : haproxy version is 2.6.12-1+deb12u1
            [NOTICE]   (7) : path to executable is /usr/sbin/haproxy
            [ALERT]    (7) : config : parsing [haproxy.cfg:12] : unknown keyword 'blance' in 'backend' section; did you mean 'balance' maybe ?
            [ALERT]    (7) : config : Error(s) found in configuration file : haproxy.cfg
            [ALERT]    (7) : config : Fatal errors found in configuration.
            """;

    @TempDir
    private Path folder;

    private Path infra;

    @BeforeEach
    void begin() throws IOException {
        infra = Files.createDirectory(folder.resolve("infra"));
        write(IntStream.rangeClosed(1, 20).mapToObj(line -> "    line " + line + "  ").collect(Collectors.joining("\n")));
    }

    private void write(String text) throws IOException {
        Files.writeString(infra.resolve("haproxy.cfg"), text);
    }

    private Trouble trouble(String said) {
        return HaproxyComplaint.of(new CannotStart(Text.of("No arranca:\n%s", "It does not start:\n%s", said), Text.of("Corríjalo.", "Correct it.")), infra);
    }

    @Test
    @DisplayName("a complaint names the file, the line, what HAProxy says of it and what stands there")
    void oneLine() {
        var trouble = trouble(UNKNOWN_WORD);

        assertThat(trouble.lines()).containsExactly(new Trouble.Line("haproxy.cfg", 12,
                "unknown keyword 'blance' in 'backend' section; did you mean 'balance' maybe ?", "line 12"));
        assertThat(trouble.what()).isEqualTo(Text.of("HAProxy no acepta haproxy.cfg: no entra en vigor.",
                "HAProxy refuses haproxy.cfg: it is not put in force."));
    }

    @Test
    @DisplayName("several complaints are told in HAProxy's order, warnings among them; what names no line is left out")
    void several() {
        var trouble = trouble("""
                [WARNING]  (7) : config : parsing [haproxy.cfg:3] : 'option httpclose' is deprecated.
                [ALERT]    (7) : config : parsing [haproxy.cfg:9] : 'server web1' : unknown keyword 'chek'; did you mean 'check' maybe ?
                [ALERT]    (7) : config : [haproxy.cfg:14] : 'use_backend' : unable to find required use_backend: 'overflw'.
                [ALERT]    (7) : config : parsing [/etc/haproxy/haproxy.cfg:20]: proxy 'web' has no listen address
                [ALERT]    (7) : config : Fatal errors found in configuration.
                """);

        assertThat(trouble.lines()).extracting(Trouble.Line::number).containsExactly(3, 9, 14, 20);
        assertThat(trouble.lines()).extracting(Trouble.Line::text).containsExactly("line 3", "line 9", "line 14", "line 20");
        assertThat(trouble.lines()).extracting(Trouble.Line::said).contains("'server web1' : unknown keyword 'chek'; did you mean 'check' maybe ?",
                "proxy 'web' has no listen address");
        assertThat(trouble.lines()).last().extracting(Trouble.Line::file).isEqualTo("/etc/haproxy/haproxy.cfg");
    }

    @Test
    @DisplayName("the words of an older HAProxy, with a date, are found as well")
    void older() {
        assertThat(trouble("[ALERT] 331/181512 (7) : parsing [haproxy.cfg:2] : unknown keyword 'x' in 'global' section").lines()).hasSize(1);
    }

    @Test
    @DisplayName("where no line is named, everything that was said is told, with what to do")
    void noLine() {
        var trouble = trouble("[ALERT]    (7) : config : Proxy 'web': unable to find server.");

        assertThat(trouble.lines()).isEmpty();
        assertThat(trouble.what().en()).contains("unable to find server").endsWith("Correct it.");
        assertThat(trouble.what().es()).startsWith("No arranca").endsWith("Corríjalo.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "9999999"})
    @DisplayName("a line beyond the file has no text")
    void beyond(String number) {
        assertThat(trouble("[ALERT] (7) : config : parsing [haproxy.cfg:" + number + "] : bad").lines())
                .containsExactly(new Trouble.Line("haproxy.cfg", Integer.parseInt(number), "bad", ""));
    }

    @Test
    @DisplayName("a number that no file has lines for is none")
    void endless() {
        assertThat(trouble("[ALERT] (7) : config : parsing [haproxy.cfg:99999999999999999999] : bad").lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.cfg", "../../../../../../../../etc/passwd", "/etc/passwd", "..", ".", "/", "../", "..//..", "-"})
    @DisplayName("nothing is read but what lies in the folder")
    void climbs(String file) throws IOException {
        Files.writeString(folder.resolve("secret.cfg"), "secret\n");

        assertThat(trouble("[ALERT] (7) : config : parsing [" + file + ":1] : bad").lines()).containsExactly(new Trouble.Line(file, 1, "bad", ""));
    }

    @Test
    @DisplayName("bytes that move a cursor, on either side, are shown and do not act")
    void hostile() throws IOException {
        write("\u001b[31m\u202Eserver\u0007\n");

        var line = trouble("[ALERT] (7) : config : parsing [haproxy.cfg:1] : unknown keyword '\u001b[2J\u202Ex\u2028' in 'backend' section").lines().get(0);

        Untrusted.plain(line.said());
        Untrusted.plain(line.text());
        assertThat(line.said()).startsWith("unknown keyword '").endsWith("' in 'backend' section");
        assertThat(line.text()).contains("server");
    }

    @Test
    @DisplayName("a file in another encoding shows its lines all the same")
    void otherEncoding() throws IOException {
        Files.write(infra.resolve("haproxy.cfg"), "# producción\nblance\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(trouble("[ALERT] (7) : config : parsing [haproxy.cfg:2] : bad").lines()).first().extracting(Trouble.Line::text).isEqualTo("blance");
    }

    @Test
    @DisplayName("lines end as HAProxy counts them, and as editors elsewhere end them")
    void lineEnds() throws IOException {
        write("one\rstill one\r\ntwo\r\n");

        assertThat(trouble("[ALERT] (7) : config : parsing [haproxy.cfg:2] : bad").lines()).first().extracting(Trouble.Line::text).isEqualTo("two");
    }

    @Test
    @DisplayName("a file that is gone leaves the complaint without text")
    void gone() throws IOException {
        Files.delete(infra.resolve("haproxy.cfg"));

        assertThat(trouble(UNKNOWN_WORD).lines()).first().extracting(Trouble.Line::text).isEqualTo("");
    }

    @Test
    @DisplayName("who complains without end is heard for twenty lines, none of them long, and in no time")
    void endlessComplaints() throws IOException {
        assertThat(trouble("[ALERT] (7) : config : parsing [haproxy.cfg:1] : bad\n".repeat(1_000)).lines()).hasSize(20);

        write("x".repeat(1_000_000));
        var line = trouble("[ALERT] (7) : config : parsing [haproxy.cfg:1] : " + "y".repeat(1_000_000)).lines().get(0);
        Untrusted.plain(line.said());
        Untrusted.plain(line.text());

        assertTimeoutPreemptively(FOR_EVER, () -> assertThat(trouble("[ALERT]".repeat(200_000)).lines()).isEmpty());
    }

    @Test
    @DisplayName("whatever else fails is told in its own words")
    void other() {
        assertThat(HaproxyComplaint.of(new CannotStart(Text.of("Falta x.", "x is missing."), Text.of("Póngalo.", "Put it there.")), folder))
                .isEqualTo(new Trouble(Text.of("Falta x. Póngalo.", "x is missing. Put it there."), List.of()));
        assertThat(HaproxyComplaint.of(new IllegalStateException("odd"), folder).what()).isEqualTo(Text.same("odd"));
        assertThatCode(() -> HaproxyComplaint.of(new IllegalStateException(), folder)).doesNotThrowAnyException();
    }
}
