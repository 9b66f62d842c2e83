package relevo.report;

import static java.util.stream.Collectors.joining;

import java.util.function.Predicate;
import relevo.words.Text;

/**
 * The checklist for a terminal: a line for each requirement that the run looked at, and for those in trouble what to look at;
 * those that were not run, or fail for one common cause, share a line.
 */
public final class ChecklistConsole {

    private static final int INDENT = 8;

    private final Checklist checklist;
    private final boolean ascii;
    private final StringBuilder out = new StringBuilder();

    private ChecklistConsole(Checklist checklist, boolean ascii) {
        this.checklist = checklist;
        this.ascii = ascii;
    }

    /**
     * The lines.
     *
     * @param ascii whether the marks are ASCII, for terminals that show nothing else
     */
    public static String render(Checklist checklist, boolean ascii) {
        return new ChecklistConsole(checklist, ascii).document();
    }

    private String document() {
        Notices.of(checklist).forEach(notice -> {
            line("! ", notice.es());
            line("! ", notice.en());
        });
        checklist.rows().stream().filter(row -> !checklist.saidOnTop(row) && !skipped(row)).forEach(this::row);
        together("por esa causa · for that reason", checklist::saidOnTop);
        together("sin ejecutar · not run", ChecklistConsole::skipped);
        var score = checklist.score();
        line("", "= %s / %s puntos automáticos · automatic points%s".formatted(Points.show(score.earned()), Points.show(score.automatic()),
                score.unchecked().signum() > 0 ? "; %s sin comprobar · unchecked".formatted(Points.show(score.unchecked())) : ""));
        return out.toString();
    }

    private static boolean skipped(Row row) {
        return !row.ran() && row.state() != State.FOR_THE_TEACHER;
    }

    private void together(String what, Predicate<Row> which) {
        var ids = checklist.rows().stream().filter(which).map(Row::id).collect(joining(" "));
        if (!ids.isEmpty()) {
            line("", mark(State.COULD_NOT_CHECK) + " " + what + ": " + ids);
        }
    }

    private void row(Row row) {
        var points = row.points().signum() == 0 ? "" : row.earned().map(Points::show).orElse("_") + "/" + Points.show(row.points());
        line("", "%s %-4s %-9s %s · %s".formatted(mark(row.state()), row.id(), points, row.state().label().es(), row.state().label().en()));
        if (row.state() == State.NOT_MET || row.state() == State.COULD_NOT_CHECK) {
            var missed = row.state() == State.NOT_MET;
            part("requisito", row.requirement().title().es());
            part("se esperaba", row.verdict().expected().es());
            part(missed ? "se vio" : "motivo", row.verdict().seen().es());
            part("mire", row.verdict().remedy().es());
            part("requirement", row.requirement().title().en());
            part("expected", row.verdict().expected().en());
            part(missed ? "seen" : "reason", row.verdict().seen().en());
            part("look at", row.verdict().remedy().en());
            part("repetir · repeat", row.repeat());
        }
        note(row.note());
    }

    private void note(Text note) {
        part("nota", note.es());
        part("note", note.en());
    }

    private void part(String label, String value) {
        if (!value.isEmpty()) {
            line(" ".repeat(INDENT), label + ": " + value);
        }
    }

    private String mark(State state) {
        return ascii ? state.ascii() : state.symbol();
    }

    private void line(String indent, String text) {
        out.append(indent).append(Plain.of(text).replace("\n", "\n" + " ".repeat(INDENT + 2))).append('\n');
    }
}
