package relevo.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.live.defence.Facts;
import relevo.live.page.RequirementCard;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Strip.Mark;
import relevo.observation.Balancer;
import relevo.observation.Directive;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Section;
import relevo.observation.Server;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** What a defence may be about, written by hand: a configuration as text, and a session with it. */
public final class DefenceScene {

    /** As teams write them: something of everything that is asked about. */
    public static final String CONFIGURATION = """
            global
                maxconn 2000
            defaults
                timeout connect 1s
                timeout server 3s
                timeout queue 5s
                retries 2
                option redispatch
                errorfile 503 /etc/haproxy/sorry.http
            frontend web
                bind :80
                use_backend overflow if { be_conn_free(production) lt 1 }
                default_backend production
            backend production
                balance leastconn
                option httpchk
                default-server maxconn 10 check
                server web1 10.0.0.1:80 inter 1s fall 3
                server web2 10.0.0.2:80 inter 500ms fall 2 rise 4
                server backup1 10.0.0.3:80 backup
                server backup2 10.0.0.4:80 backup
            backend overflow
                server backup1 10.0.0.3:80 check
                server backup2 10.0.0.4:80 check
            listen statistics
                bind :8404
                stats enable
                stats auth teacher:hunter2
            """;

    private DefenceScene() {
    }

    /** The sections of a configuration without quotes; its first line is line 1 of {@code haproxy.cfg}. */
    public static List<Section> sections(String text) {
        var sections = new ArrayList<Section>();
        var lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            var words = Arrays.stream(lines[i].replaceFirst("#.*", "").strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
            if (!words.isEmpty() && !Character.isWhitespace(lines[i].charAt(0))) {
                sections.add(new Section(words.get(0), words.size() > 1 ? words.get(1) : "", new ArrayList<>()));
            } else if (!words.isEmpty()) {
                sections.get(sections.size() - 1).directives().add(new Directive("/etc/haproxy/haproxy.cfg", i + 1, words));
            }
        }
        return sections;
    }

    /** A balancer with that configuration, which runs on vm1; its servers are production unless they are called backup, and half are on vm2, half on vm3. */
    public static Inventory found(String configuration) {
        var sections = sections(configuration);
        var servers = sections.stream().flatMap(section -> section.having("server").map(line -> {
            var name = line.words().get(1);
            return new Server(section.name(), name, line.words().get(2), name.startsWith("backup") ? Role.BACKUP : Role.PRODUCTION, Known.found(""),
                    name, Server.PROOF);
        })).toList();
        var instances = new ArrayList<InstanceState>(List.of(instance("lb", "vm1")));
        servers.stream().map(Server::name).distinct().forEach(name -> instances.add(instance(name, name.endsWith("1") ? "vm2" : "vm3")));
        return new Inventory(List.of(), instances, List.of(new Balancer("vm1", "lb", 7, List.of("/etc/haproxy/haproxy.cfg"), List.of(), List.of(), sections)),
                servers, List.of(), Map.of("web1", 150));
    }

    private static InstanceState instance(String name, String machine) {
        return new InstanceState(name, machine, "container", "Running", List.of("10.0.0.2"), false);
    }

    /** A requirement of which this was last seen. */
    public static RequirementCard card(String id, Verdict verdict) {
        return new RequirementCard(id, Text.same("group"), Text.same("title"), true, Optional.of(verdict), false, false, 1, 1);
    }

    /** One that is not met. */
    public static RequirementCard notMet(String id) {
        return card(id, Verdict.notMet(Text.of("Que sirvan.", "They serve."), Text.of(id + ": 0 de 200.", id + ": 0 of 200."),
                Text.of("La línea de " + id + ".", "The line of " + id + ".")));
    }

    /** A mark so many milliseconds after the session began, the same in both languages. */
    public static Mark mark(long ms, Kind kind, String what) {
        return new Mark(1_700_000_000_000L + ms, kind, Text.same(what));
    }

    /** What was done to web2 and seen of it, and a refusal. */
    public static List<Mark> marks() {
        return List.of(mark(0, Kind.FAULT, "web2 killed"), mark(2_100, Kind.SEEN, "web2 DOWN"), mark(9_000, Kind.MENDED, "web2 started"),
                mark(9_400, Kind.SEEN, "web2 UP 1/4"), mark(14_500, Kind.SEEN, "web2 UP"),
                mark(20_000, Kind.REFUSED, "haproxy.cfg:12: unknown keyword 'bakend'"));
    }

    /** A session in which these were played. */
    public static Facts facts(RequirementCard... cards) {
        return new Facts(List.of(cards), marks(), found(CONFIGURATION), true);
    }
}
