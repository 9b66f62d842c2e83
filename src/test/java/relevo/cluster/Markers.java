package relevo.cluster;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import relevo.observation.Page;

/**
 * A file with the same address and other random content in each web server's document root. Whoever returns that content has it from
 * that server: the balancer cannot have made it up.
 */
final class Markers {

    /** What a marker's file name looks like, for those that an interrupted run left. */
    static final String LEFTOVERS = "relevo-????????.txt";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String path = "/relevo-" + random(4) + ".txt";
    private final Map<String, String> instanceByContent = new ConcurrentHashMap<>();

    /** The file's address, from the document root. */
    String path() {
        return path;
    }

    /** The content to write for this instance. */
    String contentFor(String instance) {
        var content = random(16);
        instanceByContent.put(content, instance);
        return content;
    }

    /** The instance that this page came from; empty when it is no server's marker. */
    String server(Page page) {
        return page.status() == 200 ? instanceByContent.getOrDefault(page.body().strip(), "") : "";
    }

    private static String random(int bytes) {
        var data = new byte[bytes];
        RANDOM.nextBytes(data);
        return HexFormat.of().formatHex(data);
    }
}
