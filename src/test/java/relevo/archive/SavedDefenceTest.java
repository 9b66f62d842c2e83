package relevo.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.archive.OralDefence.Asked;
import relevo.archive.OralDefence.Found;
import relevo.archive.OralDefence.Hunt;
import relevo.archive.OralDefence.Round;
import relevo.testing.Untrusted;
import relevo.words.Text;

class SavedDefenceTest {

    @TempDir
    private Path reports;
    private SavedDefence saved;

    @BeforeEach
    void folder() {
        saved = new SavedDefence(reports.resolve("made"));
    }

    private static OralDefence of(String delivery, String notes) {
        var asked = List.of(new Asked("B2", Text.of("¿%s?", "%s?"), Text.same("x")));
        return new OralDefence(delivery, "2026-03-14T10:05:00-05:00", List.of(new Round("tomabe", asked,
                List.of(new Hunt(Found.FOUND, Text.of("uno", "one"), 41.5)))), notes, Optional.of(new BigDecimal("0.80")), new BigDecimal("1.0"));
    }

    @Test
    @DisplayName("what is kept is read back to the last digit, and nothing is there before")
    void same() {
        assertThat(saved.read()).isEmpty();
        saved.keep(of("/a", "bien"));
        saved.keep(of("/a", "muy bien"));
        assertThat(saved.read()).contains(of("/a", "muy bien"));
        assertThat(saved.folder().toFile().list()).containsExactly("defence.json");
    }

    @ParameterizedTest
    @DisplayName("whatever was noted acts on no terminal, and is the same again")
    @ValueSource(strings = {"\u001b[2J", "\u202e", "\u2028", "\u0000", "ñ \ud83d\ude00", "a\nb", "\"}],</script>"})
    void hostile(String notes) throws Exception {
        saved.keep(of(notes, notes));
        Untrusted.harmless(Files.readString(saved.folder().resolve("defence.json")).replace(System.lineSeparator(), "\n"));
        assertThat(saved.read()).contains(of(notes, notes));
    }

    @Test
    @DisplayName("a run of the same delivery leaves it where it is")
    void stays() {
        assertThat(saved.putAsideUnlessOf("/a")).as("none at all").isEmpty();
        saved.keep(of("/a", "bien"));
        assertThat(saved.putAsideUnlessOf("/a")).isEmpty();
        assertThat(saved.read()).contains(of("/a", "bien"));
    }

    @Test
    @DisplayName("a run of another delivery puts it aside, and no one that was put aside before is lost")
    void aside() throws Exception {
        for (var i = 1; i <= 3; i++) {
            saved.keep(of("/a", "notas " + i));
            assertThat(saved.putAsideUnlessOf("/b").orElseThrow()).hasFileName(i == 1 ? "defence-before.json" : "defence-before-" + i + ".json");
            assertThat(saved.read()).isEmpty();
        }
        assertThat(Files.readString(saved.folder().resolve("defence-before.json"))).contains("notas 1");
        assertThat(Files.readString(saved.folder().resolve("defence-before-3.json"))).contains("notas 3");
    }

    @ParameterizedTest
    @DisplayName("what is broken, or gives points that nobody can give, is named and put aside whole")
    @CsvSource(delimiter = '|', value = {"0.80 | 1.2", "0.80 | -0.1", "0.80 | 0.333", "0.80 | 1e-9", "0.80 | 1e999999999", "41.5 | -1", "41.5 | 1e300",
        "1.0 | 1e999999999", "FOUND | GUESSED", "defence | x", "} | ]", "notes | x"})
    void broken(String what, String with) throws Exception {
        saved.keep(of("/a", "bien"));
        var file = saved.folder().resolve("defence.json");
        var before = Files.readString(file);
        var after = before.replace(what.equals("defence") ? before : what, with);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
        assertThatThrownBy(saved::read).isExactlyInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(file + ": ")
                .satisfies(refused -> Untrusted.plain(refused.getMessage()));
        assertThat(Files.readString(saved.putAsideUnlessOf("/a").orElseThrow())).isEqualTo(after);
    }

    @Test
    @DisplayName("nothing is longer than a defence may be")
    void limits() {
        assertThatThrownBy(() -> of("/a", "x".repeat(OralDefence.LONGEST_NOTES + 1))).isInstanceOf(IllegalArgumentException.class);
        var round = of("/a", "").rounds().get(0);
        assertThatThrownBy(() -> new OralDefence("/a", "", Collections.nCopies(61, round), "", Optional.empty(), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Round("", Collections.nCopies(61, round.asked().get(0)), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a folder that is emptied keeps the defence alone, and what was put aside")
    void survives() throws Exception {
        saved.keep(of("/a", "1"));
        saved.putAsideUnlessOf("/b");
        saved.keep(of("/b", "2"));
        var outside = Files.writeString(reports.resolve("outside"), "x");
        Files.createDirectories(saved.folder().resolve("evidence/defence.json"));
        Files.createDirectories(saved.folder().resolve("defence-folder/x"));
        Files.writeString(saved.folder().resolve("checklist.json"), "{}");
        Files.createSymbolicLink(saved.folder().resolve("link"), reports);

        Folder.empty(saved.folder(), SavedDefence.PREFIX);

        assertThat(saved.folder().toFile().list()).containsExactlyInAnyOrder("defence.json", "defence-before.json");
        assertThat(outside).exists();
        Folder.empty(reports.resolve("nowhere"), "x");
    }
}
