package relevo.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.report.Catalogue;
import relevo.report.Level;

class MutantsTest {

    private static final Path INFRA = Path.of("infra");
    private static final List<Mutant> ALL = Mutants.all();

    @Test
    @DisplayName("each core requirement rejects at least three wrong clusters, each extended one at least one")
    void everyRequirementHasItsMutants() {
        var kills = new TreeMap<String, Integer>();
        ALL.forEach(mutant -> mutant.fails().forEach(id -> kills.merge(id, 1, Integer::sum)));

        for (var requirement : Catalogue.load().requirements()) {
            int needed = requirement.level() == Level.CORE ? 3 : requirement.level() == Level.EXTENDED ? 1 : 0;
            assertThat(kills.getOrDefault(requirement.id(), 0)).as(requirement.id()).isGreaterThanOrEqualTo(needed);
        }
    }

    @Test
    @DisplayName("there are enough of both kinds, no two of them the same, and they name requirements that exist")
    void allOfThem() {
        var catalogue = Catalogue.load();

        assertThat(ALL.stream().filter(mutant -> !mutant.right()).count()).isGreaterThanOrEqualTo(60);
        assertThat(ALL.stream().filter(Mutant::right).count()).isGreaterThanOrEqualTo(12);
        assertThat(ALL).extracting(Mutant::change).doesNotHaveDuplicates();
        assertThat(ALL).extracting(Mutant::id).doesNotHaveDuplicates();
        assertThat(ALL).allSatisfy(mutant -> assertThat(mutant.played()).allMatch(id -> catalogue.find(id).isPresent()));
        assertThat(ALL).allSatisfy(mutant -> assertThat(List.of(mutant.what().es(), mutant.what().en())).allMatch(sentence -> sentence.endsWith("."))
                .doesNotHaveDuplicates());
    }

    @TestFactory
    @DisplayName("what a mutant replaces is in the reference, and something changes")
    Stream<DynamicTest> changes(@TempDir Path folder) {
        return ALL.stream().map(mutant -> DynamicTest.dynamicTest(mutant.id(), () -> {
            var copy = Files.createDirectories(folder.resolve(mutant.id()));
            for (var name : mutant.change().edits().keySet()) {
                Files.createDirectories(copy.resolve(name).getParent());
                Files.copy(INFRA.resolve(name), copy.resolve(name));
            }

            mutant.change().edit(copy);

            for (var name : mutant.change().edits().keySet()) {
                assertThat(copy.resolve(name)).content().isNotEqualTo(Files.readString(INFRA.resolve(name)));
            }
            assertThat(mutant.change().edits().size() + mutant.change().deeds().size()).isPositive();
        }));
    }

    @Test
    @DisplayName("a sample is as large as was asked for, in the usual order, the same for the same seed, and another one for another")
    void sample() {
        var samples = new HashSet<List<Mutant>>();
        for (int seed : new Random(1).ints(20).toArray()) {
            var sample = Mutants.chosen(ALL, "12", seed);
            assertThat(sample).hasSize(12).isEqualTo(Mutants.chosen(ALL, "12", seed)).isEqualTo(ALL.stream().filter(sample::contains).toList());
            samples.add(sample);
        }

        assertThat(samples).hasSizeGreaterThan(15);
        assertThat(Mutants.chosen(ALL, "", 1)).isEqualTo(ALL);
        assertThat(Mutants.chosen(ALL, "1000", 1)).isEqualTo(ALL);
        assertThat(Mutants.chosen(ALL, "stock-page, plain-backup", 1)).extracting(Mutant::id).containsExactly("plain-backup", "stock-page");
        assertThatIllegalArgumentException().isThrownBy(() -> Mutants.chosen(ALL, "plain", 1)).withMessageContaining("there is no mutant 'plain'")
                .withMessageContaining("plain-backup");
    }

    @Test
    @DisplayName("played are those that fail, those that cannot be checked, and those that hold")
    void played() {
        var wrong = MutantFile.parse("a", false,
                "{misconception: {es: Una., en: One.}, change: {haproxy.cfg: [{find: x, put: y}]}, fails: [B2], blind: [B3], also: [S1]}");
        var only = MutantFile.parse("a", false,
                "{misconception: {es: Una., en: One.}, change: {run: [{on: web1, do: x, undo: y}]}, fails: [B2], only: [B1, B2]}");
        var right = MutantFile.parse("a", true, "{design: {es: Una., en: One.}, change: {cluster.yaml: [{put: y}]}, also: [L3]}");

        assertThat(wrong.holds()).contains("S1", "B1").doesNotContain("B2", "B3");
        assertThat(wrong.played()).contains("S1", "B1", "B2", "B3");
        assertThat(wrong.change().founds()).isFalse();
        assertThat(only.played()).containsExactly("B1", "B2");
        assertThat(only.change().deeds()).containsExactly(new Deed("web1", "x", "y"));
        assertThat(right.played()).containsAll(MutantFile.CORE).contains("L3");
        assertThat(right.change().founds()).isTrue();
    }

    @Test
    @DisplayName("docs/mutants.md is what the files say")
    void published() throws IOException {
        assertThat(Files.readString(MutantsTable.FILE)).as("%s is stale: %s", MutantsTable.FILE, MutantsTable.COMMAND).isEqualTo(MutantsTable.render());
    }

    @Test
    @DisplayName("the requirements played on a right cluster are the core ones")
    void core() {
        assertThat(MutantFile.CORE).containsExactlyInAnyOrderElementsOf(
                Catalogue.load().requirements().stream().filter(requirement -> requirement.level() == Level.CORE).map(requirement -> requirement.id())
                .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{misconception: {es: a, en: b}, change: {}}                                     | wrong/a.yaml            | 'fails' is missing",
        "{misconception: {es: a}, change: {}, fails: [B2]}                               | wrong/a.yaml: misconception | 'en' is missing",
        "{misconception: {es: a, en: b}, change: {haproxy.cfg: [{fnd: x}]}, fails: [B2]} | haproxy.cfg[1]          | unknown [fnd]",
        "{misconception: {es: a, en: b}, change: {run: [{on: x, do: y}]}, fails: [B2]}   | run[1]                  | 'undo' is missing",
        "{design: {es: a, en: b}, change: {}, fails: [B2]}                               | wrong/a.yaml            | unknown [design]",
    })
    void complaints(String yaml, String where, String what) {
        assertThatIllegalArgumentException().isThrownBy(() -> MutantFile.parse("a", false, yaml)).withMessageContaining(where).withMessageContaining(what);
    }

    @Test
    @DisplayName("something to replace that is not there is named, with its file")
    void nothingToReplace(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("haproxy.cfg"), "global\n");
        var change = MutantFile.parse("a", false, "{misconception: {es: a, en: b}, change: {haproxy.cfg: [{find: backend, put: y}]}, fails: [B2]}").change();

        assertThatIllegalArgumentException().isThrownBy(() -> change.edit(folder)).withMessageContaining("haproxy.cfg").withMessageContaining("\"backend\"");
        assertThat(folder.resolve("haproxy.cfg")).content().isEqualTo("global\n");
    }
}
