package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Script;
import relevo.observation.Page;
import relevo.verdict.CannotCheck;

class MarkersTest {

    private final Markers markers = new Markers();

    @Test
    @DisplayName("the marker goes into every document root that Apache names, and only there")
    void everyRoot(@TempDir Path folder) throws IOException {
        var main = Files.createDirectory(folder.resolve("main"));
        var site = Files.createDirectory(folder.resolve("a site"));
        var shop = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(folder.resolve("sites.conf"), """
                <VirtualHost *:80>
                    DocumentRoot "%s"
                </VirtualHost>
                <VirtualHost *:80>
                    ServerName shop
                    documentroot %s
                </VirtualHost>
                """.formatted(site, shop));
        var old = Files.writeString(site.resolve("relevo-deadbeef.txt"), "of a run that was interrupted");
        var mine = Files.writeString(site.resolve("index.html"), "theirs");

        var written = run(folder, main, markers.path(), "content");

        assertThat(written.complaint()).isEmpty();
        assertThat(main.resolve(markers.path().substring(1))).hasContent("content");
        assertThat(site.resolve(markers.path().substring(1))).hasContent("content");
        assertThat(shop.resolve(markers.path().substring(1))).hasContent("content");
        assertThat(old).doesNotExist();
        assertThat(mine).hasContent("theirs");

        run(folder, main, markers.path(), "");

        assertThat(site.toFile().list()).containsExactly("index.html");
        assertThat(shop).isEmptyDirectory();
    }

    /** With an apache2ctl that answers as Debian's does, of the files in this folder. */
    private static Output run(Path folder, Path main, String path, String content) throws IOException {
        var apache2ctl = folder.resolve("apache2ctl");
        Files.writeString(apache2ctl, """
                #!/bin/sh
                case "$*" in
                    *DUMP_VHOSTS*)
                        echo '*:80   is a NameVirtualHost'
                        echo '       default server web1 (%1$s/sites.conf:1)'
                        echo '       port 80 namevhost shop (%1$s/sites.conf:4)' ;;
                    *) echo 'Main DocumentRoot: "%2$s"' ;;
                esac
                """.formatted(folder, main));
        assertThat(apache2ctl.toFile().setExecutable(true)).isTrue();
        return Command.of("sh", "-c", Script.text("markers"), "markers", path, content).with(Map.of("PATH", folder + ":" + System.getenv("PATH"))).run();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 301, 403, 500, 503})
    @DisplayName("an Apache that is off, refuses or fails is judged by that")
    void judgedByThat(int status) {
        markers.readBack("web1", new Page(status, Map.of(), ""));

        assertThatCode(markers::mustBeWritten).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    @DisplayName("a marker that does not come back cannot identify anybody")
    void notServed(int status) {
        markers.readBack("web1", new Page(status, Map.of(), "Not Found"));

        assertThatThrownBy(markers::mustBeWritten).isInstanceOf(CannotCheck.class).hasMessageContaining("web1").hasMessageContaining("apache2ctl -S");
    }
}
