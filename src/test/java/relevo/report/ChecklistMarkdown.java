package relevo.report;

import java.util.Map;
import java.util.stream.Collectors;
import relevo.words.Printable;
import relevo.words.Text;

/** The checklist in GitHub's Markdown, fit for a step summary: all of it in Spanish, then all of it in English. */
public final class ChecklistMarkdown {

    private static final Map<State, String> ICON = Map.of(State.MET, "✅", State.NOT_MET, "❌", State.COULD_NOT_CHECK, "❔",
            State.WAITS, "➡️", State.NOT_APPLICABLE, "➖", State.FOR_THE_TEACHER, "✏️");

    private static final int MOST_LINES = 40;

    private final Checklist checklist;
    private final Configuration written;
    private final Language language;
    private final StringBuilder out = new StringBuilder();

    private ChecklistMarkdown(Checklist checklist, Configuration written, Language language) {
        this.checklist = checklist;
        this.written = written;
        this.language = language;
    }

    /** The document of a run that saved no configuration. */
    public static String render(Checklist checklist) {
        return render(checklist, Configuration.NONE);
    }

    /** The document. @param written what the balancer was configured with */
    static String render(Checklist checklist, Configuration written) {
        return new ChecklistMarkdown(checklist, written, Language.ES).document() + "\n---\n\n"
                + new ChecklistMarkdown(checklist, written, Language.EN).document();
    }

    private String document() {
        out.append("# ").append(say("Lista de verificación", "Checklist")).append("\n\n");
        score();
        Notices.of(checklist).forEach(notice -> out.append("> ").append(text(notice)).append("\n\n"));
        checklist.left().map(Leaving::line).ifPresent(line -> out.append("> ").append(text(line)).append("\n\n"));
        roots();
        checklist.groups().forEach(this::table);
        configuration();
        tests();
        questions();
        run();
        return out.toString();
    }

    private void score() {
        var score = checklist.score();
        out.append("**%s / %s** %s".formatted(Points.show(score.earned()), Points.show(score.automatic()),
                say("puntos automáticos", "automatic points")));
        Parts.of(score).forEach(part -> out.append(" · %s %s".formatted(Points.show(part.points()), text(part.label()))));
        checklist.given().ifPresent(given -> out.append(" · + %s %s".formatted(Points.show(given), say("que dio el docente", "given by the teacher"))));
        checklist.grade().ifPresent(grade -> out.append(" = **%s**".formatted(Points.show(grade))));
        out.append(" · %s %s\n\n".formatted(say("total con lo que califica el docente:", "total with what the teacher grades:"), Points.show(score.total())));
    }

    private void table(Group group) {
        out.append("### ").append(text(group.title())).append("\n\n| | Id | ").append(say("Requisito", "Requirement"))
                .append(" | ").append(say("Puntos", "Points")).append(" | ").append(say("Se vio", "Seen")).append(" |\n|---|---|---|--:|---|\n");
        checklist.of(group).forEach(row -> out.append("| %s %s | **%s** | %s | %s | %s |\n".formatted(
                ICON.get(row.state()), text(row.label()), escape(row.id()), text(row.requirement().title()), points(row), seen(row))));
        out.append('\n');
    }

    private String points(Row row) {
        if (row.points().signum() == 0) {
            return say("adicional", "extra");
        }
        return row.earned().map(Points::show).orElse("&#95;&#95;") + " / " + Points.show(row.points())
                + (row.requirement().level() == Level.EXTRA ? " (extra)" : "");
    }

    private String seen(Row row) {
        var seen = checklist.saidOnTop(row) ? say("Vea la causa arriba.", "See the reason above.") : row.waits() ? "" : text(row.told());
        return row.note().es().isEmpty() ? seen : seen + "<br>" + text(row.note());
    }

    private void roots() {
        var roots = checklist.roots();
        if (!roots.isEmpty()) {
            out.append("## ").append(say("Empiece por aquí", "Start here")).append("\n\n");
            roots.forEach(this::root);
        }
    }

