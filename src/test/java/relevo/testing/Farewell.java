package relevo.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import relevo.observation.NobodyLeft;
import relevo.observation.Page;
import relevo.observation.RawAnswer;
import relevo.observation.Rendering;

/** What came when no server was left, written by hand; no browser saw it unless it is said. */
public final class Farewell {

    /** What comes of an error file that was written with care. */
    public static final String HEAD = "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/html; charset=utf-8\r\ncache-control: no-store";
    private static final Page USUAL = new Page(200, Map.of(), "<h1>web1</h1>");
    private static final Rendering NO_BROWSER = new Rendering("", "", "chromium is not installed");

    private Farewell() {
    }

    /** A page in UTF-8, with this in its body. */
    public static NobodyLeft page(String html) {
        return came(HEAD, document(html));
    }

    /** A whole document with this in its body. */
    public static String document(String html) {
        return "<html><head><title>503</title></head><body><h1>" + html + "</h1></body></html>";
    }

    /** A response with these status line and headers; the body is in UTF-8. */
    public static NobodyLeft came(String head, String body) {
        return came(head, body, StandardCharsets.UTF_8);
    }

    /** As {@link #came(String, String)}, with a body in this charset. */
    public static NobodyLeft came(String head, String body, Charset charset) {
        var status = head.matches("(?s)HTTP/\\S+ \\d{3}.*") ? Integer.parseInt(head.split(" ", 3)[1].substring(0, 3)) : 0;
        var bytes = new String(body.getBytes(charset), StandardCharsets.ISO_8859_1);
        var page = new Page(status, Map.of(), status == 0 ? "ClientProtocolException" : body);
        return new NobodyLeft(USUAL, page, "", new RawAnswer(head, bytes, ""), NO_BROWSER);
    }

    /** No byte came. */
    public static NobodyLeft silence(String why) {
        return new NobodyLeft(USUAL, new Page(0, Map.of(), why), "", new RawAnswer("", "", why), NO_BROWSER);
    }

    /** The same, and a browser showed this text. */
    public static NobodyLeft shownAs(NobodyLeft seen, String text) {
        return new NobodyLeft(seen.usual(), seen.page(), seen.server(), seen.raw(), new Rendering(text, "http://127.0.0.1:8080/", ""));
    }

    /** The same, and this web server still answered. */
    public static NobodyLeft servedBy(NobodyLeft seen, String server) {
        return new NobodyLeft(seen.usual(), seen.page(), server, seen.raw(), seen.rendered());
    }

    /** The same, and this was the page while servers were up. */
    public static NobodyLeft usually(NobodyLeft seen, int status, String body) {
        return new NobodyLeft(new Page(status, Map.of(), body), seen.page(), seen.server(), seen.raw(), seen.rendered());
    }
}
