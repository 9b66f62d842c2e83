package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.machine.Output;
import relevo.observation.LeftAsFound;
import relevo.observation.LeftAsFound.Change;
import relevo.observation.LeftAsFound.What;
import relevo.testing.RecordedNode;

class FingerprintTest {

    private static final String BEFORE = """
            client		/snap/bin/lxc
            status	lb	Running
            configuration	lb	c1
            status	web1	Running
            configuration	web1	c2
            status	web2	Stopped
            configuration	web2	c3
            runs	lb	haproxy
            haproxy	lb	h1
            runs	web1	apache2
            apache	web1	a1
            root	web1	r1 /var/www/html
            root	web1	r2 /srv/my site
            """;

    private static List<Change> differences(String after) {
        return Fingerprint.parse("vm1", BEFORE).differences(Fingerprint.parse("vm1", after));
    }

    private static Change change(String instance, What what, String detail, String before, String after, String command) {
        return new Change("vm1", instance, what, detail, before, after, command);
    }

    @Test
    @DisplayName("the same is the same, whatever the order of the lines")
    void same() {
        assertThat(differences(BEFORE)).isEmpty();
        assertThat(differences(BEFORE.lines().sorted().reduce("", (all, line) -> all + line + "\n"))).isEmpty();
    }

    @Test
    @DisplayName("files that changed, appeared and are gone, each with its place; no command is known for them")
    void files() {
        assertThat(differences(BEFORE.replace("h1", "h2").replace("a1", "a2").replace("c1", "c9").replace("r2 /srv/my site", "r3 /srv/my site")))
                .containsExactly(change("lb", What.CONFIGURATION, "", "c1", "c9", ""), change("lb", What.HAPROXY_FILES, "", "h1", "h2", ""),
                        change("web1", What.APACHE_FILES, "", "a1", "a2", ""), change("web1", What.DOCUMENTS, "/srv/my site", "r2", "r3", ""));
        assertThat(differences(BEFORE.replace("root\tweb1\tr1 /var/www/html\n", "") + "apache\t\ta7\n")).containsExactly(
                change("", What.APACHE_FILES, "", "", "a7", ""), change("web1", What.DOCUMENTS, "/var/www/html", "r1", "", ""));
    }

    @Test
    @DisplayName("of an instance that was stopped only that is told, with the command that starts it")
    void stopped() {
        var after = BEFORE.replace("status\tweb1\tRunning", "status\tweb1\tStopped").lines().filter(line -> !line.matches("(runs|apache|root)\tweb1.*"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(differences(after)).containsExactly(change("web1", What.STATUS, "", "Running", "Stopped", "lxc start web1"));
        assertThat(differences(BEFORE.replace("web2\tStopped", "web2\tRunning"))).containsExactly(
                change("web2", What.STATUS, "", "Stopped", "Running", "lxc stop web2"));
        assertThat(differences(BEFORE.replace("status\tweb2\tStopped\nconfiguration\tweb2\tc3\n", ""))).containsExactly(
                change("web2", What.STATUS, "", "Stopped", "", ""));
    }

    @Test
    @DisplayName("a program that runs no more, one that did not run before, and a file that the suite forgot, each with its command")
    void programs() {
        assertThat(differences(BEFORE.replace("runs\tweb1\tapache2\n", "") + "runs\t\thaproxy\nmarker\tweb1\t/var/www/html/relevo-0a1b2c3d.txt\n"))
                .containsExactly(change("", What.PROGRAM, "haproxy", "", "yes", "systemctl stop haproxy"),
                        change("web1", What.PROGRAM, "apache2", "yes", "", "lxc exec web1 -- systemctl start apache2"),
                        change("web1", What.MARKER, "/var/www/html/relevo-0a1b2c3d.txt", "", "yes", "lxc exec web1 -- rm /var/www/html/relevo-0a1b2c3d.txt"));
        assertThat(Fingerprint.parse("vm1", BEFORE + "marker\tweb1\t/x\n").differences(Fingerprint.parse("vm1", BEFORE))).as("somebody tidied up").isEmpty();
    }

    @Test
    @DisplayName("commands name the project, and Incus by its own client; for a name that a shell would act on there is none")
    void commands() {
        assertThat(new PuttingRight("/snap/bin/lxc").status("team_web1", "Running", "Stopped")).isEqualTo("lxc start --project team web1");
        assertThat(new PuttingRight("/usr/bin/incus").status("web1", "Running", "Frozen")).isEqualTo("incus resume web1");
        assertThat(new PuttingRight("/usr/bin/lxc").status("$(reboot)", "Running", "Stopped")).isEmpty();
        assertThat(new PuttingRight("").status("web1", "Running", "Stopped")).isEmpty();
        assertThat(new PuttingRight("/usr/bin/lxc").rest(What.MARKER, "web1", "/var/www/html/a b;reboot", false)).isEmpty();
        assertThat(new PuttingRight("/usr/bin/lxc").rest(What.MARKER, "web1", "/var/../etc/passwd", false)).isEmpty();
        assertThat(new PuttingRight("/usr/bin/lxc").rest(What.PROGRAM, "web1", "apache2;reboot", true)).isEmpty();
    }

    @Test
    @DisplayName("where a manager did not answer, before or after, nothing is said of what only it knows; what was seen to run there still is")
    void silentManager() {
        var after = "silent\t\t/snap/bin/lxc\nruns\tlb\thaproxy\nhaproxy\tlb\th1\n";
        assertThat(differences(after)).containsExactly(change("web1", What.STATUS, "", "Running", "", ""));
    }

    @Test
    @DisplayName("whatever else a machine says, nothing breaks")
    void nonsense() {
        assertThat(Fingerprint.parse("vm1", "").facts()).isEmpty();
        assertThat(Fingerprint.parse("vm1", "a\nb\tc\nd\te\tf\tg\nstatus\tweb1\t\nroot\tweb1\tr1\nroot\tweb1\t" + "x".repeat(5000) + "\n").facts())
                .containsExactly(new Fingerprint.Fact("root", "web1", "", "r1"));
        assertThat(Fingerprint.parse("vm1", "what\tweb1\tno kind\n").differences(Fingerprint.parse("vm1", ""))).as("no kind that is known")
                .extracting(Change::what).containsOnly(What.STATUS);
    }

    @Test
    @DisplayName("machines are looked at side by side; one that cannot be asked, and a manager that does not answer, are named")
    void machines() {
        var before = Fingerprints.take(List.of(saying("vm1", BEFORE), saying("vm2", "silent\t\t/usr/bin/lxc\n"), new RecordedNode("vm3")));
        var after = Fingerprints.take(List.of(saying("vm1", BEFORE.replace("a1", "a2")), saying("vm2", "silent\t\t/usr/bin/lxc\n"),
                new RecordedNode("vm3")));

        assertThat(before.compare(after)).isEqualTo(new LeftAsFound(List.of(change("web1", What.APACHE_FILES, "", "a1", "a2", "")),
                List.of("vm2 (/usr/bin/lxc)", "vm3")));
        assertThat(Fingerprints.take(List.of(saying("vm1", BEFORE))).compare(Fingerprints.take(List.of(saying("vm1", BEFORE)))).certain()).isTrue();
        assertThat(Fingerprints.take(List.of(saying("vm1", BEFORE))).compare(Fingerprints.take(List.of())).unread()).containsExactly("vm1");
    }

    private static RecordedNode saying(String name, String text) {
        return new RecordedNode(name).answers(new Output(0, text, ""), "sh -s");
    }
}
