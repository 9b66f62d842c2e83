package relevo.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relevo.observation.Demand;
import relevo.words.Shown;

/**
 * Where a request of a plan goes, as it is written there.
 *
 * @param target       for people
 * @param pathAndQuery for the copy: never an address of its own
 */
record Address(Demand.Target target, String pathAndQuery) {

    /** People write a whole address where JMeter has a field for each part. */
    private static final Pattern WHOLE = Pattern.compile("(?is)(https?)://([^/?#:]*)(?::(\\d{1,5}))?([^#]*).*");
    private static final int HIGHEST_PORT = 65_535;

    static Address of(Defaults written) {
        Matcher inPath = WHOLE.matcher(written.path());
        Matcher inHost = WHOLE.matcher(written.host());
        Matcher whole = inPath.matches() ? inPath : inHost.matches() ? inHost : null;
        if (whole == null) {
            return of(written.protocol(), written.host(), written.port(), written.path());
        }
        String port = whole.group(3) == null ? written.port() : whole.group(3);
        return of(whole.group(1), whole.group(2), port, whole == inPath ? whole.group(4) : written.path());
    }

    private static Address of(String protocol, String host, String port, String path) {
        // A slash too many would make the path a host of its own.
        String whole = "/" + path.replaceAll("[\\p{Cntrl}]", "").replaceFirst("^/+", "");
        int number = Amount.whole(port, 0);
        return new Address(new Demand.Target(protocol.equalsIgnoreCase("https") ? "https" : "http", Shown.of(host.toLowerCase(Locale.ROOT)),
                number > HIGHEST_PORT || number < 0 ? 0 : number, Shown.of(whole.replaceFirst("[?#].*", ""))), whole);
    }
}
