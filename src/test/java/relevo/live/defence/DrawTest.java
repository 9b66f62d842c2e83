package relevo.live.defence;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.DefenceScene.CONFIGURATION;
import static relevo.testing.DefenceScene.card;
import static relevo.testing.DefenceScene.facts;
import static relevo.testing.DefenceScene.found;
import static relevo.testing.DefenceScene.mark;
import static relevo.testing.DefenceScene.marks;
import static relevo.testing.DefenceScene.notMet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.live.page.RequirementCard;
import relevo.live.page.Strip;
import relevo.observation.Balancer;
import relevo.observation.Inventory;
import relevo.testing.Untrusted;
import relevo.verdict.Verdict;
import relevo.words.Text;

class DrawTest {

    private static final Verdict MET = Verdict.met(Text.of("backup1 sirvió 41.", "backup1 served 41."));

    private static Stream<String> seeds(int many) {
        return IntStream.range(0, many).mapToObj(i -> "seed " + i);
    }

    private static List<Candidate> of(Topic topic, Facts facts) {
        return Draw.candidates(facts).stream().filter(one -> one.topic() == topic).toList();
    }

    private static List<Candidate> of(Topic topic, String configuration) {
        return of(topic, new Facts(List.of(), List.of(), found(configuration), true));
    }

    private static Candidate only(Topic topic, String configuration) {
        var all = of(topic, configuration);
        assertThat(all).as("%s", topic).hasSize(1);
        return all.get(0);
    }

    @Test
    @DisplayName("over many seeds every kind of question comes up, and each defence has five")
    void everyKind() {
        var seen = EnumSet.noneOf(Topic.class);
        seeds(300).forEach(seed -> {
            var drawn = Draw.of(seed, facts(notMet("C3")));
            assertThat(drawn).hasSize(5);
            drawn.forEach(one -> seen.add(one.topic()));
        });
        assertThat(seen).containsExactlyInAnyOrder(Topic.values());
    }

    @Test
    @DisplayName("the same seed asks the same, and others ask something else")
    void seeds() {
        var facts = facts(notMet("B2"), card("F1", MET));
        assertThat(Draw.of("tomabe", facts)).isEqualTo(Draw.of("tomabe", facts));
        assertThat(seeds(40).map(seed -> Draw.of(seed, facts).stream().map(Candidate::ask).collect(toSet())).distinct().count()).isGreaterThan(35);
    }

    @Test
    @DisplayName("never two questions about one fact or one requirement")
    void disjoint() {
        seeds(200).forEach(seed -> {
            var all = new HashSet<String>();
            Draw.of(seed, facts(notMet("B2"), notMet("F1"))).forEach(one -> one.facts().forEach(fact -> assertThat(all.add(fact)).as(fact).isTrue()));
        });
    }

    @Test
    @DisplayName("what is not met is asked about first, core before the rest, and leaves room for what else was seen")
    void notMetFirst() {
        var extended = notMet("C2");
        extended = new RequirementCard("C2", extended.group(), extended.title(), false, extended.verdict(), false, false, 1, 1);
        var facts = facts(extended, notMet("B2"), notMet("L2"), notMet("S1"), card("F1", MET));
        seeds(50).forEach(seed -> {
            var topics = Draw.of(seed, facts);
            assertThat(topics.subList(0, 3)).extracting(Candidate::id).containsExactlyInAnyOrder("B2", "L2", "S1");
            assertThat(topics.subList(3, 5)).extracting(Candidate::topic).doesNotContain(Topic.NOT_MET);
        });
        var nothingElse = new Facts(facts.cards(), List.of(), Inventory.NOTHING, true);
        assertThat(Draw.of("x", nothingElse)).extracting(Candidate::id).hasSize(4).last().isEqualTo("C2");
    }

    @Test
    @DisplayName("what is not met is asked with what was seen, and its answer is what was expected and where to look")
    void lostRequirement() {
        var asked = of(Topic.NOT_MET, facts(notMet("B2"))).get(0);
        assertThat(asked.ask().es()).startsWith("B2 no se cumple: «B2: 0 de 200.»");
        assertThat(asked.ask().en()).startsWith("B2 is not met: \"B2: 0 of 200.\"");
        assertThat(asked.seen().en()).isEqualTo("Expected: They serve. Look at: The line of B2.");
    }

