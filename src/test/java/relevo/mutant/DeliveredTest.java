package relevo.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeliveredTest {

    private static final List<Delivered> ALL = Delivered.all();

    @Test
    @DisplayName("each delivery of the test bed says what it is, and of every core requirement what becomes of it, and why where it is not met")
    void complete() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(12).extracting(Delivered::id).doesNotHaveDuplicates().isSorted();
        assertThat(ALL).allSatisfy(one -> {
            assertThat(List.of(one.what().es(), one.what().en())).allMatch(sentence -> sentence.endsWith(".")).doesNotHaveDuplicates();
            assertThat(one.expected().played()).contains("P1").containsAll(MutantFile.core());
            assertThat(one.expected().blind()).isEmpty();
        });
    }

    @Test
    @DisplayName("what always waits for another requirement does so in every delivery in which that one is not met")
    void alwaysWaiting() {
        assertThat(ALL).allSatisfy(one -> Map.of("B7", "B2", "B8", "B4", "S4", "S1").forEach((id, root) -> {
            if (!one.expected().met().contains(root)) {
                assertThat(one.expected().waits()).containsEntry(id, root);
            }
        }));
    }

    @Test
    @DisplayName("each takes its image from the environment, is labelled by its own name, and keeps a volume for what manages its instances")
    void vagrantfiles() {
        assertThat(ALL).extracting(Delivered::manager).contains("lxd", "incus");
        assertThat(ALL).allSatisfy(one -> assertThat(ofTheDockerProvider(one.folder())).singleElement().asString()
                .contains("RELEVO_DELIVERY_IMAGE", "--label=relevo-delivery=" + one.id(), "--volume=/var/lib/" + one.manager()));
    }

    @Test
    @DisplayName("a delivery that is not there is named, with those that are")
    void chosen() {
        assertThat(Delivered.chosen(ALL, "", 0)).isEqualTo(ALL);
        assertThat(Delivered.chosen(ALL, "stock, incus", 0)).extracting(Delivered::id).containsExactly("incus", "stock");
        assertThatIllegalArgumentException().isThrownBy(() -> Delivered.chosen(ALL, "stok", 0)).withMessageContaining("there is no delivery 'stok'")
                .withMessageContaining("no-backups");
    }

    @Test
    @DisplayName("a number chooses so many: the same of the same seed, and each of them by some seed")
    void sampled() {
        assertThat(Delivered.chosen(ALL, "2", 7)).hasSize(2).isEqualTo(Delivered.chosen(ALL, "2", 7));
        assertThat(IntStream.range(0, 200).boxed().flatMap(seed -> Delivered.chosen(ALL, "1", seed).stream()).distinct()).hasSameSizeAs(ALL);
    }

    private static List<String> ofTheDockerProvider(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("Vagrantfile")).map(DeliveredTest::text)
                    .filter(text -> text.contains("\"docker\"") || text.contains(":docker")).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
