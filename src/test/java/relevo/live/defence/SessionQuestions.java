package relevo.live.defence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relevo.live.defence.CheckQuestions.Span;
import relevo.live.defence.Configured.Line;
import relevo.live.page.RequirementCard;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Strip.Mark;
import relevo.verdict.Outcome;
import relevo.words.Figure;
import relevo.words.Text;

/** Asks about what this session showed: requirements that are not met, faults, and configurations that were refused. */
final class SessionQuestions {

    /** Later than this, what is seen has another cause. */
    private static final long LONGEST_MS = 120_000;
    private static final int MOST_MARKS = 400;
    private static final Pattern DOWN = Pattern.compile("(?i)\\bdown\\b");
    /** Not {@code UP 1/3}, which is on its way. */
    private static final Pattern UP = Pattern.compile("(?i)\\bup\\b(?! *\\d)");

    private final Facts facts;
    private final List<Mark> marks;

    SessionQuestions(Facts facts) {
        this.facts = facts;
        marks = facts.marks().subList(Math.max(0, facts.marks().size() - MOST_MARKS), facts.marks().size());
    }

    /** Those that need no configuration. */
    List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        facts.cards().stream().filter(card -> !card.stale()).flatMap(card -> notMet(card).stream()).forEach(all::add);
        marks.stream().filter(mark -> mark.kind() == Kind.REFUSED).reduce((first, last) -> last).map(mark -> new Candidate(
                Topic.REFUSED, "", Set.of("refused"), false,
                Text.of("Se rechazó lo que se guardó: «%1$s» ¿Qué estaba mal, y con qué siguió sirviendo el clúster?",
                        "What was saved was refused: \"%2$s\" What was wrong with it, and what did the cluster go on serving with?",
                        Said.quoted(mark.what()).es(), Said.quoted(mark.what()).en()),
                Text.of("Con lo que estaba en vigor antes: se comprueba primero, y lo que se rechaza no reemplaza nada.",
                        "With what was in force before: it is checked first, and what is refused replaces nothing."))).ifPresent(all::add);
        return all;
    }

    private static Optional<Candidate> notMet(RequirementCard card) {
        return card.verdict().filter(verdict -> verdict.outcome() == Outcome.NOT_MET && !verdict.told().es().isBlank()
                && !verdict.remedy().es().isBlank()).map(verdict -> {
                    var told = Said.quoted(verdict.told());
                    var ask = Text.of("%1$s no se cumple: «%2$s» ¿A qué se debe, y qué cambiaría usted?",
                            "%1$s is not met: \"%3$s\" What is the reason, and what would you change?", card.id(), told.es(), told.en());
                    var expected = Said.quoted(verdict.expected());
                    var head = expected.es().isEmpty() ? expected : Text.of("Se esperaba: %1$s", "Expected: %2$s", expected.es(), expected.en());
                    var remedy = Said.quoted(verdict.remedy());
                    return new Candidate(Topic.NOT_MET, card.id(), Set.of(), card.core(), ask,
                            head.then(Text.of("Qué mirar: %1$s", "Look at: %2$s", remedy.es(), remedy.en())));
                });
    }

    /** Those about when HAProxy saw what was done. */
    List<Candidate> timed(Configured configured, CheckQuestions checks) {
        var timed = new ArrayList<Candidate>();
        for (var server : configured.servers()) {
            if (configured.checked(server)) {
                checks.detection(server).flatMap(span -> pair(server, Kind.FAULT, DOWN).map(pair -> fault(server, span, pair))).ifPresent(timed::add);
                checks.back(server).flatMap(span -> pair(server, Kind.MENDED, UP).map(pair -> mended(server, span, pair))).ifPresent(timed::add);
            }
        }
        return timed;
    }

    private record Pair(Mark done, Mark seen) {

        String between() {
            return Figure.seconds(seen.atMs() - done.atMs());
        }

        Set<String> and(Span span) {
            var keys = new HashSet<>(span.keys());
            keys.add("mark " + done.atMs());
            keys.add("mark " + seen.atMs());
            return keys;
        }
    }

    private static Candidate fault(Line server, Span span, Pair pair) {
        return new Candidate(Topic.FAULT, "F1", pair.and(span), true, ask(pair),
                Text.of("Se vio a los %s. Si la conexión se rechaza, las comprobaciones de %s tardan entre %s y %s:",
                        "It was seen after %s. Where connections are refused, the checks of %s take between %s and %s:", pair.between(), server.called(),
                        Said.time(span.least()), Said.time(span.most())).then(span.words())
                        .then(Text.of("Si nadie contesta, cada una espera además su tiempo límite.",
                                "Where nobody answers, each waits for its time-out as well.")));
    }

    private static Candidate mended(Line server, Span span, Pair pair) {
        return new Candidate(Topic.MENDED, server.isProduction() ? "B5" : "", pair.and(span), true, ask(pair),
                Text.of("Se vio a los %s: primero arranca, y desde que responde las comprobaciones de %s tardan entre %s y %s:",
                        "It was seen after %s: first it starts, and once it answers the checks of %s take between %s and %s:", pair.between(), server.called(),
                        Said.time(span.least()), Said.time(span.most())).then(span.words()));
    }

    private static Text ask(Pair pair) {
        var done = Said.quoted(pair.done().what());
        var seen = Said.quoted(pair.seen().what());
        return Text.of("«%1$s», y %5$s después: «%3$s». ¿Por qué tardó eso, y qué líneas lo deciden?",
                "\"%2$s\", and %5$s later: \"%4$s\". Why did it take that long, and which lines decide it?", done.es(), done.en(), seen.es(), seen.en(),
                pair.between());
    }

    /** The last time that this was done to the server, and the first time after it that the server was seen so, with nothing done to it between. */
    private Optional<Pair> pair(Line server, Kind done, Pattern state) {
        var about = about(server);
        Optional<Pair> last = Optional.empty();
        Optional<Mark> begun = Optional.empty();
        for (var mark : marks) {
            var named = Stream.of(mark.what().es(), mark.what().en()).allMatch(side -> about.matcher(side).find());
            if (named && (mark.kind() == Kind.FAULT || mark.kind() == Kind.MENDED)) {
                begun = Optional.of(mark).filter(one -> one.kind() == done);
            } else if (named && mark.kind() == Kind.SEEN && begun.isPresent() && state.matcher(mark.what().en()).find()) {
                var from = begun.get();
                if (mark.atMs() >= from.atMs() && mark.atMs() - from.atMs() <= LONGEST_MS) {
                    last = Optional.of(new Pair(from, mark));
                }
                begun = Optional.empty();
            }
        }
        return last;
    }

    private static Pattern about(Line server) {
        var names = Stream.of(server.server().name(), server.server().instance()).filter(name -> !name.isBlank()).distinct()
                .map(name -> Pattern.quote(name.toLowerCase(Locale.ROOT))).toList();
        return Pattern.compile("(?<![\\w.-])(?:" + String.join("|", names) + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
    }
}
