package relevo.outside;

/** Who may see the statistics page. Its text form hides the password. */
public record Credentials(String user, String password) {

    /** @param pair {@code user:password} */
    public static Credentials parse(String pair) {
        var colon = pair.indexOf(':');
        return new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}
