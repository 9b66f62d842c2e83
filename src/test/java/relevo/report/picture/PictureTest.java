package relevo.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.SavedInventory;
import relevo.archive.SavedObservations;
import relevo.judge.Seen;
import relevo.observation.Balancer;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Server;
import relevo.report.ChecklistHtml;
import relevo.testing.InventorySamples;
import relevo.testing.Markup;
import relevo.testing.Samples;

class PictureTest {

    private static final Found USUAL = Found.of(InventorySamples.usual(), InventorySamples.DOORS);
    private static final Found UGLY = Found.of(InventorySamples.ugly(), InventorySamples.DOORS);

    @Test
    @DisplayName("each instance stands in its machine, also where a member is called otherwise; the balancer's machine comes first")
    void places() {
        assertThat(USUAL.sites()).extracting(Site::name).containsExactly("vm1", "vm2", "vm3");
        assertThat(names(USUAL, "vm1")).containsExactly("lb");
        assertThat(names(USUAL, "vm2")).containsExactly("web1", "backup1");
        assertThat(names(USUAL, "vm3")).containsExactly("web2", "backup2");
        assertThat(site(USUAL, "vm2").what().es()).isEqualTo("máquina virtual, LXD");
    }

    @Test
    @DisplayName("roles in words, what is stopped and what is somebody's word among them; a door that leads around the balancer is none of its doors")
    void words() {
        assertThat(part(USUAL, "lb").what().es()).isEqualTo("balanceador");
        assertThat(part(USUAL, "web1").what().en()).isEqualTo("production");
        assertThat(part(USUAL, "web1").detail().en()).contains("found: farm/web1 10.0.0.2:80: active in farm");
        assertThat(part(USUAL, "backup2")).satisfies(part -> {
            assertThat(part.what().es()).isEqualTo("respaldo (dicho), detenida");
            assertThat(part.detail().en()).contains("told: farm/b2");
            assertThat(part.stopped()).isTrue();
        });
        assertThat(USUAL.doors()).containsExactly("127.0.0.1:8080", "192.168.56.11:80");
    }

    @Test
    @DisplayName("a balancer that is somebody's word, or does not run, is drawn with that in words")
    void balancerNotInForce() {
        var usual = InventorySamples.usual();
        var idle = new Balancer("vm1", "lb", 0, List.of(), List.of(), List.of(), List.of(), new Known(Known.How.TOLD, "x").and(Balancer.NOT_IN_FORCE));
        var found = Found.of(new Inventory(usual.machines(), usual.instances(), List.of(idle), usual.servers(), List.of(), Map.of()), List.of());

        assertThat(part(found, "lb").what().es()).isEqualTo("balanceador (dicho), HAProxy no corre");
        assertThat(part(found, "lb").told()).isTrue();
    }

    @Test
    @DisplayName("what runs in the machine itself is drawn in it; what cannot be told is outside, and what is too much is counted")
    void ugly() {
        var first = UGLY.sites().get(0);
        assertThat(first.parts()).extracting(Occupant::name).containsExactly("HAProxy", "unlisted", "Apache");
        assertThat(first.parts()).extracting(Occupant::bare).containsExactly(true, false, true);
        assertThat(site(UGLY, "silent").what().en()).isEqualTo("could not be looked at");
        assertThat(names(UGLY, "machine-3")).as("a balancer in an instance that nothing else is known of").containsExactly("instance-gone");
        assertThat(names(UGLY, "")).containsExactlyInAnyOrder("? farm/lost", "? farm/t", UGLY.sites().get(12).parts().get(1).name());
        assertThat(UGLY.sites()).hasSize(13);
        assertThat(UGLY.moreSites()).isEqualTo(5);
        assertThat(site(UGLY, "machine-0").parts()).hasSize(20);
        assertThat(site(UGLY, "machine-0").more()).isEqualTo(5);
        assertThat(names(UGLY, "machine-0").get(0)).as("a server is drawn before what has no role").isEqualTo("instance-24");
    }

