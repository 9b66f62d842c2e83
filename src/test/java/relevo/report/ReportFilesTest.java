package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.testing.Samples;

class ReportFilesTest {

    @Test
    @DisplayName("the three files stand in a folder made for them, and the gate can read the first")
    void write(@TempDir Path folder) throws Exception {
        var reports = folder.resolve("new/reports");

        ReportFiles.write(Samples.allMet(), reports);

        try (var files = Files.list(reports)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("checklist.json", "checklist.md", "checklist.html");
        }
        Gate.main(reports.resolve("checklist.json").toString());
    }

    @Test
    @DisplayName("half a surrogate pair in a server's name does not cost the report")
    void surrogate(@TempDir Path reports) {
        ReportFiles.write(Samples.checklist(List.of(Samples.met("G5", "web\ud800", "web\ud800"))), reports);

        assertThat(reports.resolve("checklist.html")).content().contains("web");
    }
}
