package relevo.course.format;

import java.util.List;
import java.util.function.Function;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.report.ChecklistMarkdown;
import relevo.report.Level;
import relevo.report.Points;
import relevo.report.Root;
import relevo.report.Row;
import relevo.words.Printable;
import relevo.words.Text;

/** {@code feedback.md}: what a team is told, to paste or to mail. All of it in Spanish, then all of it in English; what to repair comes first. */
final class Feedback {

    private final Team team;
    private final Function<Text, String> side;
    private final StringBuilder out = new StringBuilder();

    private Feedback(Team team, Function<Text, String> side) {
        this.team = team;
        this.side = side;
    }

    static String render(Team team) {
        return new Feedback(team, Text::es).document() + "\n---\n\n" + new Feedback(team, Text::en).document();
    }

    /** Where to start: what the teacher decided by hand is settled, and weighs nothing. */
    static List<Root> roots(Team team) {
        return team.checklist().roots().stream().filter(root -> !byHand(team, root.row()))
                .map(root -> new Root(root.row(), root.waiting().stream().filter(row -> !byHand(team, row)).toList())).toList();
    }

    private static boolean byHand(Team team, Row row) {
        return team.byHand().containsKey(row.id());
    }

    private String document() {
        out.append("# ").append(say("Resultado de", "Result of")).append(' ').append(ChecklistMarkdown.escape(Printable.line(team.name()))).append("\n\n");
        out.append(text(TeamRun.points(team))).append("\n\n");
        if (!team.trouble().es().isEmpty() && team.checklist().cause().filter(cause -> cause.seen().equals(team.trouble())).isEmpty()) {
            out.append("> ").append(text(team.trouble())).append("\n\n");
        }
        first();
        team.checklist().groups().forEach(group -> {
            out.append("## ").append(text(group.title())).append("\n\n");
            team.cells().stream().filter(cell -> cell.row().requirement().group().equals(group.id())).forEach(this::requirement);
            out.append('\n');
        });
        return out.toString();
    }

    private void first() {
        var cause = team.checklist().cause();
        var roots = roots(team);
        if (cause.isEmpty() && roots.isEmpty()) {
            return;
        }
        out.append("## ").append(say("Qué reparar primero", "What to repair first")).append("\n\n");
        cause.ifPresent(verdict -> {
            out.append(say("No se pudo comprobar nada, y por una sola causa: ", "Nothing could be checked, for one reason: ")).append(text(verdict.seen()))
                    .append("\n\n");
            item(say("Qué hacer", "What to do"), verdict.remedy());
        });
        for (int i = 0; i < roots.size(); i++) {
            root(i + 1, roots.get(i));
        }
        out.append('\n');
    }

    private void root(int place, Root root) {
        var row = root.row();
        out.append(place).append(". **").append(ChecklistMarkdown.escape(row.id())).append("** ").append(text(row.requirement().title()));
        if (!root.stake().es().isEmpty()) {
            out.append(" (").append(text(root.stake())).append(')');
        }
        out.append('\n');
        item("    ", say("Se esperaba", "Expected"), row.verdict().expected());
        item("    ", seen(row), row.told());
        item("    ", say("Qué hacer", "What to do"), row.verdict().remedy());
        if (!root.waiting().isEmpty()) {
            out.append("    - ").append(text(root.dependents())).append('\n');
        }
    }

    private void requirement(Cell cell) {
        var words = new CellWords(cell);
        var row = cell.row();
        out.append("- ").append(row.state().symbol()).append(" **").append(ChecklistMarkdown.escape(row.id())).append("** ")
                .append(text(row.requirement().title())).append(" — ").append(text(words.state())).append(" · ").append(points(cell)).append('\n');
        if (!row.waits() && !team.checklist().saidOnTop(row)) {
            item("  ", seen(row), row.told());
            item("  ", say("Qué hacer", "What to do"), words.remedy());
        }
        item("  ", say("Además", "Also"), row.note());
    }

    private String seen(Row row) {
        return switch (row.state()) {
            case MET, NOT_MET -> say("Se vio", "Seen");
            default -> say("Motivo", "Reason");
        };
    }

    private String points(Cell cell) {
        if (cell.row().points().signum() == 0 && cell.byHand().isEmpty()) {
            return say("adicional", "extra");
        }
        var of = Points.show(cell.row().points()) + (cell.row().requirement().level() == Level.EXTRA ? " (extra)" : "");
        return cell.points().map(points -> Points.show(points) + " / " + of)
                .orElseGet(() -> say("por decidir", "to be decided") + " / " + of);
    }

    private void item(String label, Text text) {
        item("", label, text);
    }

    private void item(String indent, String label, Text text) {
        if (!text.es().isEmpty()) {
            out.append(indent).append("- ").append(label).append(": ").append(text(text)).append('\n');
        }
    }

    private String text(Text text) {
        return ChecklistMarkdown.escape(side.apply(text));
    }

    private String say(String es, String en) {
        return side.apply(new Text(es, en));
    }
}
