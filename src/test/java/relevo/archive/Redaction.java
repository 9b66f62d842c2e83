package relevo.archive;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A configuration of HAProxy as it may be kept and shown: {@code ***} in place of each password and of whatever follows it on its line. It rather
 * takes too much than too little: comments hide passwords too, and so do headers, addresses and variables.
 */
public final class Redaction {

    private static final String STRUCK_OUT = "***";
    private static final String KEY = "(?:password|passwd|passphrase|contrase\\S{1,2}a|secreto?|token|api[-_]?key|authorization|dynamic-cookie-key)[)\"'\\\\]*";
    private static final String BETWEEN = "[\\s\"'\\\\]+";
    /** Each ends where a password begins, in a comment as well. */
    private static final List<Pattern> ANYWHERE = Stream.of(
            "\\bstats" + BETWEEN + "auth" + BETWEEN + "(?:[^:\\s]*:)?",
            "\\binsecure-password" + BETWEEN,
            "\\buser\\s+\\S+\\s+password\\s+(?=[\"']?\\$|\\S+\\s+groups\\b)",
            KEY + "(?:\\s*[:=]|\\s+(?:is|es)\\b)\\s*",
            KEY + "\\s+(?=\\S+\\s*$)",
            "\\b(?:clave|pass|pwd)\\s*[:=]\\s*",
            "\\b(?:presetenv|setenv)\\s+\\S+\\s+",
            "\\bsend(?:-binary)?" + BETWEEN + "AUTH" + BETWEEN,
            "://[^/\\s:@\"']*:(?=[^/\\s@\"']*@)").map(Redaction::pattern).toList();
    /** In a comment this is a sentence about passwords. */
    private static final Pattern IN_A_DIRECTIVE = pattern(KEY + "\\s+");
    /** Without one of these there is no password to look for; most lines have none. */
    private static final List<String> SIGNS = List.of("auth", "pass", "pwd", "contrase", "clave", "secret", "token", "key", "setenv", "://");
    private static final Pattern COMMENT = Pattern.compile("^[^\"'\\\\#]*#");
    private static final Pattern QUOTING = Pattern.compile("[\"'\\\\]");

    private Redaction() {
    }

    /** The whole of a file; its lines stay where they are. */
    public static String of(String configuration) {
        return Stream.of(configuration.split("\n", -1)).map(Redaction::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        var plain = QUOTING.matcher(line).replaceAll("");
        var folded = plain.toLowerCase(Locale.ROOT);
        if (SIGNS.stream().noneMatch(folded::contains)) {
            return line;
        }
        var secret = secret(line);
        if (secret.isPresent()) {
            return line.substring(0, secret.getAsInt()) + STRUCK_OUT;
        }
        // Quotes within a word are none for HAProxy.
        return secret(plain).isPresent() ? STRUCK_OUT : line;
    }

    private static OptionalInt secret(String line) {
        var patterns = COMMENT.matcher(line).find() ? beforeItsComment(line) : IN_A_DIRECTIVE.matcher(line);
        return Stream.concat(ANYWHERE.stream().map(pattern -> pattern.matcher(line)), Stream.of(patterns)).filter(Matcher::find).mapToInt(Matcher::end).min();
    }

    private static Matcher beforeItsComment(String line) {
        return IN_A_DIRECTIVE.matcher(line).region(0, line.indexOf('#'));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
