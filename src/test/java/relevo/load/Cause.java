package relevo.load;

import java.util.List;
import java.util.Locale;

/** Why no response came, in a word or two: the one place that reads JMeter's response codes and messages. */
final class Cause {

    /** Stopped by this generator because it had waited long enough. */
    static final String STOPPED = "stopped waiting";

    private static final String NO_RESPONSE = "Non HTTP response code: ";

    /** The first that fits; a sign is part of the exception's class name or message, in lower case. */
    private static final List<Sign> SIGNS = List.of(
            // The generator's own limits come first: they are not the system's fault.
            new Sign("cannot assign requested address", "generator: no free port"),
            new Sign("too many open files", "generator: too many open files"),
            new Sign("request aborted", STOPPED),
            new Sign("requestabortedexception", STOPPED),
            new Sign("socket closed", STOPPED),
            new Sign("interrupted", STOPPED),
            new Sign("connecttimeoutexception", "connect timed out"),
            new Sign("connect timed out", "connect timed out"),
            new Sign("connection timed out", "connect timed out"),
            new Sign("sockettimeoutexception", "read timed out"),
            new Sign("connection refused", "connect refused"),
            new Sign("nohttpresponseexception", "closed"),
            new Sign("connectionclosedexception", "cut short"),
            new Sign("truncatedchunkexception", "cut short"),
            new Sign("malformedchunkcodingexception", "cut short"),
            new Sign("connection reset", "reset"),
            new Sign("broken pipe", "reset"),
            new Sign("unknownhostexception", "unknown host"),
            new Sign("noroutetohostexception", "unreachable"),
            new Sign("network is unreachable", "unreachable"),
            new Sign("protocolexception", "not http"),
            new Sign("parseexception", "not http"),
            new Sign("ssl", "tls failed"));

    private record Sign(String part, String cause) {
    }

    private Cause() {
    }

    /**
     * Reads a sample's response code and message.
     *
     * @return empty when a response came; the exception's short name when its cause has no word here
     */
    static String of(String code, String message) {
        if (!code.startsWith(NO_RESPONSE)) {
            return "";
        }
        String exception = code.substring(NO_RESPONSE.length());
        String said = (exception + " " + message).toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> said.contains(sign.part()))
                .map(Sign::cause)
                .findFirst()
                .orElseGet(() -> exception.substring(exception.lastIndexOf('.') + 1));
    }
}
