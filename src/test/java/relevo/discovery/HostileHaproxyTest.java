package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.Windows;
import relevo.testing.Untrusted;

/** Configurations that no HAProxy starts with, or that somebody wrote to be read here. */
class HostileHaproxyTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("BIG", "x".repeat(100_000), "QUOTE", "\" server evil 1.2.3.4:80 #");
    private static final String FARM = "frontend f\n bind :80\n default_backend b\nbackend b\n server s1 10.0.0.1:80 check\n";

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }

    /** Everything that is read from a configuration. */
    private static String all(String text) {
        var sections = HaproxyFile.sections("/etc/haproxy/haproxy.cfg", text, ENVIRONMENT);
        var roles = new ServerRoles(sections);
        var servers = roles.servers();
        return List.of(servers.size(), roles.unreachable().size(), LoadRules.of(sections, servers).rules().size(), new CheckWindows(sections).windows(),
                StatisticsPages.of(sections).paths().size(), Balancers.sockets(List.of("haproxy"), sections).size()).toString();
    }

    static Stream<Named<String>> texts() {
        return Stream.of(named("nothing", ""), named("NUL", "\u0000\n\u0000".repeat(1_000)), named("HTML", "<html>\n<h1>x</h1>"),
                named("a byte order mark", "\ufeff" + FARM), named("carriage returns", FARM.replace("\n", "\r\n")),
                named("only carriage returns", FARM.replace("\n", "\r")),
                named("latin-1 read as UTF-8", FARM + new String("#ñ\nbackend ñ\n server á 1:1".getBytes(
                        StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)),
                named("a quote that is never closed", FARM + "backend \"c\n server 'x 1:1\n"), named("a backslash at the end", FARM + "backend c\\"),
                named("only quotes", "\"\"\n''\n\"\" \"\"\n".repeat(1_000)), named("names that are empty",
                "frontend \"\"\n bind :80\n default_backend \"\"\nbackend \"\"\n"
                        + " server \"\" \"\"\n"), named("keywords alone",
                        "global\ndefaults\nfrontend\nbackend\nlisten\n bind\n server\n server a\n acl\n use_backend\n"
                        + " use_backend x\n use_backend x if\n use_backend x if {\n use-server\n use-server a if\n default_backend\n stats\n"
                        + " stats auth\n stats auth :\n"
                        + " stats uri\n stats socket\n timeout\n timeout server\n maxconn\n default-server\n stick-table\n"),
                named("defaults from each other", "defaults a from b\n timeout server 1s\ndefaults b from a\nfrontend f from a\n bind :80\n default_backend f\n"
                        + "backend c from c\n server s 1:1\n"), named("a frontend that leads to itself",
                        "listen l\n bind :80\n default_backend l\n use_backend l if l\n"),
                named("names that lead in a circle", FARM + "backend c\n acl a a\n acl a b\n acl b a\n use-server s1 if a b !a !b or a || b unless a\n"),
                named("variables", FARM + "backend \"${NONE}\"\n server \"${\" \"$\"\n server \"${QUOTE}\" \"$QUOTE\" \"${A${B}}\"\n"),
                named("ports out of range", FARM + " server x 1.2.3.4:99999999999\n bind :-1\n bind *:0-99999999\n"),
                named("a line of 10 MB", FARM + " server " + "x".repeat(10 << 20)), named("10 MB of words", FARM + " use_backend b if " + "a ".repeat(5 << 20)),
                named("10 MB of exclamation marks", FARM.replace(" bind", " use_backend b if " + "!".repeat(10 << 20) + "a\n bind")),
                named("10 MB of quotes", "\"'".repeat(5 << 20)), named("10 MB of backslashes", "\\".repeat(10 << 20)), named("10 MB of empty lines",
                        "\n".repeat(10 << 20)), named("10 MB of braces", FARM.replace(" bind", " use_backend b if " + "{ } ".repeat(2 << 20) + "\n bind")),
                named("a word that grows", FARM + " server \"" + "$BIG ".repeat(200_000) + "\"\n"),
                named("words that grow", FARM + (" server " + "\"$BIG\" ".repeat(1_000) + "\n").repeat(100)),
                named("10 MB of variables", FARM + " server \"" + "${".repeat(5 << 20) + "\"\n"),
                named("100,000 servers", FARM + lines(100_000, " server s%s 10.0.0.1:80 check\n")),
                named("100,000 sections", lines(100_000, "backend b%s\n server s 1:1\n")),
                named("100,000 frontends", lines(100_000, "listen b%s\n bind :80\n default_backend b\n")),
                named("100,000 defaults", lines(100_000, "defaults d%s\n timeout server 1s\n") + FARM),
                named("1,900 servers", FARM + lines(1_900, " server s%s 10.0.0.1:80 check\n")),
                named("900 rules of as many names", "frontend f\n bind :80\n" + lines(900, " acl busy fe_conn gt %s\n")
                        + lines(900, " use_backend b if " + "busy ".repeat(60) + "#%s\n") + FARM),
                named("300 farms", lines(300, "frontend f%1$s\n bind :80\n default_backend b%1$s\nbackend b%1$s\n server s 1:1 check\n")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("is read, or refused in words")
    void survived(String text) {
        assertThat(Untrusted.read(() -> all(text)).orElse("").length()).isLessThan(4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\r", "\u0000", "\"", "'", "\\", "\u2028", "\u001b[2J", "\u202e", "#"})
    @DisplayName("what stands in a line of its own changes nothing about the others")
    void between(String odd) {
        assertThat(all(FARM + odd + "\n" + "backend spare\n server s2 10.0.0.2:80\n")).startsWith("[1, 1, ");
    }

    @ParameterizedTest
    @CsvSource({"99999999999d", "999999999d", "-5s", "1.5s", "5 s", "١s", "0", "s", "''", "1e9", "0x10", "999999999999999999999999999999", "\u001b[2J"})
    @DisplayName("nobody waits without end for a check, whatever its times say")
    void times(String time) {
        var windows = Untrusted.read(() -> new CheckWindows(HaproxyFile.sections("haproxy.cfg", "defaults\n timeout check " + time
                + "\n timeout connect " + time
                + "\nbackend b\n server s 1:1 check inter " + time + " fall " + time + " rise " + time + " fastinter " + time + "\n", Map.of())).windows())
                .orElseThrow();

        assertThat(windows.detectionMs()).isBetween(Windows.SHORTEST.detectionMs(), CheckWindows.LONGEST_MS);
        assertThat(windows.returnMs()).isBetween(Windows.SHORTEST.returnMs(), CheckWindows.LONGEST_MS);
        assertThat(windows.source()).hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({"fe_conn gt 99999999999999999999", "fe_conn gt -1e9", "fe_conn 9:", "fe_conn :9", "fe_conn -m", "fe_conn gt", "fe_conn(", "fe_conn() gt x",
        "sc0_http_req_rate(\"a,b\") gt 5", "be_conn_free(b) lt 99999999999999999999999999999999999999", "{ } ", "{", "!", "! ! !"})
    @DisplayName("a threshold that is none makes no rule, and one without end none either")
    void thresholds(String condition) {
        var sections = HaproxyFile.sections("haproxy.cfg", "frontend f\n bind :80\n use_backend b if { " + condition + " }\n use_backend b if " + condition
                + "\nbackend b\n server s 1:1\n", Map.of());

        var rules = Untrusted.read(() -> LoadRules.of(sections, List.of()).rules()).orElseThrow();

        assertThat(rules).allSatisfy(rule -> assertThat(Double.isFinite(rule.threshold()) && Math.abs(rule.threshold()) < 1e12).isTrue());
    }

    @Test
    @DisplayName("a threshold of a million figures makes no rule")
    void digits() {
        thresholds("fe_conn gt " + "9".repeat(1_000_000));
    }
}
