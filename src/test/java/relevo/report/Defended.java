package relevo.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import relevo.archive.OralDefence;
import relevo.archive.OralDefence.Hunt;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Shown;
import relevo.words.Text;

/** What an oral defence left, as its row of the checklist tells it. */
final class Defended {

    /** The row of the oral defence. */
    static final String ROW = "D1";

    private static final int SEED = 60;

    private Defended() {
    }

    /** The row with what the teacher gave, what was found, and what was noted. */
    static Row row(Row row, OralDefence defence) {
        var earned = defence.points().filter(given -> sameWorth(row, defence));
        return new Row(row.requirement(), earned, Verdict.forTheTeacher(told(row, defence), Text.same("")), row.waitsFor(), note(defence), row.ran(),
                row.seconds(), row.evidence(), row.repeat());
    }

    private static boolean sameWorth(Row row, OralDefence defence) {
        return row.points().compareTo(defence.most()) == 0;
    }

    private static Text told(Row row, OralDefence defence) {
        var rounds = defence.rounds();
        var asked = rounds.stream().mapToInt(round -> round.asked().size()).sum();
        var seeds = Shown.of(rounds.stream().map(OralDefence.Round::seed).distinct().collect(joining(", ")), SEED);
        var head = Text.of("Sustentación del %s (preguntas: %s; semilla: %s):", "Defence of %s (questions: %s; seed: %s):", Shown.of(defence.at()), asked,
                seeds.isEmpty() ? "–" : seeds)
                .then(points(row, defence));
        return hunts(rounds.stream().flatMap(round -> round.hunts().stream()).toList()).map(head::then).orElse(head);
    }

    private static Text points(Row row, OralDefence defence) {
        if (defence.points().isEmpty()) {
            return Text.of("todavía sin puntos.", "no points yet.");
        }
        var given = Points.show(defence.points().get());
        var of = Points.show(defence.most());
        return sameWorth(row, defence) ? Text.of("%s de %s puntos.", "%s of %s points.", given, of)
                : Text.of("%s de %s puntos, y con esta rúbrica vale %s: dé los puntos de nuevo.",
                        "%s of %s points, and under this rubric it is worth %s: give the points again.", given, of, Points.show(row.points()));
    }

    private static Optional<Text> hunts(List<Hunt> hunts) {
        return hunts.stream().map(Defended::told).reduce(Text::then);
    }

    /** A search in a sentence of its own. */
    static Text told(Hunt hunt) {
        var seconds = Figure.seconds(hunt.seconds() * 1_000);
        var head = switch (hunt.found()) {
            case FOUND -> Text.of("Fallo oculto: lo encontraron en %s.", "Hidden fault: found in %s.", seconds);
            case MISSED -> Text.of("Fallo oculto: a los %s dieron otro.", "Hidden fault: after %s they named another.", seconds);
            case GIVEN_UP -> Text.of("Fallo oculto: se rindieron a los %s.", "Hidden fault: given up after %s.", seconds);
        };
        return head.then(shown(hunt.told()));
    }

    private static Text shown(Text text) {
        return new Text(Shown.of(text.es(), 400), Shown.of(text.en(), 400));
    }

    private static Text note(OralDefence defence) {
        var notes = defence.notes().strip();
        return notes.isEmpty() ? Text.same("") : new Text("Notas del docente: " + notes, "The teacher's notes: " + notes);
    }
}
