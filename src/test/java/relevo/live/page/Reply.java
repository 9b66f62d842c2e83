package relevo.live.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import relevo.words.Text;

/**
 * What is sent back, whole. Every answer forbids browsers all that this page does not need.
 *
 * @param headers beside those that every answer has; they win
 */
record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    private static final Map<String, String> ALWAYS = Map.of("Content-Security-Policy", POLICY, "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", "no-store", "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    /** One line, for whoever is refused. */
    static Reply line(int status, String words) {
        return new Reply(status, "text/plain; charset=utf-8", (words + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A sentence in both languages, for the page. */
    static Reply said(int status, Text text) {
        return new Reply(status, "application/json", ViewJson.render(text).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Those of every answer, also of one that does not end. */
    static void protect(Response response) {
        ALWAYS.forEach(response.getHeaders()::put);
    }

    void send(boolean withBody, Response response, Callback callback) {
        response.setStatus(status);
        protect(response);
        headers.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, withBody ? ByteBuffer.wrap(body) : null, callback);
    }
}