    @Test
    @DisplayName("what was not observed is not asked: not played, stale, could not be checked, no configuration, none in force")
    void unobserved() {
        var b2 = notMet("B2");
        var cards = List.of(new RequirementCard("B1", b2.group(), b2.title(), true, Optional.empty(), false, false, 0, 0),
                new RequirementCard("B2", b2.group(), b2.title(), true, b2.verdict(), true, false, 1, 1),
                card("F1", Verdict.couldNotCheck(Text.same("x"), Text.same("y"))), card("B7", Verdict.waitsFor("B2", Text.same("x"))));
        assertThat(Draw.of("x", new Facts(cards, List.of(), Inventory.NOTHING, true))).isEmpty();
        var running = found(CONFIGURATION);
        var one = running.balancers().get(0);
        for (var other : List.of(new Balancer("vm1", "lb", 0, one.files(), List.of(), List.of(), one.configuration()),
                new Balancer("vm1", "lb", 7, one.files(), one.files(), List.of(), one.configuration()))) {
            var found = new Inventory(List.of(), running.instances(), List.of(other), running.servers(), List.of(), Map.of());
            assertThat(Draw.candidates(new Facts(cards, List.of(), found, false))).isEmpty();
            assertThat(Draw.candidates(new Facts(cards, List.of(), found, true)).isEmpty()).isEqualTo(!other.runs());
        }
    }

    @Test
    @DisplayName("how long a dead server is used: inter, fall and fastinter, from the line that says each, or HAProxy's own")
    void detection() {
        var asked = of(Topic.DETECTION, CONFIGURATION);
        assertThat(asked).hasSize(6);
        assertThat(asked.get(0).ask().en()).startsWith("web1 (haproxy.cfg:18): ");
        assertThat(asked.get(0).seen().en()).isEqualTo("Between 2 s and 3 s: 3 failures in a row (fall 3, haproxy.cfg:18) and a check every 1 s "
                + "(inter 1s, haproxy.cfg:18).");
        assertThat(asked.get(1).seen().es()).isEqualTo("Entre 500 ms y 1 s: 2 fallos seguidos (fall 2, haproxy.cfg:19) y una comprobación cada 500 ms "
                + "(inter 500ms, haproxy.cfg:19).");
        assertThat(asked.get(2).seen().en()).startsWith("Between 4 s and 6 s: 3 failures in a row (HAProxy's own: no line says \"fall\")");
        var fast = only(Topic.DETECTION, "defaults\n default-server fall 4\nlisten web\n bind :80\n default-server inter 2000 fastinter 250 check\n"
                + " default-server observe layer4 on-error mark-down\n server web1 10.0.0.1:80\n");
        assertThat(fast.seen().en()).startsWith("Between 750 ms and 2.75 s: 4 failures in a row (fall 4, haproxy.cfg:2)")
                .contains("(fastinter 250, haproxy.cfg:5)")
                .contains("With traffic, sooner: \"observe\" and \"on-error mark-down\" (haproxy.cfg:6)");
        for (var unchecked : List.of("", "check track x/y", "check no-check", "check inter soon", "check fall 0")) {
            assertThat(of(Topic.DETECTION, "listen web\n bind :80\n server web1 10.0.0.1:80 " + unchecked + "\n")).as(unchecked).isEmpty();
        }
    }

    @Test
    @DisplayName("how long a server that is back is not used: rise, downinter")
    void back() {
        assertThat(of(Topic.RETURN, CONFIGURATION)).hasSize(2);
        assertThat(of(Topic.RETURN, CONFIGURATION).get(1).seen().en()).startsWith("Between 1.5 s and 2 s: 4 successes in a row (rise 4, haproxy.cfg:19)");
        assertThat(only(Topic.RETURN, "listen web\n bind :80\n server web1 10.0.0.1:80 check inter 1s downinter 5s\n").seen().en())
                .startsWith("Between 1 s and 6 s: ").contains("every 5 s while it is down (downinter 5s, haproxy.cfg:3)");
    }

