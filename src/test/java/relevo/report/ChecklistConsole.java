package relevo.report;

import static java.util.stream.Collectors.joining;

import java.util.function.Predicate;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * The checklist for a terminal: first what to begin with, and what waits for it; then a line for each requirement that the run looked at.
 * Those that were not run, or fail for one common cause, share a line.
 */
public final class ChecklistConsole {

    private static final int INDENT = 8;

    private final Checklist checklist;
    private final boolean ascii;
    private final boolean verbose;
    private final StringBuilder out = new StringBuilder();

    private ChecklistConsole(Checklist checklist, boolean ascii, boolean verbose) {
        this.checklist = checklist;
        this.ascii = ascii;
        this.verbose = verbose;
    }

    /**
     * The lines.
     *
     * @param ascii whether the marks are ASCII, for terminals that show nothing else
     */
    public static String render(Checklist checklist, boolean ascii) {
        return render(checklist, ascii, false);
    }

    /**
     * The lines.
     *
     * @param ascii   whether the marks are ASCII, for terminals that show nothing else
     * @param verbose whether what was seen of a met requirement is told, too, and the statistical test that a verdict rests on
     */
    public static String render(Checklist checklist, boolean ascii, boolean verbose) {
        return new ChecklistConsole(checklist, ascii, verbose).document();
    }

    /** How the machines were left, alone: what is known only when the checklist was printed; empty where it is not known. */
    public static String left(Checklist checklist) {
        var console = new ChecklistConsole(checklist, false, false);
        console.leaving();
        return console.out.toString();
    }

    private String document() {
        Notices.of(checklist).forEach(notice -> {
            line("! ", notice.es());
            line("! ", notice.en());
        });
        roots();
        checklist.rows().stream().filter(row -> !checklist.saidOnTop(row) && !skipped(row)).forEach(this::row);
        together("por esa causa · for that reason", checklist::saidOnTop);
        together("sin ejecutar · not run", ChecklistConsole::skipped);
        leaving();
        score();
        return out.toString();
    }

    private void leaving() {
        checklist.left().ifPresent(left -> {
            line(left.certain() ? "" : "! ", Leaving.line(left).es());
            line(left.certain() ? "" : "! ", Leaving.line(left).en());
        });
    }

    private void roots() {
        var roots = checklist.roots();
        if (!roots.isEmpty()) {
            line("", "Empiece por aquí · Start here");
            roots.forEach(this::root);
            line("", "");
        }
    }

    private void root(Root root) {
        var row = root.row();
        var stake = root.stake();
        line("", headline(row) + (stake.es().isEmpty() ? "" : "  (" + stake.es() + "; " + stake.en() + ")"));
        part("requisito", row.requirement().title().es());
        part("se esperaba", row.verdict().expected().es());
        part(found(row).es(), row.told().es());
        part("mire", row.verdict().remedy().es());
        part("requirement", row.requirement().title().en());
        part("expected", row.verdict().expected().en());
        part(found(row).en(), row.told().en());
        part("look at", row.verdict().remedy().en());
        test(row);
        part("en espera · waiting", root.waiting().stream().map(Row::id).collect(joining(", ")));
        part("repetir · repeat", row.repeat());
    }

    private static Text found(Row row) {
        return row.state() == State.COULD_NOT_CHECK ? Text.of("motivo", "reason") : Text.of("se vio", "seen");
    }

    private void score() {
        var score = checklist.score();
        var line = new StringBuilder("= %s / %s puntos automáticos · automatic points".formatted(Points.show(score.earned()), Points.show(score.automatic())));
        Parts.of(score).forEach(part -> line.append("; ").append(Points.show(part.points())).append(' ').append(part.label().es()).append(" · ")
                .append(part.label().en()));
        checklist.given().ifPresent(given -> line.append("; + ").append(Points.show(given)).append(" que dio el docente · given by the teacher"));
        checklist.grade().ifPresent(grade -> line.append(" = ").append(Points.show(grade)).append(" / ").append(Points.show(score.total())));
        line("", line.toString());
    }

    private static boolean skipped(Row row) {
        return !row.ran() && row.requirement().level().automatic();
    }

    private void together(String what, Predicate<Row> which) {
        var ids = checklist.rows().stream().filter(which).map(Row::id).collect(joining(" "));
        if (!ids.isEmpty()) {
            line("", mark(State.COULD_NOT_CHECK) + " " + what + ": " + ids);
        }
    }

    private String headline(Row row) {
        var points = row.points().signum() == 0 ? "" : row.earned().map(Points::show).orElse("_") + "/" + Points.show(row.points());
        var extra = row.requirement().level() == Level.EXTRA ? " (extra)" : "";
        var label = row.label();
        return "%s %-4s %-9s %s · %s%s".formatted(mark(row.state()), row.id(), points, label.es(), label.en(), extra);
    }

    private void row(Row row) {
        line("", headline(row));
        if (!row.requirement().level().automatic()) {
            part("", row.requirement().title().es() + " · " + row.requirement().title().en());
            if (row.id().equals(Defended.ROW) && checklist.defence().isPresent()) {
                part("se vio", row.told().es());
                part("seen", row.told().en());
            }
        } else if (row.state() == State.FOR_THE_TEACHER) {
            part("se vio", row.told().es());
            part("mire", row.verdict().remedy().es());
            part("seen", row.told().en());
            part("look at", row.verdict().remedy().en());
        } else if (row.state() == State.NOT_APPLICABLE && row.points().signum() > 0) {
            part("motivo", row.told().es());
            part("reason", row.told().en());
        } else if (verbose && row.state() == State.MET) {
            part("se vio", row.told().es());
            part("seen", row.told().en());
        }
        if (!row.isRoot()) {
            test(row);
        }
        part("nota", row.note().es());
        part("note", row.note().en());
    }

    private void test(Row row) {
        if (verbose) {
            part("prueba estadística", row.verdict().test().es());
            part("statistical test", row.verdict().test().en());
        }
    }

    private void part(String label, String value) {
        if (!value.isEmpty()) {
            line(" ".repeat(INDENT), label.isEmpty() ? value : label + ": " + value);
        }
    }

    private String mark(State state) {
        return ascii ? state.ascii() : state.symbol();
    }

    private void line(String indent, String text) {
        out.append(indent).append(Printable.of(text).replace("\n", "\n" + " ".repeat(INDENT + 2))).append('\n');
    }
}
