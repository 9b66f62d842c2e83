package relevo.live.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Lets in who has the address, and no page of anybody else's that a browser here has open. */
final class Doorkeeper {

    private static final int TOKEN_BYTES = 24;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final byte[] token;

    Doorkeeper(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** A word that nobody guesses, fit for an address. */
    static String newToken() {
        var random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Why this request goes no further; empty when it does. */
    Optional<Reply> refuse(Request request, int port) {
        var headers = request.getHeaders();
        var hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
        var host = headers.get(HttpHeader.HOST);
        // A name of somebody else's may lead here: the browser then takes this server for a part of that page.
        if (host == null || !hosts.contains(host)) {
            return refusal(421, "This server answers to 127.0.0.1:" + port + " alone.");
        }
        if (!METHODS.contains(request.getMethod())) {
            return refusal(405, "Only GET, HEAD and POST.");
        }
        if (!ofThisPage(headers, "http://" + host) || !hasToken(request.getHttpURI().getPath())) {
            return refusal(403, "The whole address is needed, as it was printed when live was started.");
        }
        if (request.getMethod().equals("POST") && !headers.contains(HttpHeader.ORIGIN) && !"same-origin".equals(headers.get("Sec-Fetch-Site"))) {
            return refusal(403, "Orders are taken from the page alone.");
        }
        return Optional.empty();
    }

    private static boolean ofThisPage(HttpFields headers, String own) {
        return headers.getValuesList(HttpHeader.ORIGIN).stream().allMatch(own::equals);
    }

    private boolean hasToken(String path) {
        if (path == null || !path.startsWith("/")) {
            return false;
        }
        var end = path.indexOf('/', 1);
        var said = path.substring(1, end < 0 ? path.length() : end);
        return MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Reply> refusal(int status, String words) {
        return Optional.of(Reply.line(status, words));
    }
}