    @Test
    @DisplayName("the rule that lets backups join, at which load, after what was seen of B2")
    void rule() {
        var asked = of(Topic.LOAD_RULE, facts(card("B2", MET))).get(0);
        assertThat(asked.ask().en()).startsWith("B2 was met (\"backup1 served 41.\"). haproxy.cfg:12 takes requests to \"overflow\".");
        assertThat(asked.ask().es()).startsWith("B2 se cumplió («backup1 sirvió 41.»). haproxy.cfg:12 lleva peticiones a «overflow».");
        assertThat(asked.seen().en()).startsWith("\"be_conn_free(production) lt 1\": while no place is free in the servers.")
                .contains("Production has 20 places: web1 10, web2 10.");
        assertThat(only(Topic.LOAD_RULE, CONFIGURATION.replace("lt 1 }", "lt 3 }")).seen().en())
                .contains("while there are fewer than 3 free places in the servers.");
        assertThat(only(Topic.LOAD_RULE, CONFIGURATION.replace("be_conn_free(production) lt 1", "fe_conn ge 40")).seen().es())
                .startsWith("«fe_conn ge 40»: cuando hay al menos 40 conexiones abiertas.");
        var card = card("B2", MET);
        var stale = new RequirementCard("B2", card.group(), card.title(), true, card.verdict(), true, false, 1, 1);
        assertThat(of(Topic.LOAD_RULE, facts(stale)).get(0).ask().en()).as("seen before a change").startsWith("haproxy.cfg:12 takes");
        assertThat(of(Topic.LOAD_RULE, CONFIGURATION.replaceFirst(" *use_backend.*", ""))).isEmpty();
    }

    @Test
    @DisplayName("places, the algorithm, the word backup")
    void farm() {
        assertThat(only(Topic.SLOTS, CONFIGURATION).seen().en()).isEqualTo("Production has 20 places: web1 10, web2 10. \"maxconn\" says so (haproxy.cfg:17). "
                + "The next one waits in the queue, unless the rule of haproxy.cfg:12 takes it elsewhere.");
        assertThat(of(Topic.SLOTS, CONFIGURATION.replace("maxconn 10", ""))).isEmpty();
        assertThat(only(Topic.BALANCE, CONFIGURATION).seen().en()).endsWith("the idle one.");
        assertThat(only(Topic.BALANCE, CONFIGURATION.replace("leastconn", "roundrobin")).seen().en()).startsWith("The next one of the list, by turns");
        assertThat(of(Topic.BALANCE, CONFIGURATION.replace("leastconn", "hash x"))).isEmpty();
        assertThat(only(Topic.BACKUP, CONFIGURATION).seen().en()).contains("Only the first one that is up", ": backup1.");
        assertThat(only(Topic.BACKUP, CONFIGURATION.replace("option httpchk", "option allbackups")).seen().en())
                .endsWith("All of them, by \"option allbackups\" (haproxy.cfg:16).");
        assertThat(of(Topic.BACKUP, CONFIGURATION.replace(" backup\n", "\n"))).isEmpty();
        assertThat(only(Topic.WORKERS, CONFIGURATION).ask().en())
                .startsWith("The Apache of web1 works on 150 requests at once and HAProxy sends it 10 at most");
        assertThat(only(Topic.WORKERS, CONFIGURATION).seen().en()).startsWith("HAProxy: with 10");
        assertThat(only(Topic.WORKERS, CONFIGURATION.replace("maxconn 10", "maxconn 400")).seen().en()).startsWith("Apache: with 150");
        assertThat(only(Topic.ADMITTED, CONFIGURATION).ask().en()).startsWith("haproxy.cfg:2 says \"maxconn 2000\".");
        assertThat(only(Topic.ADMITTED, CONFIGURATION.replace("bind :80\n", "bind :80\n    maxconn 77\n")).ask().en())
                .startsWith("haproxy.cfg:12 says \"maxconn 77\".");
        assertThat(only(Topic.CHECK, CONFIGURATION).ask().en()).startsWith("haproxy.cfg:16 says");
        assertThat(of(Topic.CHECK, CONFIGURATION.replace("option httpchk", ""))).isEmpty();
    }

