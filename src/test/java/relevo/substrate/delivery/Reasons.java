package relevo.substrate.delivery;

import java.util.List;
import java.util.regex.Pattern;
import relevo.observation.Balancer;
import relevo.observation.Server;
import relevo.words.Printable;
import relevo.words.Text;

/** The reasons and the evidence of discovery in both languages; what it does not know stays as it is. */
final class Reasons {

    private static final List<Phrase> PHRASES = List.of(
            new Phrase("active in (.*), where an ordinary request goes", "activo en $1, adonde va una petición corriente"),
            new Phrase("the same address is active in (.*)", "la misma dirección está activa en $1"),
            new Phrase("marked backup in (.*)", "marcado backup en $1"),
            new Phrase("in (.*), where only a rule leads", "en $1, adonde solo lleva una regla"),
            new Phrase(Pattern.quote(Server.PROOF.by()), "de allí volvió su propia página"),
            new Phrase("no other instance has that address; asked for a page: (.*)", "ninguna otra instancia tiene esa dirección; al pedirle una página: $1"),
            new Phrase("no other instance on its machine has that address; asked for a page: (.*)",
                    "ninguna otra instancia de su máquina tiene esa dirección; al pedirle una página: $1"),
            new Phrase("no instance has that address; asked for a page: (.*)", "ninguna instancia tiene esa dirección; al pedirle una página: $1"),
            new Phrase("(\\d+) instances have that address; asked for a page: (.*)", "$1 instancias tienen esa dirección; al pedirle una página: $2"));

    private static final String NOT_IN_FORCE = "; " + Balancer.NOT_IN_FORCE;

    private record Phrase(Pattern english, String spanish) {

        Phrase(String english, String spanish) {
            this(Pattern.compile(english), spanish);
        }
    }

    private Reasons() {
    }

    static Text of(String reason) {
        if (reason.endsWith(NOT_IN_FORCE)) {
            var rest = of(reason.substring(0, reason.length() - NOT_IN_FORCE.length()));
            return new Text(rest.es() + "; no está en vigor: HAProxy no corre", rest.en() + NOT_IN_FORCE);
        }
        // Made harmless first, so that no name can look like the rest of a phrase on another line.
        var said = Printable.of(reason.length() > 300 ? reason.substring(0, 300) + "…" : reason).replace('\n', '·');
        return PHRASES.stream().filter(phrase -> phrase.english().matcher(said).matches()).findFirst()
                .map(phrase -> new Text(phrase.english().matcher(said).replaceFirst(phrase.spanish()), said)).orElse(Text.same(said));
    }
}
