package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {

    private static final String CFG = "haproxy.cfg";
    private static final String PAGE = "503.http";

    @TempDir
    private Path folder;

    private Edits edits;

    @BeforeEach
    void begin() throws IOException {
        write(CFG, "global\n");
        write(PAGE, "HTTP/1.1 503\r\n");
        edits = new Edits(folder, List.of(CFG, PAGE, "cluster.yaml"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    @DisplayName("what is as it was is not saved, however often one looks")
    void nothing() {
        assertThat(edits.saved()).isEmpty();
        assertThat(edits.saved()).isEmpty();
    }

    @Test
    @DisplayName("what was changed is taken once it is the same at two looks, and once")
    void changed() throws IOException {
        write(CFG, "global\n# more\n");

        assertThat(edits.saved()).as("may still be being written").isEmpty();
        assertThat(edits.saved()).containsExactly(CFG);
        assertThat(edits.saved()).isEmpty();
    }

    @Test
    @DisplayName("what is written little by little is taken when it is whole")
    void halfWritten() throws IOException {
        write(CFG, "");
        assertThat(edits.saved()).isEmpty();
        write(CFG, "glo");
        assertThat(edits.saved()).isEmpty();
        write(CFG, "global\n    maxconn 10\n");
        assertThat(edits.saved()).isEmpty();

        assertThat(edits.saved()).containsExactly(CFG);
    }

    @Test
    @DisplayName("a file that another one is moved over is changed")
    void renamed() throws IOException {
        write("haproxy.cfg~", "global\n    maxconn 10\n");
        Files.move(folder.resolve("haproxy.cfg~"), folder.resolve(CFG), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        edits.saved();
        assertThat(edits.saved()).containsExactly(CFG);
    }

    @Test
    @DisplayName("one that is touched, written anew or moved over without a change is not")
    void touched() throws IOException {
        Files.setLastModifiedTime(folder.resolve(CFG), FileTime.fromMillis(0));
        assertThat(edits.saved()).isEmpty();
        write("new", "global\n");
        Files.move(folder.resolve("new"), folder.resolve(CFG), StandardCopyOption.REPLACE_EXISTING);
        assertThat(edits.saved()).isEmpty();
        assertThat(edits.saved()).isEmpty();
    }

    @Test
    @DisplayName("one that is changed and changed back before it was taken is not; what was half seen of it is forgotten")
    void changedBack() throws IOException {
        write(CFG, "other");
        assertThat(edits.saved()).isEmpty();
        write(CFG, "global\n");
        assertThat(edits.saved()).isEmpty();
        write(CFG, "other");
        assertThat(edits.saved()).as("seen once only since").isEmpty();

        assertThat(edits.saved()).containsExactly(CFG);
        write(CFG, "global\n");
        edits.saved();
        assertThat(edits.saved()).as("changed back after it was taken").containsExactly(CFG);
    }

    @Test
    @DisplayName("one that is gone for a moment and comes back as it was is not changed")
    void gone() throws IOException {
        Files.delete(folder.resolve(CFG));
        assertThat(edits.saved()).isEmpty();
        write(CFG, "global\n");

        assertThat(edits.saved()).isEmpty();
        assertThat(edits.saved()).isEmpty();
    }

    @Test
    @DisplayName("one that comes back otherwise is, and so is one that stays away, and one that was never there and comes")
    void comesAndGoes() throws IOException {
        Files.delete(folder.resolve(CFG));
        edits.saved();
        write(CFG, "other");
        edits.saved();
        assertThat(edits.saved()).as("came back otherwise").containsExactly(CFG);

        Files.delete(folder.resolve(PAGE));
        edits.saved();
        assertThat(edits.saved()).as("stays away").containsExactly(PAGE);
        assertThat(edits.saved()).isEmpty();

        write("cluster.yaml", "nodes: {}\n");
        edits.saved();
        assertThat(edits.saved()).as("never was there").containsExactly("cluster.yaml");
    }

    @Test
    @DisplayName("several are told in the order in which they were given; others in the folder are nobody's business")
    void several() throws IOException {
        write(PAGE, "a");
        write(CFG, "b");
        write("notes.txt", "c");
        edits.saved();

        assertThat(edits.saved()).containsExactly(CFG, PAGE);
    }

    @Test
    @DisplayName("an empty file is not one that is not there")
    void emptied() throws IOException {
        write("cluster.yaml", "");
        edits.saved();

        assertThat(edits.saved()).containsExactly("cluster.yaml");
    }

    @Test
    @DisplayName("bytes that are no text are a content like any other, and a folder in a file's place is none")
    void notText() throws IOException {
        Files.write(folder.resolve(CFG), new byte[] {(byte) 0xff, 0, (byte) 0xc3});
        edits.saved();
        assertThat(edits.saved()).containsExactly(CFG);

        Files.createDirectory(folder.resolve("cluster.yaml"));
        edits.saved();
        assertThat(edits.saved()).isEmpty();
    }
}
