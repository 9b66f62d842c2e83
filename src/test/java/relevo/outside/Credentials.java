package relevo.outside;

import java.util.Locale;
import java.util.Set;

/** Who may see the statistics page. Its text form hides the password. */
public record Credentials(String user, String password) {

    /** As manuals, tutorials and lists of first guesses have them. */
    private static final Set<String> FIRST_GUESSES = Set.of("", "admin", "password", "passwd", "pass", "1234", "12345", "123456", "root", "user", "test",
            "haproxy", "stats", "changeme", "secret", "yourpassword", "mypassword");

    /** @param pair {@code user:password} */
    public static Credentials parse(String pair) {
        var colon = pair.indexOf(':');
        return new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
    }

    /** Whether whoever guesses begins with it: such a password, or the user's own name. */
    public boolean isWidelyKnown() {
        return FIRST_GUESSES.contains(password.toLowerCase(Locale.ROOT)) || password.equalsIgnoreCase(user);
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}
