package relevo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.OwnTests.OtherTool;
import relevo.observation.PlanDescription.Reading;
import relevo.testing.Jmx;

class PlanFilesTest {

    @TempDir
    private Path folder;

    private Path put(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private java.util.List<String> found() {
        return PlanFiles.in(folder).plans().stream().map(plan -> plan.description().file()).toList();
    }

    @Test
    @DisplayName("plans are found in any letters, down to a depth, and not among what tools put there")
    void found(@TempDir Path outside) throws IOException {
        put("b.JMX", Jmx.plan());
        put("tests/a.jmx", Jmx.plan());
        put("1/2/3/4/5/in.jmx", Jmx.plan());
        put("1/2/3/4/5/6/too-deep.jmx", Jmx.plan());
        put(".git/x.jmx", Jmx.plan());
        put("node_modules/x.jmx", Jmx.plan());
        put("x.jmx.bak", Jmx.plan());
        Files.createDirectory(folder.resolve("folder.jmx"));
        Files.write(outside.resolve("secret.jmx"), Jmx.plan());
        Files.createSymbolicLink(folder.resolve("link.jmx"), outside.resolve("secret.jmx"));
        Files.createSymbolicLink(folder.resolve("way-out"), outside);
        Files.createSymbolicLink(folder.resolve("round"), folder);

        assertThat(found()).containsExactly("1/2/3/4/5/in.jmx", "b.JMX", "tests/a.jmx");
    }

    @Test
    @DisplayName("one file of 50 MB is said to be too large, and not read; twelve are enough")
    void large() throws IOException {
        try (var large = new RandomAccessFile(folder.resolve("0.jmx").toFile(), "rw")) {
            large.setLength(50L << 20);
        }
        for (int i = 1; i < 15; i++) {
            put("p" + i + ".jmx", Jmx.plan());
        }
        var files = PlanFiles.in(folder);

        assertThat(files.plans()).hasSize(12);
        assertThat(files.plans().get(0).description().reading()).isEqualTo(Reading.TOO_LARGE);
        assertThat(files.more()).isEqualTo(3);
    }

    @Test
    @DisplayName("a name that acts on a terminal is shown harmless")
    void names() throws IOException {
        put("a\u001b[31m<b>.jmx", Jmx.plan());

        assertThat(found()).containsExactly("a·[31m<b>.jmx");
    }

    @Test
    @DisplayName("no folder, no tests")
    void none() {
        assertThat(PlanFiles.in(folder.resolve("nowhere"))).isEqualTo(new PlanFiles(java.util.List.of(), java.util.List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "load.js         | k6        | import http from 'k6/http';",
        "locustfile.py   | Locust    | from locust import HttpUser, task",
        "stress.yml      | Artillery | config:\\n  target: http://10.0.0.1\\n  phases:\\n    - duration: 60",
        "run.sh          | ab        | ab -n 1000 -c 50 http://10.0.0.1/",
        "more.sh         | hey       | sudo hey -z 30s -c 50 http://10.0.0.1/",
        "Makefile        | wrk       | load:\\n\\twrk -t2 -c100 http://10.0.0.1/",
    })
    @DisplayName("other tools' scripts are named")
    void others(String name, String tool, String text) throws IOException {
        put("t/" + name, text.replace("\\n", "\n").replace("\\t", "\t").getBytes());

        assertThat(PlanFiles.in(folder).others()).containsExactly(new OtherTool("t/" + name, tool));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "app.js        | import http from 'http';",
        "view.py       | import local",
        "compose.yml   | services:\\n  target: x",
        "provision.sh  | lxc exec grab -n 3; tab -n 2",
        "notes.txt     | ab -n 1000 http://10.0.0.1/",
    })
    @DisplayName("what only looks like one is not")
    void notOthers(String name, String text) throws IOException {
        put(name, text.replace("\\n", "\n").getBytes());

        assertThat(PlanFiles.in(folder).others()).isEmpty();
    }
}
