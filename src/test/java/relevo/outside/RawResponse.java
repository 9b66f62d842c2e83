package relevo.outside;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import relevo.observation.Page;

/** Reads an HTTP/1.0 response as it came over the wire. */
public final class RawResponse {

    private RawResponse() {
    }

    /** A text that is no response gives a page with status 0 and the text as its body. */
    public static Page parse(String raw) {
        var text = raw.replace("\r\n", "\n");
        var end = text.indexOf("\n\n");
        var head = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
        if (!head[0].matches("HTTP/1\\.[01] \\d{3}(?!\\d).*")) {
            return new Page(0, Map.of(), raw);
        }
        var headers = new TreeMap<String, String>();
        for (var i = 1; i < head.length; i++) {
            var colon = head[i].indexOf(':');
            if (colon > 0) {
                headers.put(head[i].substring(0, colon).toLowerCase(Locale.ROOT), head[i].substring(colon + 1).strip());
            }
        }
        return new Page(Integer.parseInt(head[0].substring(9, 12)), headers, end < 0 ? "" : text.substring(end + 2));
    }
}
