package relevo.judge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relevo.observation.RawAnswer;
import relevo.observation.Rendering;
import relevo.words.PlainText;

/**
 * A page read from its bytes, with whatever is wrong with them.
 *
 * @param statusLine as it came; empty when there was none
 * @param status     0 when there was none
 * @param headers    by name in lower case, the first of each
 * @param malformed  the first line among the headers that is none; empty when all are
 * @param bytes      the body, each character one byte
 */
record ErrorPage(String statusLine, int status, Map<String, String> headers, String malformed, String bytes) {

    private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})(?: .*)?");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");
    private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset\\s*+=\\s*+[\"']?\\s*+([\\w.:+-]+)");
    private static final Pattern META = Pattern.compile("(?is)<meta\\b[^>]*?\\bcharset\\s*+=\\s*+[\"']?\\s*+([\\w.:+-]+)");
    private static final Pattern MARKUP = Pattern.compile("(?is)<(!doctype|html|head|body|h[1-6]|p|div|center|title|meta|b|font|pre)\\b");
    /** The HTML standard looks for a charset in so many bytes. */
    private static final int META_WITHIN = 1024;
    private static final String BOM = "\u00ef\u00bb\u00bf";

    static ErrorPage of(RawAnswer raw) {
        if (raw.head().isEmpty()) {
            return new ErrorPage("", 0, Map.of(), "", raw.body());
        }
        String[] lines = raw.head().split("\\r?\\n");
        Matcher status = STATUS.matcher(lines[0]);
        Map<String, String> headers = new TreeMap<>();
        String malformed = "";
        for (int i = 1; i < lines.length; i++) {
            Matcher header = HEADER.matcher(lines[i]);
            if (header.matches()) {
                headers.putIfAbsent(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip());
            } else if (malformed.isEmpty()) {
                malformed = lines[i];
            }
        }
        // Without an empty line after the headers, the page is taken for more of them.
        String body = raw.body().isEmpty() && !malformed.isEmpty() ? raw.head().substring(raw.head().indexOf(malformed)) : raw.body();
        return new ErrorPage(lines[0], status.matches() ? Integer.parseInt(status.group(1)) : 0, headers, malformed, body);
    }

    /** Content-Type as it came; empty when there was none. */
    String type() {
        return headers.getOrDefault("content-type", "");
    }

    /** Whether it is said to be plain text, which a browser shows as it is. */
    boolean plain() {
        return type().toLowerCase(Locale.ROOT).startsWith("text/plain");
    }

    /** Whether it looks like HTML. */
    boolean markup() {
        // Comment by comment: an expression that repeats them tries all the ways in which many can be one.
        int at = past(0);
        for (int end = 0; bytes.startsWith("<!--", at) && end >= 0; at = past(at)) {
            end = bytes.indexOf("-->", at);
            at = end < 0 ? bytes.length() : end + "-->".length();
        }
        return MARKUP.matcher(bytes).region(at, bytes.length()).lookingAt();
    }

    /** Where something stands behind white space. */
    private int past(int from) {
        int at = from;
        while (at < bytes.length() && Character.isWhitespace(bytes.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The charset that the header says, or else the page's own first lines; empty when neither does. */
    Optional<String> declared() {
        Matcher header = CHARSET.matcher(type());
        if (header.find()) {
            return Optional.of(header.group(1));
        }
        if (bytes.startsWith(BOM)) {
            return Optional.of("UTF-8");
        }
        Matcher meta = META.matcher(bytes.substring(0, Math.min(META_WITHIN, bytes.length())));
        return meta.find() && !plain() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    /** The charset of this name; empty where there is none. */
    static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Whether any byte is no letter of the Latin alphabet without accents. */
    boolean beyondAscii() {
        return bytes.chars().anyMatch(c -> c > 0x7f);
    }

    /** The body in this charset; empty where its bytes are none. */
    Optional<String> in(Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))).toString());
        } catch (CharacterCodingException untrue) {
            return Optional.empty();
        }
    }

    /** The body as its author wrote it, whatever it says of its charset: bytes that are UTF-8 are nothing else. */
    String body() {
        Optional<Charset> said = declared().flatMap(ErrorPage::charset);
        Optional<String> wide = said.filter(charset -> charset.name().startsWith("UTF-")).flatMap(this::in);
        return wide.or(() -> in(StandardCharsets.UTF_8)).or(() -> said.flatMap(this::in)).or(() -> in(Charset.forName("windows-1252"))).orElse(bytes);
    }

    /** What there is to read, by the bytes alone. */
    String text() {
        return plain() ? PlainText.cut(body()).replaceAll("\\s+", " ").strip() : PlainText.of(body());
    }

    /** What a person reads: in the browser, or else by the bytes. */
    String read(Rendering rendered) {
        return rendered.shown() && !rendered.text().isBlank() ? PlainText.composed(PlainText.cut(rendered.text()).replaceAll("\\s+", " ").strip()) : text();
    }
}
