package relevo.live.defence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import relevo.archive.OralDefence;
import relevo.live.page.DefenceSheet;
import relevo.live.page.DefenceSheet.Search;
import relevo.live.page.Order;
import relevo.words.Printable;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * An oral defence as it stands. Immutable: each step gives another one. It carries no fault out and writes no file; whoever holds it does, with
 * {@link #secret()} and {@link #left}.
 *
 * <p>A delivery has one defence, of one round for each seed: who begins another round on it keeps the notes, the points and the rounds before.
 */
public final class Defence {

    private static final Pattern POINTS = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,2})?");

    private final String seed;
    private final List<DefenceSheet.Asked> questions;
    private final Optional<Riddle> riddle;
    private final List<OralDefence.Hunt> hunts;
    private final int faults;
    private final List<OralDefence.Round> before;
    private final String notes;
    private final Optional<BigDecimal> points;
    private final BigDecimal most;

    private Defence(String seed, List<DefenceSheet.Asked> questions, Optional<Riddle> riddle, List<OralDefence.Hunt> hunts, int faults,
            List<OralDefence.Round> before, String notes, Optional<BigDecimal> points, BigDecimal most) {
        this.seed = seed;
        this.questions = List.copyOf(questions);
        this.riddle = riddle;
        this.hunts = List.copyOf(hunts);
        this.faults = faults;
        this.before = List.copyOf(before);
        this.notes = notes;
        this.points = points;
        this.most = most;
    }

    /**
     * Begins a round.
     *
     * @param seed    decides what is asked and which fault is made; one is drawn where it is blank
     * @param most    what D1 is worth, points
     * @param earlier what is saved of this delivery's defence
     */
    public static Defence begin(String seed, Facts facts, BigDecimal most, Optional<OralDefence> earlier) {
        var word = Seed.of(seed);
        var asked = Draw.of(word, facts).stream().map(Candidate::asked).toList();
        var rounds = earlier.map(OralDefence::rounds).orElse(List.of());
        var kept = rounds.subList(Math.max(0, rounds.size() - (OralDefence.MOST - 1)), rounds.size());
        return new Defence(word, asked, Optional.empty(), List.of(), 0, kept, earlier.map(one -> notes(one, most)).orElse(""),
                earlier.flatMap(one -> points(one, most)), most);
    }

    /** Goes on with the last round of a saved defence; a fault that was hidden is hidden no more. Empty where it had none. */
    public static Optional<Defence> resume(OralDefence saved, BigDecimal most) {
        if (saved.rounds().isEmpty()) {
            return Optional.empty();
        }
        var last = saved.rounds().get(saved.rounds().size() - 1);
        var asked = last.asked().stream().map(one -> new DefenceSheet.Asked(one.id(), one.ask(), one.seen())).toList();
        return Optional.of(new Defence(last.seed(), asked, Optional.empty(), last.hunts(), last.hunts().size(),
                saved.rounds().subList(0, saved.rounds().size() - 1), notes(saved, most), points(saved, most), most));
    }

    /** Points of another worth are none of this one. */
    private static Optional<BigDecimal> points(OralDefence saved, BigDecimal most) {
        return saved.most().compareTo(most) == 0 ? saved.points() : Optional.empty();
    }

    /** Points that count no more are noted, where there is room. */
    private static String notes(OralDefence saved, BigDecimal most) {
        var lost = saved.points().filter(given -> saved.most().compareTo(most) != 0).map(given -> "Antes · Before: %s / %s\n".formatted(
                given.toPlainString(), saved.most().toPlainString())).orElse("");
        return tooLong(lost + saved.notes()) ? saved.notes() : (lost + saved.notes()).strip();
    }

    /** Why an order of the defence will not be carried out, for the one who gave it; empty when it will. */
    public Optional<Text> refused(Order order) {
        return switch (order.verb()) {
            case DEFENCE_FAULT -> hidden()
                    ? Optional.of(Text.of("Ya hay un fallo oculto: primero la respuesta.", "A fault is hidden already: the answer first."))
                    : hunts.size() >= OralDefence.MOST ? Optional.of(Text.of("Ya van %s fallos en esta ronda: empiece otra.",
                            "There were %s faults in this round: begin another.", hunts.size())) : Optional.empty();
            case DEFENCE_ANSWER -> !hidden() ? Optional.of(Text.of("No hay ningún fallo oculto.", "No fault is hidden."))
                    : riddle.get().knows(order.target()) ? Optional.empty()
                    : Optional.of(Text.of("No hay ninguna respuesta «%s».", "There is no answer \"%s\".",
                            Shown.of(order.target())));
            case DEFENCE_NOTES -> tooLong(clean(order.text())) ? Optional.of(Text.of("Las notas tienen más de %s letras: acórtelas.",
                    "The notes have more than %s letters: shorten them.", OralDefence.LONGEST_NOTES)) : Optional.empty();
            case DEFENCE_POINTS -> given(order.text()).isPresent() || order.text().isBlank() ? Optional.empty()
                    : Optional.of(Text.of("«%s» no son puntos que se puedan dar: escriba de 0 a %s, con dos decimales como mucho.",
                            "\"%s\" are no points that can be given: write 0 to %s, with two decimals at most.", Shown.of(order.text()), most.toPlainString()));
            default -> Optional.empty();
        };
    }

    /**
     * The same after an answer, notes or points; blank points are taken back. Any other order changes nothing.
     *
     * @param atMs ms since the epoch
     * @throws IllegalArgumentException when the order is {@link #refused}
     */
    public Defence after(Order order, long atMs) {
        refused(order).ifPresent(why -> {
            throw new IllegalArgumentException(why.en());
        });
        return switch (order.verb()) {
            case DEFENCE_ANSWER -> answered(order.target(), atMs);
            case DEFENCE_NOTES -> new Defence(seed, questions, riddle, hunts, faults, before, clean(order.text()), points, most);
            case DEFENCE_POINTS -> new Defence(seed, questions, riddle, hunts, faults, before, notes, given(order.text()), most);
            default -> this;
        };
    }

    private Defence answered(String choice, long atMs) {
        var over = riddle.orElseThrow().answered(choice, atMs);
        var all = new ArrayList<>(hunts);
        over.hunt().ifPresent(all::add);
        return new Defence(seed, questions, Optional.of(over), all, faults, before, notes, points, most);
    }

    /**
     * The same with a fault to be found, {@link #secret()}; by the seed, and another one each time.
     *
     * @param atMs ms since the epoch
     * @return empty when too few faults can be told apart
     * @throws IllegalStateException when one is hidden already
     */
    public Optional<Defence> hiding(Riddle.Candidates candidates, long atMs) {
        if (hidden()) {
            throw new IllegalStateException("a fault is hidden already");
        }
        return Riddle.drawn(Seed.random(seed, "fault " + faults), candidates, atMs)
                .map(drawn -> new Defence(seed, questions, Optional.of(drawn), hunts, faults + 1, before, notes, points, most));
    }

    /** The same without the fault that was hidden: it could not be made, or was put right by somebody. */
    public Defence withdrawn() {
        return hidden() ? new Defence(seed, questions, Optional.empty(), hunts, faults, before, notes, points, most) : this;
    }

    /** The fault that is hidden now. As long as it is, whatever the page shows must not tell it. */
    public Optional<Riddle.Secret> secret() {
        return riddle.filter(Riddle::isHidden).map(Riddle::secret);
    }

    private boolean hidden() {
        return riddle.filter(Riddle::isHidden).isPresent();
    }

    private Optional<BigDecimal> given(String written) {
        return Optional.of(written.strip()).filter(text -> POINTS.matcher(text).matches()).map(text -> new BigDecimal(text.replace(',', '.')))
                .filter(number -> OralDefence.fits(number, most));
    }

    private static String clean(String notes) {
        return Printable.of(notes.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    private static boolean tooLong(String notes) {
        return notes.codePointCount(0, notes.length()) > OralDefence.LONGEST_NOTES;
    }

    /** What the teacher sees. */
    public DefenceSheet sheet() {
        return new DefenceSheet(seed, questions, riddle.map(Riddle::sheet).orElse(new DefenceSheet.Riddle(Search.NONE, List.of(), Text.same(""),
                OptionalDouble.empty())), notes, points.map(BigDecimal::toPlainString).orElse(""), most.toPlainString());
    }

    /**
     * What is to be saved of it.
     *
     * @param delivery as {@link OralDefence#delivery}
     * @param at       ISO 8601
     */
    public OralDefence left(String delivery, String at) {
        var rounds = new ArrayList<>(before);
        rounds.add(new OralDefence.Round(seed, questions.stream().map(one -> new OralDefence.Asked(one.id(), one.ask(), one.seen())).toList(), hunts));
        return new OralDefence(delivery, at, rounds, notes, points, most);
    }
}
