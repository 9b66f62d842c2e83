package relevo.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import relevo.junit.SpecificationTests;
import relevo.report.Catalogue;
import relevo.report.Level;
import relevo.report.mutant.Kind;

class MutantsTest {

    private static final Path INFRA = Path.of("infra");
    private static final List<Mutant> ALL = Mutants.all();

    @Test
    @DisplayName("each core requirement rejects at least three clusters, wrong ones, common deliveries or whole ones, each extended one at least one")
    void everyRequirementHasItsMutants() {
        var kills = new TreeMap<String, Integer>();
        ALL.forEach(mutant -> mutant.fails().forEach(id -> kills.merge(id, 1, Integer::sum)));
        Delivered.all().forEach(delivery -> delivery.expected().fails().forEach(id -> kills.merge(id, 1, Integer::sum)));

        for (var requirement : Catalogue.load().requirements().stream().filter(each -> SpecificationTests.specified().contains(each.id())).toList()) {
            int needed = requirement.level() == Level.CORE ? 3 : requirement.level() == Level.EXTENDED ? 1 : 0;
            assertThat(kills.getOrDefault(requirement.id(), 0)).as(requirement.id()).isGreaterThanOrEqualTo(needed);
        }
    }

    @Test
    @DisplayName("there are enough of both kinds, no two of them the same, and they name requirements that exist")
    void allOfThem() {
        var catalogue = Catalogue.load();

        assertThat(Mutants.of(Kind.WRONG)).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Mutants.of(Kind.COMMON)).hasSizeGreaterThanOrEqualTo(25);
        assertThat(Mutants.of(Kind.RIGHT)).hasSizeGreaterThanOrEqualTo(12).allMatch(Mutant::right);
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
        assertThat(Mutants.chosen(ALL, "common", 1)).containsExactlyInAnyOrderElementsOf(Mutants.of(Kind.COMMON));
        assertThat(Mutants.chosen(ALL, "stock-page, plain-backup", 1)).extracting(Mutant::id).containsExactly("plain-backup", "stock-page");
        assertThatIllegalArgumentException().isThrownBy(() -> Mutants.chosen(ALL, "plain", 1)).withMessageContaining("there is no mutant 'plain'")
                .withMessageContaining("plain-backup");
    }

    @Test
    @DisplayName("played are those that fail, those that cannot be checked, and those that hold")
    void played() {
        var wrong = MutantFile.parse("a", Kind.WRONG,
                "{misconception: {es: Una., en: One.}, change: {haproxy.cfg: [{find: x, put: y}]}, fails: [B2], blind: [B3], also: [S1]}");
        var only = MutantFile.parse("a", Kind.WRONG,
                "{misconception: {es: Una., en: One.}, change: {run: [{on: web1, do: x, undo: y}]}, fails: [B2], only: [B1, B2]}");
        var right = MutantFile.parse("a", Kind.RIGHT, "{design: {es: Una., en: One.}, change: {cluster.yaml: [{put: y}]}, also: [L3]}");

        var waiting = MutantFile.parse("a", Kind.WRONG,
                "{misconception: {es: Una., en: One.}, change: {haproxy.cfg: x}, fails: [B2], waits: {B7: B2, B3: B2}}");

        assertThat(waiting.expected().waits()).isEqualTo(Map.of("B7", "B2", "B3", "B2"));
        assertThat(waiting.holds()).doesNotContain("B3");
        assertThat(waiting.played()).contains("B3", "B7", "B1");
        assertThat(waiting.change().edits()).isEqualTo(Map.of("haproxy.cfg", List.of(new Edit("", "x"))));
        assertThat(wrong.holds()).contains("S1", "B1").doesNotContain("B2", "B3");
        assertThat(wrong.played()).contains("S1", "B1", "B2", "B3");
        assertThat(wrong.change().founds()).isFalse();
        assertThat(only.played()).containsExactly("B1", "B2");
        assertThat(only.change().deeds()).containsExactly(new Deed("web1", "x", "y"));
        assertThat(right.played()).containsAll(MutantFile.core()).contains("L3");
        assertThat(right.change().founds()).isTrue();
    }

    @Test
    @DisplayName("docs/mutants.md is what the files say")
    void published() throws IOException {
        assertThat(Files.readString(MutantsTable.FILE)).as("%s is stale: %s", MutantsTable.FILE, MutantsTable.COMMAND).isEqualTo(MutantsTable.render());
    }

    @Test
    @DisplayName("docs/common-deliveries.md is what the files say")
    void commonPublished() throws IOException {
        assertThat(Files.readString(DeliveriesTable.FILE)).as("%s is stale: %s", DeliveriesTable.FILE, DeliveriesTable.COMMAND)
                .isEqualTo(DeliveriesTable.render());
    }

    @Test
    @DisplayName("the requirements played on a right cluster are the core ones")
    void core() {
        assertThat(MutantFile.core()).contains("G1.1", "B7", "S4").doesNotContain("F1", "D1");
        assertThat(Mutants.of(Kind.RIGHT)).allSatisfy(right -> assertThat(right.played()).containsAll(MutantFile.core()));
    }

    @Test
    @DisplayName("a common delivery says of every core requirement what becomes of it, and why where it is not met")
    void commonDeliveries() {
        var catalogue = Catalogue.load();

        assertThat(Mutants.of(Kind.COMMON)).allSatisfy(mutant -> {
            var expected = mutant.expected();
            assertThat(mutant.played()).containsAll(MutantFile.core()).allMatch(id -> catalogue.find(id).isPresent());
            assertThat(List.of(expected.met().size(), expected.fails().size(), expected.waits().size(), expected.teacher().size()).stream()
                    .mapToInt(Integer::intValue).sum()).as("each once").isEqualTo(mutant.played().size());
            assertThat(expected.blind()).isEmpty();
            assertThat(mutant.because().keySet()).isEqualTo(expected.fails());
            assertThat(mutant.because().values()).noneMatch(String::isBlank);
            assertThat(expected.strict()).isTrue();
        });
    }

    @Test
    @DisplayName("what always waits for another requirement does so in every common delivery in which that one is not met")
    void alwaysWaiting() {
        assertThat(Mutants.of(Kind.COMMON)).allSatisfy(mutant -> Map.of("B7", "B2", "B8", "B4", "S4", "S1", "S5", "S1", "B3", "B2").forEach((id, root) -> {
            if (mutant.played().contains(id) && !mutant.holds().contains(root)) {
                assertThat(mutant.expected().waits()).containsEntry(id, root);
            }
        }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "met: [G1.1, B1, B1], not-met: {B2: x}                | expected                  | B1 stands twice",
        "met: [G1.1, B2], not-met: {B2: x}                    | expected                  | B2 stands twice",
        "met: [G1.1], not-met: {B2: x}                        | expected                  | nothing is said of [G1.2, G2,",
        "met: [G1.1], waits: {B7: G1.1}                       | expected: waits: B7       | G1.1 neither fails nor waits",
        "met: [G1.1], blind: [B2]                             | expected                  | unknown [blind]",
        "met: [G1.1], not-met: {B2: }                         | expected: not-met: B2     | must be a plain value",
    })
    void complaintsAboutADelivery(String expected, String where, String what) {
        var yaml = "{delivery: {es: Una., en: One.}, change: {haproxy.cfg: x}, expected: {" + expected + "}}";
        var others = MutantFile.core().stream().filter(id -> !id.equals("B7")).toList();
        var complete = what.contains("neither") ? yaml.replace("met: [G1.1]", "met: " + others) : yaml;

        assertThatIllegalArgumentException().isThrownBy(() -> MutantFile.parse("a", Kind.COMMON, complete)).withMessageContaining("common/a.yaml: " + where)
                .withMessageContaining(what);
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
        assertThatIllegalArgumentException().isThrownBy(() -> MutantFile.parse("a", Kind.WRONG, yaml)).withMessageContaining(where).withMessageContaining(what);
    }

    @Test
    @DisplayName("something to replace that is not there is named, with its file")
    void nothingToReplace(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("haproxy.cfg"), "global\n");
        var change = MutantFile.parse("a", Kind.WRONG,
                "{misconception: {es: a, en: b}, change: {haproxy.cfg: [{find: backend, put: y}]}, fails: [B2]}").change();

        assertThatIllegalArgumentException().isThrownBy(() -> change.edit(folder)).withMessageContaining("haproxy.cfg").withMessageContaining("\"backend\"");
        assertThat(folder.resolve("haproxy.cfg")).content().isEqualTo("global\n");
    }
}
