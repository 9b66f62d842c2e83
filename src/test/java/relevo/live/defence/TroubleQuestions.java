package relevo.live.defence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import relevo.observation.Section;
import relevo.words.Text;

/** Asks about what is configured for trouble: trying again, waiting, the page that apologises; and about the statistics page. */
final class TroubleQuestions {

    /** HAProxy's own. */
    private static final String RETRIES = "3";

    private final Configured configured;
    private final Prefix prefix;

    TroubleQuestions(Configured configured, Prefix prefix) {
        this.configured = configured;
        this.prefix = prefix;
    }

    List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        for (var farm : configured.farms()) {
            retries(farm).ifPresent(all::add);
            queue(farm).ifPresent(all::add);
            silence(farm).ifPresent(all::add);
        }
        apology().ifPresent(all::add);
        configured.sections().forEach(section -> statistics(section).ifPresent(all::add));
        return all;
    }

    private Optional<Candidate> retries(Section farm) {
        var times = configured.last(farm, "retries").filter(said -> said.count().isPresent());
        var elsewhere = configured.last(farm, "option", "redispatch");
        var said = times.or(() -> elsewhere);
        return said.map(line -> {
            var ask = Text.of("Un servidor de «%s» rechaza la conexión de una petición. ¿Cuántas veces la intenta HAProxy de nuevo, y en qué servidor (%s)?",
                    "A server of \"%s\" refuses a request's connection. How often does HAProxy try it again, and on which server (%s)?", Said.name(farm.name()),
                    line.where());
            var count = times.map(one -> Text.of("Hasta %s veces: «retries» (%s).", "Up to %s times: \"retries\" (%s).", one.value(), one.where()))
                    .orElse(Text.of("Hasta %s veces, de HAProxy mismo: ninguna línea dice «retries».",
                            "Up to %s times, HAProxy's own: no line says \"retries\".", RETRIES));
            return new Candidate(Topic.RETRIES, "B6", Set.of("line " + line.where()), false, prefix.of("B6").then(ask), count.then(where(elsewhere)));
        });
    }

    private static Text where(Optional<Said> elsewhere) {
        return elsewhere.filter(one -> !one.value().equals("0")).map(one -> one.value().equals("1")
                ? Text.of("Cada vez en otro: «option redispatch 1» (%s).", "Each time on another: \"option redispatch 1\" (%s).", one.where())
                : one.count().isPresent() ? Text.of("En otro cada %s intentos: «option redispatch %1$s» (%s).",
                        "On another at every try number %s: \"option redispatch %1$s\" (%s).", one.value(), one.where())
                : one.value().isEmpty() || one.value().equals("-1")
                ? Text.of("En el mismo, y la última vez en otro: «option redispatch» (%s).",
                        "On the same, and the last time on another: \"option redispatch\" (%s).", one.where())
                : Text.of("A veces en otro: «option redispatch» (%s).", "Sometimes on another: \"option redispatch\" (%s).", one.where()))
                .orElse(Text.of("En el mismo: ninguna línea lo cambia con «option redispatch».",
                        "On the same: no line changes that with \"option redispatch\"."));
    }

    private Optional<Candidate> queue(Section farm) {
        var limited = configured.production().stream().filter(line -> line.farm().equals(farm))
                .anyMatch(line -> configured.setting(line, "maxconn").filter(said -> said.count().orElse(0) > 0).isPresent());
        return timeout(farm, "queue").filter(said -> limited).map(said -> new Candidate(Topic.QUEUE, "L3", Set.of("line " + said.where()), true,
                prefix.of("L3").then(Text.of("%s dice «timeout queue %s». ¿Quién espera ese tiempo, y qué recibe cuando se acaba?",
                        "%s says \"timeout queue %s\". Who waits that long, and what do they get when it is over?", said.where(), said.value())),
                Text.of("La petición para la que ningún servidor de «%s» tiene un puesto libre: espera %s y después HAProxy responde 503.",
                        "The request for which no server of \"%s\" has a free place: it waits %s, and then HAProxy answers 503.", Said.name(farm.name()),
                        Said.time(said.ms().getAsDouble()))));
    }

    private Optional<Candidate> silence(Section farm) {
        var again = configured.last(farm, "retry-on").filter(said -> said.line().words().contains("response-timeout")
                || said.line().words().contains("all-retryable-errors"));
        return timeout(farm, "server").map(said -> new Candidate(Topic.SILENCE, "B6", Set.of("line " + said.where()), false,
                Text.of("%s dice «timeout server %s». Un servidor aceptó una petición y se congela: ¿qué ve el visitante, y cuándo?",
                        "%s says \"timeout server %s\". A server took a request and freezes: what does the visitor see, and when?", said.where(), said.value()),
                again.map(one -> Text.of("A los %s HAProxy deja de esperar y la intenta de nuevo, por «retry-on» (%s).",
                        "After %s HAProxy waits no longer and tries it again, by \"retry-on\" (%s).", Said.time(said.ms().getAsDouble()), one.where()))
                        .orElse(Text.of("A los %s HAProxy deja de esperar y responde 504: nada dice «retry-on response-timeout».",
                                "After %s HAProxy waits no longer and answers 504: nothing says \"retry-on response-timeout\".",
                                Said.time(said.ms().getAsDouble())))));
    }

    private Optional<Said> timeout(Section farm, String which) {
        return configured.last(farm, "timeout", which).filter(said -> said.ms().orElse(0) > 0);
    }

    private Optional<Candidate> apology() {
        return configured.frontends().stream().flatMap(front -> Stream.concat(
                configured.farms().stream().flatMap(farm -> page(farm).stream()), page(front).stream())).findFirst()
                .map(said -> new Candidate(Topic.APOLOGY, "S1", Set.of("line " + said.where()), true,
                        prefix.of("S1").then(Text.of("%s dice «%s». ¿Quién envía esa página, con qué estado, y por qué no la envía Apache?",
                                "%s says \"%s\". Who sends that page, with which status, and why does Apache not send it?", said.where(),
                                said.line().words().get(0))),
                        Text.of("HAProxy mismo, con el estado que diga la primera línea de ese fichero, que debe ser 503: cuando se ve no queda ningún Apache.",
                                "HAProxy itself, with the status in the first line of that file, which must be 503: when it is seen no Apache is left.")));
    }

    private Optional<Said> page(Section section) {
        return configured.last(section, "errorfile", "503").or(() -> configured.last(section, "errorfiles")
                .filter(said -> said.line().words().size() == 2 || said.line().words().contains("503")));
    }

    /** Never a word of who may open it. */
    private Optional<Candidate> statistics(Section section) {
        var opens = section.having("stats").filter(line -> line.is("stats", "enable") || line.is("stats", "uri")).findFirst();
        return opens.map(line -> {
            var admin = configured.last(section, "stats", "admin");
            var protectedBy = configured.last(section, "stats", "auth");
            var ask = Text.of("%s abre la página de estadísticas. ¿Qué puede cambiar quien la abre, y qué se le pide antes?",
                    "%s opens the statistics page. What can whoever opens it change, and what are they asked for first?", Said.where(line));
            var changes = admin.map(one -> Text.of("Puede sacar servidores de servicio, si se cumple la condición de «stats admin» (%s).",
                    "They can take servers out of service, if the condition of \"stats admin\" holds (%s).", one.where()))
                    .orElse(Text.of("Nada: no hay ningún «stats admin».", "Nothing: there is no \"stats admin\"."));
            var asked = protectedBy.map(one -> Text.of("Usuario y contraseña, por «stats auth» (%s).", "User and password, by \"stats auth\" (%s).",
                    one.where())).orElse(Text.of("Para esa sección no hay ningún «stats auth».", "For that section there is no \"stats auth\"."));
            return new Candidate(Topic.STATISTICS, "G3.3", Set.of("line " + Said.where(line)), false, prefix.of("G3.3").then(ask), changes.then(asked));
        });
    }
}