    @Test
    @DisplayName("a way ends at each server, and the doors' at the balancer where it is the only one; nothing is drawn beyond the frame")
    void ways() {
        var picture = Picture.of(InventorySamples.usual(), InventorySamples.DOORS);
        assertThat(count(picture, "head")).as("production and the door").isEqualTo(3);
        assertThat(count(picture, "head hollow")).as("backups").isEqualTo(2);
        assertThat(count(picture, "door")).isEqualTo(2);
        assertThat(count(picture, "inner backup") + count(picture, "inner backup stopped")).isEqualTo(2);
        assertThat(count(Picture.of(InventorySamples.ugly(), InventorySamples.DOORS), "head")).as("two balancers: nobody knows which door leads where")
                .isEqualTo(UGLY.sites().stream().flatMap(site -> site.parts().stream()).filter(part -> part.server() && part.kind() == Occupant.Kind.PRODUCTION)
                        .count()).isEqualTo(3);
        assertThat(count(Picture.of(Inventory.NOTHING, List.of()), "head")).isZero();
        for (var each : List.of(picture, Picture.of(InventorySamples.ugly(), InventorySamples.DOORS), Picture.of(Inventory.NOTHING, List.of()))) {
            assertThat(each.items().stream().flatMap(item -> item.labels().stream())).allSatisfy(label -> {
                assertThat(label.x()).isBetween(0.0, (double) each.width());
                assertThat(label.y()).isBetween(0.0, (double) each.height());
                assertThat(label.text().es().length()).isLessThan(40);
            });
        }
    }

    @Test
    @DisplayName("the page has the picture with all of it in words, in both languages; hostile names stay text, whole in the hint up to a limit")
    void page(@TempDir Path reports) throws Exception {
        var usual = page(reports, InventorySamples.usual());
        assertThat(usual).contains("role=\"img\"", "Lo que se encontró. Puertas del anfitrión al balanceador: 127.0.0.1:8080", "web1 (producción)",
                "vm3, virtual machine, LXD: web2 (production), backup2 (backup (told), stopped).");
        var ugly = page(reports, InventorySamples.ugly());
        assertThat(ugly).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "\u202e", "\u001b", "W".repeat(700));
        assertThat(ChecklistHtml.render(Samples.checklist(List.of()), reports)).as("the doors of an earlier run").contains("class=\"found\"")
                .doesNotContain("127.0.0.1:8080");
        for (var html : List.of(usual, ugly)) {
            Markup.assertBalanced(html.replaceAll("(?s)<script>.*?</script>", ""));
            assertThat(Markup.drawings(html)).isNotEmpty();
        }
    }

    @Test
    @DisplayName("nothing saved, no picture; something unreadable, one line that names the file, and the checklist all the same")
    void without(@TempDir Path reports) throws Exception {
        assertThat(ChecklistHtml.render(Samples.mixed(), reports)).doesNotContain("class=\"found\"");
        Files.writeString(reports.resolve("inventory.json"), "{\"machines\": null}");
        assertThat(ChecklistHtml.render(Samples.mixed(), reports)).doesNotContain("class=\"found\"")
                .contains("No se pudo dibujar", "inventory.json: ", "id=\"B2\"");
    }

    @Test
    @DisplayName("what is saved is read back")
    void saved(@TempDir Path reports) {
        var saved = new SavedInventory(reports);
        assertThat(saved.read()).isEmpty();
        saved.keep(InventorySamples.ugly());
        assertThat(saved.read()).contains(InventorySamples.ugly());
    }

    @Test
    @DisplayName("names are cut where they would not fit, by their width, and never in the middle of a character")
    void cut() {
        assertThat(Cut.to(5, "abcde")).isEqualTo("abcde");
        assertThat(Cut.to(5, "abcdef")).isEqualTo("abcd…");
        assertThat(Cut.to(5, "\ud83d\ude00\ud83d\ude00\ud83d\ude00")).isEqualTo("\ud83d\ude00\ud83d\ude00…");
        assertThat(Cut.to(5, "ABCDE")).isEqualTo("ABC…");
    }

    private static String page(Path reports, Inventory inventory) {
        new SavedInventory(reports).keep(inventory);
        new SavedObservations(reports).keep("G1.3", 1, new Seen.Doorways(InventorySamples.DOORS));
        return ChecklistHtml.render(Samples.mixed(), reports);
    }

    private static long count(Picture picture, String css) {
        return picture.items().stream().flatMap(item -> item.shapes().stream()).filter(shape -> shape.css().equals(css)).count();
    }

    private static Site site(Found found, String name) {
        return found.sites().stream().filter(site -> site.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> names(Found found, String site) {
        return site(found, site).parts().stream().map(Occupant::name).toList();
    }

    private static Occupant part(Found found, String name) {
        return found.sites().stream().map(Site::parts).flatMap(List::stream).filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }
}
