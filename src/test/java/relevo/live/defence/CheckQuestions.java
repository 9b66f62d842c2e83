package relevo.live.defence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import relevo.live.defence.Configured.Line;
import relevo.words.Text;

/**
 * Asks about health checks. HAProxy checks a server that is up every {@code inter}, one that begins to fail or to recover every {@code fastinter}, one
 * that is down every {@code downinter}; the latter two are {@code inter} unless they are set.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#5.2">HAProxy's configuration manual, section 5.2 (inter, fall, rise)</a>
 */
final class CheckQuestions {

    private static final double INTER_MS = 2_000;
    private static final double FALL = 3;
    private static final double RISE = 2;

    private final Configured configured;
    private final Prefix prefix;

    CheckQuestions(Configured configured, Prefix prefix) {
        this.configured = configured;
        this.prefix = prefix;
    }

    /**
     * How long a change takes to be seen, ms, when each check is answered or refused at once.
     *
     * @param words as they are written, with their lines
     * @param keys  names of the facts
     */
    record Span(double least, double most, Text words, Set<String> keys) {
    }

    List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        for (var server : configured.servers()) {
            if (configured.checked(server)) {
                detection(server).ifPresent(span -> all.add(detected(server, span)));
                back(server).filter(span -> server.isProduction()).ifPresent(span -> all.add(returned(server, span)));
            }
        }
        configured.farms().forEach(farm -> configured.last(farm, "option", "httpchk")
                .filter(said -> configured.production().stream().anyMatch(line -> line.farm().equals(farm) && configured.checked(line)))
                .ifPresent(said -> all.add(new Candidate(Topic.CHECK, "G3.2", Set.of("line " + said.where()), true,
                        Text.of("%s dice «option httpchk». ¿Qué pregunta HAProxy a cada servidor web, y qué fallo descubre así que no descubriría con solo "
                                + "abrir la conexión?",
                                "%s says \"option httpchk\". What does HAProxy ask each web server, and which fault does it find that opening a connection "
                                        + "alone would miss?", said.where()),
                        Text.of("Hace una petición HTTP y exige una respuesta buena. Un Apache congelado o que solo da errores todavía acepta conexiones: sin "
                                + "esa línea pasaría por sano.",
                                "It makes an HTTP request and wants a good answer. An Apache that is frozen or gives nothing but errors still takes "
                                        + "connections: without that line it would pass for healthy.")))));
        return all;
    }

    private Candidate detected(Line server, Span span) {
        var ask = Text.of("%s: su Apache muere y el puerto rechaza las conexiones. ¿Cuánto tarda HAProxy en darlo por caído, y qué palabras de la "
                        + "configuración lo deciden?",
                "%s: its Apache dies and the port refuses connections. How long does HAProxy take to call it down, and which words of the configuration decide "
                        + "that?", server.called());
        return new Candidate(Topic.DETECTION, "F1", span.keys(), true, prefix.of("F1").then(ask), seen(span).then(byTraffic(server)));
    }

    private Candidate returned(Line server, Span span) {
        var ask = Text.of("%s vuelve a responder. ¿Cuánto tarda HAProxy en enviarle peticiones otra vez, y qué palabras lo deciden?",
                "%s answers again. How long does HAProxy take to send it requests once more, and which words decide that?", server.called());
        return new Candidate(Topic.RETURN, "B5", span.keys(), true, prefix.of("B5").then(ask), seen(span));
    }

    private static Text seen(Span span) {
        return Text.of("Entre %s y %s:", "Between %s and %s:", Said.time(span.least()), Said.time(span.most())).then(span.words());
    }

    /** Real requests may convict a server before its checks do. */
    private Text byTraffic(Line server) {
        return configured.setting(server, "on-error").filter(said -> said.value().equals("mark-down"))
                .flatMap(said -> configured.setting(server, "observe").filter(observe -> !observe.value().equals("none")).map(observe -> Text.of(
                        "Con tráfico, antes: «observe» y «on-error mark-down» (%s) cuentan también las peticiones que fallan.",
                        "With traffic, sooner: \"observe\" and \"on-error mark-down\" (%s) count requests that fail, too.", said.where())))
                .orElse(Text.same(""));
    }

    /** From a server's end, with every connection refused at once, until it is down. */
    Optional<Span> detection(Line server) {
        return span(server, "fall", FALL, "inter", Text.of("fallos seguidos", "failures in a row"));
    }

    /** From the moment a server answers until it is up. */
    Optional<Span> back(Line server) {
        return span(server, "rise", RISE, "downinter", Text.of("aciertos seguidos", "successes in a row"));
    }

    private Optional<Span> span(Line server, String howOften, double usual, String first, Text counted) {
        var inter = configured.setting(server, "inter");
        var fast = configured.setting(server, "fastinter");
        var begin = first.equals("inter") ? inter : configured.setting(server, first);
        var times = configured.setting(server, howOften);
        if (Stream.of(inter, fast, begin).flatMap(Optional::stream).anyMatch(said -> said.ms().isEmpty())
                || times.filter(said -> said.count().orElse(0) < 1).isPresent()) {
            return Optional.empty();
        }
        double between = inter.map(said -> said.ms().getAsDouble()).orElse(INTER_MS);
        double quick = fast.map(said -> said.ms().getAsDouble()).orElse(between);
        double opening = begin.map(said -> said.ms().getAsDouble()).orElse(between);
        double count = times.map(said -> said.count().getAsDouble()).orElse(usual);
        var words = Text.of("%1$s %2$s", "%1$s %3$s", (long) count, counted.es(), counted.en()).then(told(times, howOften)).then(
                Text.of("y una comprobación cada %s", "and a check every %s", Said.time(between))).then(told(inter, "inter"));
        if (fast.isPresent()) {
            words = words.then(Text.of("y desde la primera que difiere cada %s", "and from the first that differs every %s", Said.time(quick)))
                    .then(told(fast, "fastinter"));
        }
        if (begin.isPresent() && !first.equals("inter")) {
            words = words.then(Text.of("y cada %s mientras está caído", "and every %s while it is down", Said.time(opening))).then(told(begin, first));
        }
        var keys = new HashSet<String>();
        keys.add("line " + Said.where(server.line()) + " " + howOften);
        times.ifPresent(said -> keys.add("line " + said.where() + " " + howOften));
        return Optional.of(new Span((count - 1) * quick, opening + (count - 1) * quick, new Text(words.es() + ".", words.en() + "."), keys));
    }

    private static Text told(Optional<Said> said, String keyword) {
        return said.map(one -> Text.same("(" + keyword + " " + one.value() + ", " + one.where() + ")"))
                .orElse(Text.of("(de HAProxy mismo: ninguna línea dice «%s»)", "(HAProxy's own: no line says \"%s\")", keyword));
    }
}
