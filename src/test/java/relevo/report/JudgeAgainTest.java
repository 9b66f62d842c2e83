package relevo.report;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.Folder;
import relevo.archive.OralDefence;
import relevo.archive.SavedDefence;
import relevo.archive.SavedLoad;
import relevo.archive.SavedObservations;
import relevo.judge.Ruling;
import relevo.judge.Rulings;
import relevo.observation.LoadRun;
import relevo.observation.Provenance;
import relevo.testing.Samples;
import relevo.testing.SeenSamples;
import relevo.verdict.Verdict;
import relevo.words.Text;

class JudgeAgainTest {

    private static final Verdict NO_CLUSTER = Verdict.couldNotCheck(Text.of("El navegador no abrió.", "The browser did not open."), Text.same("chromium"));
    /** Its test ended before anything was observed. */
    private static final String UNSEEN = "G3.1";
    /** Not asked for in this run. */
    private static final String ABSENT = "B3";

    @TempDir
    private Path folder;
    private Path reports;

    /** A whole run, as the suite leaves it: an observation for every requirement, in whatever state, graded by a teacher's own points. */
    @BeforeEach
    void run() {
        reports = folder.resolve("reports");
        var saved = new SavedObservations(reports);
        var load = new SavedLoad(reports.resolve("load"));
        var results = new ArrayList<Result>();
        var samples = SeenSamples.byKind();
        for (var ruling : Rulings.ALL) {
            var of = samples.get(ruling.seen());
            var seen = of.get(Math.floorMod(ruling.id().hashCode(), of.size()));
            if (seen instanceof LoadRun run) {
                load.keep(run);
            }
            saved.keep(ruling.id(), 1, seen);
            results.add(new Result(ruling.id(), ruling.on(seen), 1.25 * results.size(), List.of("evidence/" + ruling.id() + "/observation.json"),
                    "mvn verify -Dit.test=" + ruling.id()));
        }
        load.keep(new Provenance("2026-03-14T09:26:53-05:00", "", "3f9c2a71b0de", "docker", Map.of(), "", 1, 0, List.of("smoke", "average", "stress", "late")));
        saved.keepVerdict(UNSEEN, NO_CLUSTER);
        results.replaceAll(result -> result.id().equals(UNSEEN) ? new Result(UNSEEN, NO_CLUSTER, 0.5, List.of(), "") : result);
        results.removeIf(result -> result.id().equals(ABSENT));
        var points = new LinkedHashMap<String, BigDecimal>();
        Samples.CATALOGUE.requirements().forEach(requirement -> points.put(requirement.id(), requirement.points()));
        points.put("B6", new BigDecimal("0.35"));
        ReportFiles.write(Checklist.of(Samples.CATALOGUE, Rubric.of(Samples.CATALOGUE, points), results,
                Rulings.ALL.stream().map(Ruling::id).collect(toSet()), Samples.run(false)), reports);
    }

    private record Ended(int status, String out, String err) {
    }

