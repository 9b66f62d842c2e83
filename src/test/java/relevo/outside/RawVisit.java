package relevo.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import relevo.observation.RawAnswer;
import relevo.timing.Timing;

/** Asks for a page over a bare socket: an answer without status line, or with a wrong one, is an observation too. */
public final class RawVisit {

    private static final int MOST_BYTES = 1 << 20;
    /** For connection, request and answer together; times {@link Timing#slowness}. */
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;
    private static final int HTTP_PORT = 80;
    private static final Pattern EMPTY_LINE = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern REDIRECT = Pattern.compile("(?s)HTTP/\\S+ 30[12378]\\b.*");
    private static final Pattern LOCATION = Pattern.compile("(?im)^location:[ \\t]*([^\\r\\n]*)");

    private RawVisit() {
    }

    /** The answer; of a redirect that stays at the same host and port, what it leads to, five times at most. Never fails: no answer is one. */
    public static RawAnswer open(URI page) {
        var next = page;
        for (int redirects = 0; ; redirects++) {
            var answer = read(next, MOST_BYTES, Timing.stretched(LONGEST));
            var target = redirects < MOST_REDIRECTS ? target(next, answer) : Optional.<URI>empty();
            if (target.isEmpty()) {
                return answer;
            }
            next = target.get();
        }
    }

    /** With HTTP/1.0, so that nothing comes in chunks and nothing is kept open. */
    static RawAnswer read(URI page, int most, Duration longest) {
        var until = System.nanoTime() + longest.toNanos();
        var bytes = new ByteArrayOutputStream();
        int port = page.getPort() < 0 ? HTTP_PORT : page.getPort();
        try (var socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(page.getHost(), port), left(until));
            } catch (SocketTimeoutException late) {
                return answer(bytes, "connect timed out");
            }
            var path = (page.getRawPath().isEmpty() ? "/" : page.getRawPath()) + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            var request = "GET " + path + " HTTP/1.0\r\nHost: " + page.getRawAuthority() + "\r\nAccept: text/html, */*\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var buffer = new byte[8192];
            while (bytes.size() < most) {
                socket.setSoTimeout(left(until));
                int count = socket.getInputStream().read(buffer, 0, Math.min(buffer.length, most - bytes.size()));
                if (count < 0) {
                    return answer(bytes, bytes.size() == 0 ? "closed" : "");
                }
                bytes.write(buffer, 0, count);
            }
            return answer(bytes, "cut");
        } catch (SocketTimeoutException late) {
            return answer(bytes, "read timed out");
        } catch (ConnectException refused) {
            return answer(bytes, "connect refused");
        } catch (IOException reset) {
            // A socket that is closed with unread data resets the connection, after whatever it sent.
            return answer(bytes, bytes.size() == 0 ? "closed" : "");
        }
    }

    private static int left(long until) throws SocketTimeoutException {
        long ms = (until - System.nanoTime()) / 1_000_000;
        if (ms <= 0) {
            throw new SocketTimeoutException("read timed out");
        }
        return (int) ms;
    }

    private static RawAnswer answer(ByteArrayOutputStream bytes, String ended) {
        var text = bytes.toString(StandardCharsets.ISO_8859_1);
        if (!text.startsWith("HTTP/")) {
            return new RawAnswer("", text, ended);
        }
        var end = EMPTY_LINE.matcher(text);
        return end.find() ? new RawAnswer(text.substring(0, end.start()), text.substring(end.end()), ended) : new RawAnswer(text, "", ended);
    }

    private static Optional<URI> target(URI from, RawAnswer answer) {
        var location = LOCATION.matcher(answer.head());
        if (!REDIRECT.matcher(answer.head()).matches() || !location.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(from.resolve(location.group(1).strip())).filter(to -> "http".equalsIgnoreCase(to.getScheme())
                    && from.getRawAuthority().equals(to.getRawAuthority()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