    @Test
    @DisplayName("what is set for trouble, and what is not")
    void trouble() {
        assertThat(only(Topic.RETRIES, CONFIGURATION).seen().en()).isEqualTo("Up to 2 times: \"retries\" (haproxy.cfg:7). On the same, and the last time on "
                + "another: \"option redispatch\" (haproxy.cfg:8).");
        assertThat(only(Topic.RETRIES, CONFIGURATION.replace("option redispatch", "option redispatch 1")).seen().en()).contains("Each time on another");
        assertThat(only(Topic.RETRIES, CONFIGURATION.replace("option redispatch", "")).seen().en()).contains("On the same: no line");
        assertThat(only(Topic.RETRIES, CONFIGURATION.replace("retries 2", "")).seen().en()).startsWith("Up to 3 times, HAProxy's own");
        assertThat(of(Topic.RETRIES, CONFIGURATION.replace("retries 2", "").replace("option redispatch", ""))).isEmpty();
        assertThat(only(Topic.QUEUE, CONFIGURATION).seen().en()).contains("waits 5 s");
        assertThat(of(Topic.QUEUE, CONFIGURATION.replace("maxconn 10", ""))).as("nobody waits without places").isEmpty();
        assertThat(only(Topic.SILENCE, CONFIGURATION).seen().en()).startsWith("After 3 s").contains("504");
        assertThat(only(Topic.SILENCE, CONFIGURATION.replace("retries 2", "retry-on response-timeout")).seen().en()).contains("\"retry-on\" (haproxy.cfg:7)");
        assertThat(only(Topic.APOLOGY, CONFIGURATION).ask().en()).startsWith("haproxy.cfg:9 says \"errorfile\"");
        assertThat(of(Topic.APOLOGY, CONFIGURATION.replaceFirst(" *errorfile.*", ""))).isEmpty();
        assertThat(only(Topic.STATISTICS, CONFIGURATION).seen().en()).isEqualTo("Nothing: there is no \"stats admin\". "
                + "User and password, by \"stats auth\" (haproxy.cfg:28).");
        assertThat(only(Topic.STATISTICS, CONFIGURATION.replace("auth teacher:hunter2", "admin if TRUE")).seen().en()).startsWith("They can take servers out")
                .endsWith("there is no \"stats auth\".");
    }

    @Test
    @DisplayName("what goes with a machine, the balancer's left out, and who is behind an address")
    void places() {
        var machines = of(Topic.MACHINE, CONFIGURATION);
        assertThat(machines).extracting(one -> one.ask().en().substring(0, 5)).containsExactly("\"vm2\"", "\"vm3\"");
        assertThat(machines.get(0).seen().en()).isEqualTo("Gone: web1, backup1. Left: web2, backup2.");
        assertThat(of(Topic.ADDRESS, CONFIGURATION).get(1).seen().en()).startsWith("web2, on vm3: ");
        var hint = new Inventory(List.of(), List.of(), found(CONFIGURATION).balancers(), found(CONFIGURATION).servers(), List.of(), Map.of());
        assertThat(of(Topic.MACHINE, new Facts(List.of(), List.of(), hint, true))).as("no place is known").isEmpty();
        assertThat(of(Topic.ADDRESS, new Facts(List.of(), List.of(), hint, true))).isEmpty();
    }

