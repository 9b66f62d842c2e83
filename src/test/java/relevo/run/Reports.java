package relevo.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.archive.Folder;
import relevo.archive.OralDefence;
import relevo.archive.SavedDefence;
import relevo.archive.SavedLeftAsFound;
import relevo.load.Dashboard;
import relevo.load.Scenarios;
import relevo.observation.LeftAsFound;
import relevo.report.Catalogue;
import relevo.report.Checklist;
import relevo.report.ChecklistConsole;
import relevo.report.ReportFiles;
import relevo.report.Result;
import relevo.report.Rubric;
import relevo.report.RunInfo;
import relevo.report.SavedRun;
import relevo.report.load.LoadReport;
import relevo.verdict.CannotStart;
import relevo.words.Printable;
import relevo.words.Text;

/** Writes the checklist in all its forms. */
public final class Reports {

    private static final String CHECKLIST = "checklist.json";

    private Reports() {
    }

    /** Writes the checklist of a run, and its load report where there is one. */
    public static void write(List<Result> results, CurrentRun run, Set<String> specified) {
        var catalogue = Catalogue.load();
        var where = run.circumstances();
        var judged = results.stream().map(Result::id).collect(Collectors.toCollection(HashSet::new));
        var info = new RunInfo(where.substrate(), run.startedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                Duration.between(run.startedAt(), OffsetDateTime.now()).toMillis() / 1000.0, where.versions(), where.nodesStandIn(),
                judged.containsAll(specified));
        var checklist = Checklist.of(catalogue, rubricOrStandard(catalogue), results, specified, info)
                .leaving(new SavedLeftAsFound(run.reports()).read()).defended(new SavedDefence(run.reports()).read());
        run.wrote(checklist);
        ReportFiles.write(checklist, run.reports());
        System.out.println(ChecklistConsole.render(checklist, false, Boolean.parseBoolean(System.getProperty("relevo.verbose", "false"))));
        // Last: what went wrong with it must not hide the checklist.
        writeLoad(run, judged);
    }

    /** Saves how the machines were left, and tells it in every form of the checklist, which may have been written before that could be known. */
    static void leave(CurrentRun run, LeftAsFound left) {
        new SavedLeftAsFound(run.reports()).keep(left);
        run.checklist().map(checklist -> checklist.leaving(Optional.of(left))).ifPresent(checklist -> {
            ReportFiles.write(checklist, run.reports());
            System.out.println(ChecklistConsole.left(checklist));
        });
    }

    /**
     * Saves what an oral defence left, and tells it in every form of the checklist, where a run of this delivery has written one; with the verdicts and
     * the points that are in it.
     *
     * @param reports that the checklist is in
     * @throws IllegalArgumentException when the checklist there cannot be read; the defence is saved all the same
     */
    public static void defended(Path reports, OralDefence defence) {
        new SavedDefence(reports).keep(defence);
        if (Files.exists(reports.resolve(CHECKLIST))) {
            var catalogue = Catalogue.load();
            ReportFiles.write(SavedRun.in(reports).asGivenBy(catalogue, rubricOrStandard(catalogue)), reports);
        }
    }

    /** What an oral defence of the run's delivery left, where there was one; that of another one is put aside, see {@link SavedDefence}. */
    public static Optional<OralDefence> defenceOf(CurrentRun run) {
        putAsideUnlessOf(run);
        return new SavedDefence(run.reports()).read();
    }

    /** How the run's delivery is called in what is saved of its defence. */
    public static String nameOf(CurrentRun run) {
        return run.delivery().normalize().toString();
    }

    /** What the oral defence is worth under the rubric that was asked for, points. */
    public static BigDecimal worthOfDefence() {
        return rubricOrStandard(Catalogue.load()).points("D1");
    }

    private static void putAsideUnlessOf(CurrentRun run) {
        new SavedDefence(run.reports()).putAsideUnlessOf(nameOf(run)).ifPresent(aside -> System.out.println(
                "Sustentación de otra entrega, o ilegible, guardada aparte · Defence of another delivery, or unreadable, put aside: "
                        + Printable.of(aside.toString()) + "\n"));
    }

    private static void writeLoad(CurrentRun run, Set<String> judged) {
        var saved = run.savedLoad();
        if (Files.isDirectory(saved.folder())) {
            try (var results = Files.find(saved.folder(), 2, (path, attributes) -> path.toString().endsWith(".jtl"))) {
                results.sorted().forEach(Dashboard::write);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            saved.keep(Origin.of(run));
            LoadReport.write(run.reports(), judged, run.reports());
            System.out.println("Informe de carga · Load report: reports/load/index.html\n");
        }
    }

    /** Puts the load report of an earlier run aside, to compare this one's with. */
    private static void putLoadAside(Path reports) throws IOException {
        var load = reports.resolve("load");
        var before = reports.resolve("load-before");
        if (Files.isDirectory(load)) {
            Folder.remove(before);
            Files.move(load, before);
        }
    }

    /**
     * Removes what an earlier run found and its checklist, which must not be taken for this one's, and looks whether this one can be graded. The oral
     * defence of the same delivery stays, and its points go into the checklist of this run; that of another one is put aside, and that is said.
     */
    static void begin(CurrentRun run) {
        var reports = run.reports();
        try {
            putAsideUnlessOf(run);
            for (var name : List.of(CHECKLIST, "checklist.md", "checklist.html", "inventory.json", "configuration.json", "left-as-found.json")) {
                Files.deleteIfExists(reports.resolve(name));
            }
            mustHaveScenarios();
            putLoadAside(reports);
            rubric(Catalogue.load());
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        } catch (IllegalArgumentException invalid) {
            throw new CannotStart(Text.of("La rúbrica no sirve: %s", "The rubric will not do: %s", invalid.getMessage()),
                    Text.of("Corríjala o quite -Drelevo.rubric.", "Correct it, or leave -Drelevo.rubric out."), invalid);
        }
    }

    private static void mustHaveScenarios() {
        try {
            Scenarios.requested();
            Scenarios.only();
            Scenarios.all();
        } catch (IllegalArgumentException invalid) {
            throw new CannotStart(Text.of("Los escenarios de carga no sirven: %s", "The load scenarios will not do: %s", invalid.getMessage()),
                    Text.of("Corrija el fichero, -Drelevo.scenarios, -Drelevo.load.also o -Drelevo.load.only.",
                            "Correct the file, -Drelevo.scenarios, -Drelevo.load.also or -Drelevo.load.only."), invalid);
        }
    }

    private static Rubric rubric(Catalogue catalogue) {
        var asked = System.getProperty("relevo.rubric");
        return asked == null ? Rubric.of(catalogue) : Rubric.named(asked, Path.of("rubrics"), catalogue);
    }

    /** A rubric that was refused at the start grades nothing; the checklist is still written, to say so. */
    private static Rubric rubricOrStandard(Catalogue catalogue) {
        try {
            return rubric(catalogue);
        } catch (IllegalArgumentException toldAtTheStart) {
            return Rubric.of(catalogue);
        }
    }
}