    private static Ended judged(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var status = JudgeAgain.run(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        var path = reports.resolve(file);
        var before = Files.readString(path);
        var after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }

    @Test
    @DisplayName("a whole run is judged again, from its folder alone: the same checklist on the console, the same verdicts, and nothing written")
    void theSame() throws IOException {
        var before = listing();

        var ended = judged(reports);

        assertThat(ended.err).isEmpty();
        assertThat(ended.out).contains("los mismos %d veredictos".formatted(Rulings.ALL.size() - 1), "Ejecución parcial")
                .containsPattern("B6 +0.0/0.35 |B6 +0.35/0.35 ")
                .contains("sin juez, como lo dio la ejecución · without a judge, as the run gave it: G3.1\n").doesNotContain("no se guardó");
        assertThat(ended.status).isZero();
        assertThat(listing()).isEqualTo(before);
    }

    private Map<String, String> listing() throws IOException {
        var listing = new LinkedHashMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                listing.put(file.toString(), Files.readString(file));
            }
        }
        return listing;
    }

    @Test
    @DisplayName("the forms are made anew, byte for byte, in the folder that was asked for, and the load report with them")
    void into() {
        var into = folder.resolve("again");

        assertThat(judged("--into", into, reports).status).isZero();

        for (var form : List.of("checklist.json", "checklist.md", "checklist.html")) {
            assertThat(into.resolve(form)).hasSameBinaryContentAs(reports.resolve(form));
        }
        assertThat(into.resolve("load/summary.json")).content().contains("\"B1\"", "\"L2\"");
        assertThat(into.resolve("load/index.html")).exists();
        assertThat(into.resolve("evidence")).doesNotExist();
    }

    @Test
    @DisplayName("what an oral defence left is in the forms that are made anew, and changes no verdict")
    void defended() throws IOException {
        var before = Files.readString(reports.resolve("checklist.json"));
        new SavedDefence(reports).keep(new OralDefence("/d", "t", List.of(), "bien", Optional.of(new BigDecimal("0.8")), new BigDecimal("1.0")));
        var into = folder.resolve("again");

        var ended = judged("--into", into, reports);

        assertThat(ended.status).isZero();
        assertThat(ended.out).contains("D1   0.8/1.0   La calificó el docente", "+ 0.8 que dio el docente");
        assertThat(into.resolve("checklist.json")).content().containsPattern("\"byHand\" : 0\\.8,").contains("\"notes\" : \"bien\"");
        assertThat(into.resolve("checklist.md")).content().contains("0.8 / 1.0");
        assertThat(reports.resolve("checklist.json")).hasContent(before);
    }

    @Test
    @DisplayName("a verdict that is another one is told, before and now")
    void changed() throws IOException {
        edit("evidence/C2/observation.json", json -> json.replace("\"answered\":true", "\"answered\":false"));

        var ended = judged(reports);

        assertThat(ended.status).isEqualTo(1);
        assertThat(ended.out).contains("! C2: met · ", "\n  -> notMet · ", "1 de %d veredictos cambiaron".formatted(Rulings.ALL.size() - 1))
                .endsWith("changed: C2\n");
    }

    @Test
    @DisplayName("one other letter in what was said is a change")
    void otherWords() throws IOException {
        edit("checklist.json", json -> json.replaceFirst("(?s)(\"id\" : \"G5\".*?\"reason\" : \\{\\s+\"es\" : \")", "$1x"));

        var ended = judged(reports);

        assertThat(ended.status).isEqualTo(1);
        assertThat(ended.out).endsWith("changed: G5\n");
    }

    @Test
    @DisplayName("a requirement of which nothing is saved is named")
    void nothingSaved() throws IOException {
        Folder.remove(reports.resolve("evidence/B5"));

        var ended = judged(reports);

        assertThat(ended.status).isEqualTo(1);
        assertThat(ended.out).contains("? no se guardó nada · nothing was saved: B5\n").endsWith("changed: B5\n");
    }

    @Test
    @DisplayName("what an earlier run left for a requirement that this one did not look at is nobody's business")
    void leftOver() throws IOException {
        Files.writeString(reports.resolve("evidence").resolve(ABSENT).resolve("observation.json"), "{\"slowness\":1.0,\"seen\":\"load that is gone\"}");

        var ended = judged("--into", folder.resolve("again"), reports);

        assertThat(ended.out).contains("not run: ").doesNotContain(ABSENT + "   ");
        assertThat(ended.status).isZero();
    }

    @Test
    @DisplayName("what cannot be judged is refused in one line that names it")
    void refused() throws IOException {
        refused("no-such-folder", folder.resolve("no-such-folder"));
        refused("usage", reports, reports);
        refused("usage", "--into", folder, reports, "more");
        refused("usage", "--into");
        refused("not a path", "a\0b");
        edit("evidence/B4/observation.json", json -> json.substring(0, json.length() / 2));
        refused("evidence/B4/observation.json", reports);
        edit("checklist.json", json -> json.replace("\"ran\"", "\"walked\""));
        refused("checklist.json", reports);
        edit("checklist.json", json -> json.substring(9));
        refused("checklist.json", reports);
    }

    private static void refused(String why, Object... arguments) {
        var ended = judged(arguments);
        assertThat(ended.status).isEqualTo(2);
        assertThat(ended.out).isEmpty();
        assertThat(ended.err).contains(why).doesNotContain("\tat ", "com.fasterxml").satisfies(err -> assertThat(err.lines()).hasSize(1));
    }
}
