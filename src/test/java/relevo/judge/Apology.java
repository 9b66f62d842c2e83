package relevo.judge;

import java.util.regex.Pattern;
import relevo.observation.NobodyLeft;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.PlainText;
import relevo.words.Text;

/** Judges S1: with no server at all, visitors see a page of the team's own. */
public final class Apology {

    private static final Text EXPECTED = Text.of("Con todos los servidores web caídos, el visitante ve una página propia del equipo, con cualquier estado y "
            + "cualquier juego de caracteres.",
            "With every web server down, visitors see a page of the team's own, with any status and any charset.");
    /** Programs that say their name in the header Server; HAProxy says none. */
    private static final Pattern WEB_SERVER = Pattern.compile("(?i)\\b(apache|nginx|lighttpd|caddy|iis|openresty|simplehttp|basehttp|werkzeug|gunicorn|"
            + "tomcat|jetty|gse|cloudflare)");

    private Apology() {
    }

    /**
     * S1: what a person sees with no server left is neither HAProxy's stock page, nor nothing, nor somebody else's page.
     *
     * @param seen what came while every web server was stopped
     */
    public static Verdict shown(NobodyLeft seen) {
        if (seen.raw().silent()) {
            return silence(seen.raw().ended());
        }
        ErrorPage page = ErrorPage.of(seen.raw());
        String text = page.read(seen.rendered());
        if (!seen.server().isEmpty()) {
            return notMet(Text.of("Con todos los servidores web detenidos, %s siguió respondiendo por el balanceador.",
                    "With every web server stopped, %s still answered through the balancer.", seen.server()),
                    Text.of("Vea por qué sigue en marcha: otra copia del servidor, o un contenedor que se vuelve a encender solo.",
                            "See why it still runs: another copy of the server, or a container that starts again by itself."));
        }
        if (page.status() >= 300 && page.status() < 400) {
            return notMet(Text.of("En vez de mostrar una página, manda al visitante a %s.", "Instead of showing a page it sends visitors to %s.",
                    Figure.quote(page.headers().getOrDefault("location", "–"))),
                    Text.of("Quite errorloc o redirect: donde no queda ningún servidor, nadie sirve esa dirección.",
                            "Take errorloc or redirect away: where no server is left nobody serves that address.").then(file(503)));
        }
        if (WEB_SERVER.matcher(page.headers().getOrDefault("server", "")).find() || Lexicon.OWN.isServers(text)) {
            return notMet(Text.of("La página es de un servidor web (%s), no del balanceador: %s.", "The page is a web server's (%s), not the balancer's: %s.",
                    page.headers().getOrDefault("server", "Apache / nginx"), Figure.quote(text)),
                    Text.of("Con todos los servidores web caídos otro programa responde: el balanceador mismo debe mostrar la página.",
                            "With every web server down another program answers: the balancer itself must show the page.").then(file(503)));
        }
        if (asUsual(seen)) {
            return notMet(Text.of("Es la misma página que con los servidores en marcha: %s.", "It is the same page as with the servers up: %s.",
                    Figure.quote(text)),
                    Text.of("Alguien más la sirve, o HAProxy la responde siempre (http-request return): busque quién.",
                            "Somebody else serves it, or HAProxy always answers with it (http-request return): find out who."));
        }
        if (Lexicon.OWN.isStock(text) || Lexicon.OWN.isStock(PlainText.of(page.body()))) {
            return notMet(Text.of("Es la página que trae HAProxy: %s.", "It is the page that comes with HAProxy: %s.", Figure.quote(text)),
                    page.status() == 502 || page.status() == 504 ? notNoticed(page.status()) : file(page.status() == 0 ? 503 : page.status()));
        }
        if (text.isEmpty() && !PlainText.hasPictures(page.body())) {
            return notMet(page.status() == 0
                    ? Text.of("La página no muestra nada.", "The page shows nothing.")
                    : Text.of("La página no muestra nada (estado %s).", "The page shows nothing (status %s).", page.status()), file(503));
        }
        return Verdict.met((text.isEmpty()
                ? Text.of("Sin ningún servidor sale una página propia, que solo tiene imágenes.",
                        "With no server left a page of the team's own is shown, which has pictures alone.")
                : Text.of("Sin ningún servidor sale una página propia: %s.", "With no server left a page of the team's own is shown: %s.", Figure.quote(text)))
                .then(note(seen)));
    }

    /** What is worth knowing of a page that was judged by its bytes alone. */
    private static Text note(NobodyLeft seen) {
        return seen.rendered().shown() ? Text.same("") : Text.of("Se juzgó por sus bytes: ningún navegador la mostró (%s).",
                "It was judged by its bytes: no browser showed it (%s).", Figure.quote(seen.rendered().trouble()));
    }

    private static boolean asUsual(NobodyLeft seen) {
        String usual = seen.usual().body().strip();
        return seen.usual().status() >= 200 && seen.usual().status() < 300 && !usual.isEmpty() && usual.equals(seen.page().body().strip());
    }

    private static Verdict silence(String ended) {
        return switch (ended) {
            case "connect refused" -> notMet(Text.of("Nadie atiende en la dirección publicada: la conexión fue rechazada.",
                    "Nobody listens at the published address: the connection was refused."),
                    Text.of("El balanceador debe seguir en marcha sin servidores: vea systemctl status haproxy y haproxy -c -f /etc/haproxy/haproxy.cfg, y que "
                            + "su puerto siga publicado.",
                            "The balancer must go on without servers: look at systemctl status haproxy and haproxy -c -f /etc/haproxy/haproxy.cfg, and that "
                                    + "its port is still published."));
            case "connect timed out", "read timed out" -> notMet(Text.of("Quien abre la página espera 10 s y no recibe nada (%s).",
                    "Whoever opens the page waits for 10 s and gets nothing (%s).", ended),
                    Text.of("Añada check a cada línea server, para que HAProxy sepa que no queda ninguno, y revise timeout queue y timeout connect.",
                            "Add check to each server line, so that HAProxy knows that none is left, and look at timeout queue and timeout connect."));
            default -> notMet(Text.of("El balanceador cerró la conexión sin responder.", "The balancer closed the connection without a response."),
                    Text.of("Hace falta mode http, y que errorfile 503 no apunte a /dev/null.",
                            "It takes mode http, and an errorfile 503 that is not /dev/null.")
                            .then(file(503)));
        };
    }

    private static Text notNoticed(int status) {
        return Text.of("HAProxy creía en marcha a un servidor que no lo estaba: añada check a cada línea server (con option httpchk si pasa por un dispositivo "
                + "proxy de LXD), y una página también para el %s.",
                "HAProxy believed a server up that was not: add check to each server line (with option httpchk where an LXD proxy device is in between), and a "
                        + "page for %s too.", status);
    }

    private static Text file(int status) {
        return Text.of("Declare errorfile %1$s /etc/haproxy/errors/%1$s.http en defaults de haproxy.cfg; el archivo lleva línea de estado, cabeceras, una "
                + "línea en blanco y su HTML.",
                "Declare errorfile %1$s /etc/haproxy/errors/%1$s.http in defaults of haproxy.cfg; the file has a status line, headers, an empty line and your "
                        + "HTML.", status);
    }

    private static Verdict notMet(Text seen, Text remedy) {
        return Verdict.notMet(EXPECTED, seen, remedy);
    }
}
