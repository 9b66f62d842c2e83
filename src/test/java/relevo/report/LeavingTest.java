package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.SavedLeftAsFound;
import relevo.observation.LeftAsFound;
import relevo.observation.LeftAsFound.Change;
import relevo.observation.LeftAsFound.What;
import relevo.testing.Markup;
import relevo.testing.Samples;

class LeavingTest {

    private static final LeftAsFound RIGHT = new LeftAsFound(List.of(), List.of());
    private static final Change STOPPED = new Change("vm2", "web1", What.STATUS, "", "Running", "Stopped", "lxc start web1");
    private static final LeftAsFound WRONG = new LeftAsFound(List.of(STOPPED, new Change("vm1", "", What.HAPROXY_FILES, "", "1", "2", "")), List.of("vm3"));

    private static Checklist with(LeftAsFound left) {
        return Samples.mixed().leaving(Optional.of(left));
    }

    @Test
    @DisplayName("one line in every form and both languages when all is as it was")
    void right(@TempDir Path reports) {
        assertThat(ChecklistConsole.render(with(RIGHT), false).lines()).contains("Quedó como se encontró.", "Left as found.");
        assertThat(ChecklistMarkdown.render(with(RIGHT))).contains("\n> Quedó como se encontró.\n", "\n> Left as found.\n");
        assertThat(ChecklistHtml.render(with(RIGHT), reports)).contains("<p class=\"left\" role=\"note\">", ">Quedó como se encontró.<", ">Left as found.<");
        var json = ChecklistJson.tree(with(RIGHT)).get("leftAsFound");
        assertThat(json.get("certain").booleanValue()).isTrue();
        assertThat(json.at("/line/es").textValue()).isEqualTo("Quedó como se encontró.");
    }

    @Test
    @DisplayName("what is not as it was, with the command that puts it right, and what could not be looked at")
    void wrong(@TempDir Path reports) {
        var es = "No quedó como se encontró: web1 (vm2): estaba Running y quedó Stopped [lxc start web1]; vm1: cambió: los ficheros de HAProxy. "
                + "No se pudo mirar: vm3.";
        assertThat(Leaving.line(WRONG).es()).isEqualTo(es);
        assertThat(Leaving.line(WRONG).en()).isEqualTo("Not left as found: web1 (vm2): was Running and is Stopped [lxc start web1]; "
                + "vm1: changed: HAProxy's files. Could not be looked at: vm3.");
        assertThat(ChecklistConsole.render(with(WRONG), false).lines()).contains("! " + es);
        assertThat(ChecklistConsole.left(with(WRONG)).lines()).hasSize(2).contains("! " + es);
        assertThat(ChecklistMarkdown.render(with(WRONG))).contains("\n> No quedó como se encontró: web1 (vm2)");
        assertThat(ChecklistHtml.render(with(WRONG), reports)).contains("<p class=\"notice\" role=\"note\"><span class=\"es\" lang=\"es\">" + es);
        var json = ChecklistJson.tree(with(WRONG)).get("leftAsFound");
        assertThat(json.get("certain").booleanValue()).isFalse();
        assertThat(json.at("/changes/0/command").textValue()).isEqualTo("lxc start web1");
        assertThat(json.at("/changes/1/what/en").textValue()).isEqualTo("vm1: changed: HAProxy's files");
        assertThat(json.at("/unread/0").textValue()).isEqualTo("vm3");
    }

    @Test
    @DisplayName("nothing changed where somebody could look is not the same as left as found")
    void unknown() {
        assertThat(Leaving.line(new LeftAsFound(List.of(), List.of("vm3 (/usr/bin/lxc)"))).en())
                .isEqualTo("Nobody knows whether it was left as found; could not be looked at: vm3 (/usr/bin/lxc).");
    }

    @Test
    @DisplayName("every kind of change has its words, in each direction that it can have")
    void kinds() {
        for (var what : What.values()) {
            for (var change : List.of(new Change("vm1", "", what, "d", "", "x", ""), new Change("vm1", "", what, "d", "x", "", ""))) {
                assertThat(Leaving.told(change).es()).startsWith("vm1: ").isNotEqualTo(Leaving.told(change).en());
            }
        }
        assertThat(Leaving.told(new Change("vm1", "web1", What.PROGRAM, "apache2", "yes", "", "")).es()).isEqualTo("web1 (vm1): apache2 ya no corre");
        assertThat(Leaving.told(new Change("vm1", "web1", What.DOCUMENTS, "/srv/a%sb", "1", "", "")).en())
                .isEqualTo("web1 (vm1): seen no more: the documents of /srv/a%sb");
    }

    @Test
    @DisplayName("a long list is cut and says how long it is; names from outside stay text")
    void untrusted(@TempDir Path reports) {
        assertThat(Leaving.line(new LeftAsFound(Collections.nCopies(40, STOPPED), List.of())).en()).endsWith("; and 28 more changes.");
        var bad = new LeftAsFound(List.of(new Change("<script>alert(1)</script>", "\u001b[31m", What.DOCUMENTS, "|\u202e%s", "1", "2", "")),
                List.of("<img src=x>"));
        assertThat(ChecklistConsole.render(with(bad), false)).doesNotContain("\u001b", "\u202e");
        assertThat(ChecklistMarkdown.render(with(bad))).doesNotContain("<script>", "<img");
        var html = ChecklistHtml.render(with(bad), reports);
        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x");
        Markup.assertBalanced(html.replaceAll("(?s)<script>.*?</script>", ""));
    }

    @Test
    @DisplayName("where nobody looked, no form says anything")
    void silent(@TempDir Path reports) {
        var all = ChecklistConsole.render(Samples.mixed(), false) + ChecklistMarkdown.render(Samples.mixed()) + ChecklistHtml.render(Samples.mixed(), reports);
        assertThat(all).doesNotContain("como se encontró", "as found", "class=\"left\"");
        assertThat(ChecklistJson.tree(Samples.mixed()).get("leftAsFound").isNull()).isTrue();
        assertThat(ChecklistConsole.left(Samples.mixed())).isEmpty();
    }

    @Test
    @DisplayName("what is saved is read back; what is broken is named")
    void saved(@TempDir Path reports) throws Exception {
        var saved = new SavedLeftAsFound(reports);
        assertThat(saved.read()).isEmpty();
        saved.keep(WRONG);
        assertThat(saved.read()).contains(WRONG);
        Files.writeString(reports.resolve("left-as-found.json"), "{\"changes\": []}");
        assertThatThrownBy(saved::read).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("left-as-found.json: ");
    }
}
