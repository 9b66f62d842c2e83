package relevo.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.Inventory;
import relevo.observation.LeftAsFound;
import relevo.observation.OwnTests;
import relevo.testing.Untrusted;

@DisplayName("what is saved acts on no terminal, and is the same again when it is read")
class HostileArchiveTest {

    @TempDir
    private Path reports;

    private void harmless(String file) throws Exception {
        // A program's line ends are its own.
        Untrusted.harmless(Files.readString(reports.resolve(file)).replace(System.lineSeparator(), "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u009b31m", "\u0085", "\u202e", "\u2028", "\u200b", "\ud800", "\u007f", "\u0000", "\udb40\udc41", "ñ \ud83d\ude00"})
    void names(String name) throws Exception {
        var inventory = new Inventory(List.of(), List.of(), List.of(), List.of(), List.of(name), Map.of(name, 1));
        new SavedInventory(reports).keep(inventory);
        harmless("inventory.json");
        assertThat(new SavedInventory(reports).read()).contains(inventory);

        var left = new LeftAsFound(List.of(), List.of(name));
        new SavedLeftAsFound(reports).keep(left);
        harmless("left-as-found.json");
        assertThat(new SavedLeftAsFound(reports).read()).contains(left);

        new SavedObservations(reports).keep("B2", 1, left);
        harmless("evidence/B2/observation.json");
        assertThat(new SavedObservations(reports).seen("B2", LeftAsFound.class).orElseThrow().seen()).isEqualTo(left);

        var own = new OwnTests(List.of(), List.of(new OwnTests.OtherTool(name, "k6")), 0, Map.of(name, name));
        new SavedLoad(reports.resolve("load")).keep(own);
        harmless("load/plans/observation.json");
        assertThat(new SavedLoad(reports.resolve("load")).ownTests()).contains(own);
    }
}