    private void root(Root root) {
        var row = root.row();
        out.append("#### %s %s · %s\n\n".formatted(ICON.get(row.state()), escape(row.id()), text(row.requirement().title())));
        item(say("Puntos", "Points"), text(root.stake()));
        item(say("Se esperaba", "Expected"), text(row.verdict().expected()));
        item(row.state() == State.NOT_MET ? say("Se vio", "Seen") : say("Motivo", "Reason"), text(row.told()));
        item(say("Qué mirar", "Look at"), text(row.verdict().remedy()));
        item(say("En espera", "Waiting"), text(root.dependents()));
        item(say("Repetir", "Repeat"), code(row.repeat()));
        item(say("Evidencia", "Evidence"), row.evidence().stream().map(ChecklistMarkdown::code).collect(Collectors.joining(" ")));
        out.append('\n');
    }

    /** Only the lines that a finding points at. */
    private void configuration() {
        var marked = written.marked();
        if (marked > 0) {
            out.append("### ").append(say("Su haproxy.cfg", "Your haproxy.cfg")).append("\n\n");
            written.blocks().stream().flatMap(block -> block.marked().stream().map(line -> "- %s %s %s\n".formatted(
                    code(block.name() + ":" + line.number()), code(line.text().strip()),
                    line.namedBy().stream().map(row -> "· " + ICON.get(row.state()) + " **" + escape(row.id()) + "**").collect(Collectors.joining(" ")))))
                    .limit(MOST_LINES).forEach(out::append);
            out.append(marked > MOST_LINES ? "\n" + say("y %d más.", "and %d more.").formatted(marked - MOST_LINES) + "\n\n" : "\n");
        }
    }

    private void tests() {
        var tested = checklist.rows().stream().filter(row -> !row.waits() && !row.verdict().test().es().isEmpty()).toList();
        if (!tested.isEmpty()) {
            out.append("<details><summary>").append(say("Pruebas estadísticas", "Statistical tests")).append("</summary>\n\n");
            tested.forEach(row -> item(escape(row.id()), text(row.verdict().test())));
            out.append("\n</details>\n\n");
        }
    }

    private void item(String label, String value) {
        if (!value.isEmpty()) {
            out.append("- **").append(label).append(":** ").append(value).append('\n');
        }
    }

    private void questions() {
        out.append("### ").append(say("Preguntas sugeridas para la sustentación", "Suggested questions for the oral defence")).append("\n\n");
        checklist.questions().forEach(question -> out.append("1. **%s** %s%s\n".formatted(escape(question.id()), text(question.ask()),
                question.seen().es().isEmpty() ? "" : "<br>" + say("Se vio: ", "Seen: ") + text(question.seen()))));
        out.append('\n');
    }

    private void run() {
        var run = checklist.run();
        out.append("<sub>%s · %s · %s · %s %s%s</sub>\n".formatted(escape(run.substrate()), escape(run.startedAt()), Seconds.show(run.seconds()),
                say("rúbrica", "rubric"), escape(checklist.rubric()),
                run.versions().entrySet().stream().map(version -> " · " + escape(version.getKey() + " " + version.getValue()))
                        .collect(Collectors.joining())));
    }

    private String say(String es, String en) {
        return language.of(es, en);
    }

    private String text(Text text) {
        return escape(language.of(text));
    }

    private static String code(String command) {
        return command.isEmpty() ? "" : "<code>" + escape(command) + "</code>";
    }

    /** Characters that Markdown, GitHub or HTML would act on become numeric entities, so the text can stand in a table's cell. */
    public static String escape(String text) {
        var out = new StringBuilder();
        Printable.of(text).codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("<br>");
            } else if ("|<>&\"'*_`[]!#~\\@$".indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        // GitHub would make links of these.
        return out.toString().replace("://", "&#58;//").replaceAll("(?i)\\bwww\\.", "www&#46;");
    }
}
