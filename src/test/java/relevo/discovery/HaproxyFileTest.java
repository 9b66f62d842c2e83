package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Section;

class HaproxyFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "  server web1 10.0.0.1:80 check  # the first | server,web1,10.0.0.1:80,check",
        "stats realm Strictly\\ private             | stats,realm,Strictly private",
        "stats auth \"${USER}:${PASSWORD}\"         | stats,auth,ana:s3cret",
        "http-request set-header X 'a # b ${USER}'  | http-request,set-header,X,a # b ${USER}",
        "acl x path_beg \\#a                        | acl,x,path_beg,#a",
        "# nothing                                  | ``",
        "option\thttplog\r                          | option,httplog",
        "log \"$USER\"x                             | log,anax",
        "name \"\"                                  | name,",
        "use_backend b if { be_conn(a) ge 40 }      | use_backend,b,if,{,be_conn(a),ge,40,}",
    })
    void words(String line, String words) {
        assertThat(String.join(",", HaproxyFile.words(line, Map.of("USER", "ana", "PASSWORD", "s3cret")))).isEqualTo(words == null ? "" : words);
    }

    @Test
    @DisplayName("a line that ends in the midst of a quote or a variable is read to its end")
    void broken() {
        assertThat(HaproxyFile.words("a \"b c", Map.of())).containsExactly("a", "b c");
        assertThat(HaproxyFile.words("a \"${B", Map.of("B", "x"))).containsExactly("a", "x");
        assertThat(HaproxyFile.words("a \\", Map.of())).containsExactly("a", "\\");
    }

    @Test
    @DisplayName("the reference's own file")
    void reference() throws IOException {
        var sections = HaproxyFile.sections("haproxy.cfg", Files.readString(Path.of("infra/haproxy.cfg")), Map.of("STATS_USER", "u", "STATS_PASSWORD", "p"));

        assertThat(sections).extracting(Section::kind).containsExactly("global", "http-errors", "defaults", "frontend", "backend", "backend", "listen");
        var production = sections.get(4);
        assertThat(production.name()).isEqualTo("production");
        assertThat(production.having("server")).hasSize(4);
        assertThat(sections.get(3).having("use_backend").findFirst().orElseThrow().words()).contains("overflow", "be_conn_free(production)", "lt", "1");
        assertThat(sections.get(6).having("stats", "auth").findFirst().orElseThrow().words()).isEqualTo(List.of("stats", "auth", "u:p"));
        assertThat(sections.get(0).having("stats", "socket").findFirst().orElseThrow().after("mode")).isEqualTo("600");
        var web1 = production.having("server").findFirst().orElseThrow();
        assertThat(Files.readAllLines(Path.of("infra/haproxy.cfg")).get(web1.line() - 1)).contains("server web1");
    }
}
