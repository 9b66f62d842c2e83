package relevo.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.SavedLoad;
import relevo.observation.Demand;
import relevo.observation.Demand.Target;
import relevo.observation.OwnPlan;
import relevo.observation.OwnTests;
import relevo.observation.OwnTests.OtherTool;
import relevo.observation.Percentiles;
import relevo.observation.PlanDescription;
import relevo.observation.PlanDescription.Reading;
import relevo.observation.PlanResult;
import relevo.testing.LoadSamples;
import relevo.testing.Markup;

class OwnTestsPageTest {

    private static final OwnTests OWN = new OwnTests(List.of(
            new OwnPlan(new PlanDescription("t/<script>alert(1)</script>\u202e.jmx", Reading.READ, "",
                    List.of(new Demand("<b>", "ThreadGroup", 60, 1, -1, 30, 0,
                            List.of(new Target("http", "<img src=x>", 80, "/\"><script>")))), 0, List.of(), List.of(), List.of()),
                    Optional.of(new PlanResult(3, 1_234, 1_200, Map.of("HTTP 503", 34L), 52, new Percentiles(50, 60, 70, 80, 90), 411.3, ""))),
            new OwnPlan(PlanDescription.unread("broken.jmx", Reading.NOT_XML, "line 3"), Optional.empty())), List.of(new OtherTool("k.js", "k6")), 0, Map.of());

    @Test
    @DisplayName("a delivery's own tests stand in a table, with what it wrote shown and not obeyed")
    void table() throws Exception {
        var page = LoadPage.render(LoadSamples.rich(), java.util.List.of(), Optional.of(OWN));

        Markup.assertBalanced(page);
        assertThat(page).contains("The delivery's own tests", "Pruebas de la entrega", "1234", "411.3/s", "52\u00a0ms", "broken.jmx", "60 usuarios",
                "&lt;script&gt;alert(1)&lt;/script&gt;·.jmx").doesNotContain("<script", "<img", "\u202e");
        assertThat(LoadPage.render(LoadSamples.rich())).doesNotContain("Pruebas de la entrega");
    }

    @Test
    @DisplayName("what was kept is read again as it was")
    void kept(@TempDir Path folder) {
        var saved = new SavedLoad(folder);
        assertThat(saved.ownTests()).isEmpty();

        saved.keep(OWN);

        assertThat(saved.ownTests()).contains(OWN);
        assertThat(folder.resolve("plans/observation.json")).exists();
    }
}
