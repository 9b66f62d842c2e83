package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.substrate.delivery.DeliveryCopy.Bounds;
import relevo.verdict.CannotStart;

class DeliveryCopyTest {

    @TempDir
    private Path folder;
    private Path root;
    private Path copy;

    @BeforeEach
    void aDelivery() throws IOException {
        root = Files.createDirectories(folder.resolve("Microproyecto 1 \"it's\""));
        copy = folder.resolve("copy");
        Files.writeString(folder.resolve("secret"), "secret");
    }

    @Test
    void filesKeepTheirNamesContentsAndWhetherTheyRun() throws IOException {
        write("Vagrantfile", "Vagrant…");
        write("a b/ñandú 'x' \"y\"/line\nbreak.sh", "echo").toFile().setExecutable(true);
        Files.createDirectories(root.resolve("empty"));

        var made = DeliveryCopy.of(root, copy, DeliveryCopy.USUAL);

        assertThat(copy.resolve("Vagrantfile")).hasContent("Vagrant…");
        assertThat(Files.isExecutable(copy.resolve("a b/ñandú 'x' \"y\"/line\nbreak.sh"))).isTrue();
        assertThat(copy.resolve("empty")).isDirectory();
        assertThat(made.leftOut()).isEmpty();
        assertThat(made.bytes()).isEqualTo(14);
    }

    @Test
    void theAuthorsMachinesAreNeverCarriedWhereverTheyAre() throws IOException {
        write(".vagrant/machines/vm1/docker/id", "0".repeat(64));
        write("part/.vagrant/machines/vm1/virtualbox/private_key", "key");
        Files.createSymbolicLink(root.resolve("again"), Path.of(".vagrant"));
        Files.createSymbolicLink(root.resolve("key"), Path.of("part/.vagrant/machines/vm1/virtualbox/private_key"));
        Files.createDirectories(root.resolve("odd"));
        Files.createSymbolicLink(root.resolve("odd/.vagrant"), folder);
        write("keep.vagrant", "kept");

        var made = DeliveryCopy.of(root, copy, DeliveryCopy.USUAL);

        assertThat(copy.resolve(".vagrant")).doesNotExist();
        assertThat(copy.resolve("part/.vagrant")).doesNotExist();
        assertThat(Files.exists(copy.resolve("odd/.vagrant"), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(copy.resolve("keep.vagrant")).exists();
        assertThat(made.leftOut()).containsExactlyInAnyOrder(Path.of("again"), Path.of("key"));
    }

    @Test
    void linksThatLeadOutAreLeftOutHoweverTheyGetThere() throws IOException {
        Files.createDirectories(root.resolve("a/b"));
        link("absolute", folder.resolve("secret"));
        link("up", Path.of("../secret"));
        link("folder", folder);
        link("nowhere", Path.of("not/there"));
        link("round", Path.of("round"));
        link("here", Path.of("."));
        // Two folders down by its words, and none in fact.
        link("by-the-way", Path.of("here/here/../secret"));
        link("device", Path.of("/dev/zero"));

        var made = DeliveryCopy.of(root, copy, DeliveryCopy.USUAL);

        assertThat(made.leftOut()).extracting(Path::toString).containsExactlyInAnyOrder("absolute", "up", "folder", "nowhere", "round", "by-the-way", "device");
        try (var all = Files.walk(copy)) {
            assertThat(all.filter(Files::isSymbolicLink)).containsExactly(copy.resolve("here"));
        }
    }

    @Test
    void linksThatStayInsideLeadToTheCopy() throws IOException {
        write("shared/haproxy.cfg", "global");
        Files.createDirectories(root.resolve("vm/one"));
        link("vm/one/haproxy.cfg", Path.of("../../shared/haproxy.cfg"));
        link("absolute", root.resolve("shared"));

        DeliveryCopy.of(root, copy, DeliveryCopy.USUAL);

        assertThat(copy.resolve("vm/one/haproxy.cfg").toRealPath()).isEqualTo(copy.toRealPath().resolve("shared/haproxy.cfg"));
        assertThat(copy.resolve("absolute").toRealPath()).isEqualTo(copy.toRealPath().resolve("shared"));
    }

    @Test
    void whatIsNeitherFileNorFolderIsNotOpened() {
        assertThat(Command.of("mkfifo", root.resolve("pipe").toString()).run().ok()).isTrue();

        assertThat(DeliveryCopy.of(root, copy, DeliveryCopy.USUAL).leftOut()).containsExactly(Path.of("pipe"));
    }

    @Test
    void tooMuchOfItIsToldWithThePlaceAndTheRemedy() throws IOException {
        write("box\u001b]0;x.img", "x".repeat(3 << 20));
        write("small", "x");

        assertThatThrownBy(() -> DeliveryCopy.of(root, copy, new Bounds(2 << 20, 100, 10))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("larger than 2 MB (on reaching box·]0;x.img)").hasMessageContaining("Quite lo que no haga falta");
        assertThat(Files.size(copy.resolve("box\u001b]0;x.img"))).isLessThanOrEqualTo(2 << 20);
        assertThatThrownBy(() -> DeliveryCopy.of(root, folder.resolve("other"), new Bounds(9 << 20, 2, 10))).hasMessageContaining("more than 2 files");
    }

    @Test
    void aFileThatClaimsToBeSmallIsCountedAsItIsRead() throws IOException {
        var huge = write("sparse", "");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(50L << 20);
        }

        assertThatThrownBy(() -> DeliveryCopy.of(root, copy, new Bounds(1 << 20, 100, 10))).isInstanceOf(CannotStart.class);
        assertThat(Files.size(copy.resolve("sparse"))).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void foldersWithinFoldersHaveAnEnd() throws IOException {
        write("d/".repeat(60) + "file", "x");
        assertThat(DeliveryCopy.of(root, copy, DeliveryCopy.USUAL).bytes()).isEqualTo(1);

        write("d/".repeat(61) + "file", "x");
        assertThatThrownBy(() -> DeliveryCopy.of(root, folder.resolve("other"), DeliveryCopy.USUAL)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("more than 60 deep");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> DeliveryCopy.of(folder.resolve("absent"), copy, DeliveryCopy.USUAL)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("absent");
    }

    private Path write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void link(String name, Path leads) throws IOException {
        Files.createSymbolicLink(root.resolve(name), leads);
    }
}