    @Test
    @DisplayName("what was done to a server and when HAProxy saw it, with the figures of its checks")
    void marked() {
        var fault = of(Topic.FAULT, facts()).get(0);
        assertThat(fault.ask().en()).startsWith("\"web2 killed\", and 2.1 s later: \"web2 DOWN\".");
        assertThat(fault.seen().en()).startsWith("It was seen after 2.1 s. Where connections are refused, the checks of web2 (haproxy.cfg:19) take between "
                + "500 ms and 1 s: 2 failures in a row (fall 2, haproxy.cfg:19)");
        assertThat(of(Topic.MENDED, facts()).get(0).ask().en()).as("UP 1/4 is on its way").startsWith("\"web2 started\", and 5.5 s later: \"web2 UP\".");
        for (var other : List.of(List.of(mark(0, Strip.Kind.FAULT, "web2 killed"), mark(900, Strip.Kind.SEEN, "web1 DOWN")),
                List.of(mark(0, Strip.Kind.FAULT, "web2 killed"), mark(900, Strip.Kind.SEEN, "web21 DOWN")),
                List.of(mark(0, Strip.Kind.FAULT, "web2 killed"), mark(200_000, Strip.Kind.SEEN, "web2 DOWN")),
                List.of(mark(0, Strip.Kind.FAULT, "web2 killed"), mark(1, Strip.Kind.MENDED, "web2 started"), mark(900, Strip.Kind.SEEN, "web2 DOWN")),
                List.of(mark(0, Strip.Kind.SEEN, "web2 DOWN"), mark(900, Strip.Kind.FAULT, "web2 killed")))) {
            assertThat(of(Topic.FAULT, new Facts(List.of(), other, found(CONFIGURATION), true))).as("%s", other).isEmpty();
        }
        assertThat(of(Topic.REFUSED, facts()).get(0).ask().en()).contains("unknown keyword 'bakend'");
    }

    @Test
    @DisplayName("no password is in any text, and what a delivery is called or says acts on nobody")
    void hostile() {
        var bad = "\u001b[31m\u202e<script>%s%n$1" + "x".repeat(5_000);
        var text = CONFIGURATION.replace("web1", "web1\u001b[2J%s\u202e").replace("overflow", "over%n\u0085flow" + "y".repeat(3_000))
                .replace("leastconn", "leastconn password hunter2");
        var verdict = Verdict.notMet(Text.same(bad), Text.same("stats auth teacher:hunter2 " + bad), Text.same(bad));
        var marks = new ArrayList<>(marks());
        marks.add(mark(30_000, Strip.Kind.REFUSED, "stats auth teacher:hunter2 " + bad));
        marks.add(mark(40_000, Strip.Kind.FAULT, "web2 " + bad));
        marks.add(mark(40_001, Strip.Kind.SEEN, "web2 DOWN " + bad));
        var cards = List.of(card("B2", verdict), card("F1", Verdict.met(Text.same("password: hunter2 " + bad))));
        var all = Draw.candidates(new Facts(cards, marks, found(text), true));
        assertThat(all).hasSizeGreaterThan(20);
        all.stream().flatMap(one -> Stream.of(one.ask().es(), one.ask().en(), one.seen().es(), one.seen().en(), one.id())).forEach(side -> {
            Untrusted.plain(side);
            assertThat(side).doesNotContain("hunter2").hasSizeLessThan(1_600);
        });
    }

    @Test
    @DisplayName("each text is there in both languages, and no sentence lost a part")
    void languages() {
        Draw.candidates(facts(notMet("L2"), card("B2", MET))).forEach(one -> {
            for (var side : List.of(one.ask(), one.seen())) {
                assertThat(side.es()).isNotBlank().isNotEqualTo(side.en()).doesNotContain("%", "null", "  ");
                assertThat(side.en()).isNotBlank().doesNotContain("%", "null", "  ");
            }
            assertThat(one.ask().es()).endsWith("?").contains("¿");
        });
    }

    @Test
    @DisplayName("the reference has enough to ask about, every line that is named says so")
    void reference() throws Exception {
        var text = Files.readString(Path.of("infra/haproxy.cfg"));
        var lines = text.lines().toList();
        var all = Draw.candidates(new Facts(List.of(), List.of(), found(text), true));
        assertThat(all.stream().map(Candidate::topic).collect(toSet())).hasSizeGreaterThan(13);
        all.forEach(one -> Pattern.compile("\\((\\w+) (\\w+), haproxy\\.cfg:(\\d+)\\)").matcher(one.seen().en()).results()
                .forEach(found -> assertThat(lines.get(Integer.parseInt(found.group(3)) - 1)).contains(found.group(1) + " " + found.group(2))));
        assertThat(of(Topic.DETECTION, text).get(0).seen().en()).startsWith("Between 200 ms and 600 ms: 2 failures in a row (fall 2, haproxy.cfg:");
    }
}
