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

    /**
     * Removes the markers that are there, also those that an interrupted run left, and writes the content given, if any. Where Apache keeps
     * its pages is asked of Apache itself, since a delivery may have moved them.
     */
    private static final String SCRIPT = """
            root=$(apache2ctl -t -D DUMP_RUN_CFG 2>/dev/null | sed -n 's/^Main DocumentRoot: "\\(.*\\)"$/\\1/p')
            root=${root:-/var/www/html}
            rm -f "$root"/relevo-????????.txt
            [ -z "$2" ] || printf '%s\\n' "$2" >"$root$1"
            """;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String path = "/relevo-" + random(4) + ".txt";
    private final Map<String, String> instanceByContent = new ConcurrentHashMap<>();

    private volatile CannotCheck unwritten;

    /** The file's address, from the document root. */
    String path() {
        return path;
    }

    /** Another run begins: what could not be written in the one before may be now. */
    void begin() {
        unwritten = null;
    }

    /**
     * Writes this instance's marker, in place of any that is there. Where that fails, only what needs markers cannot be checked; one that is
     * switched off needs none, since it answers nobody.
     */
    void write(Lxd lxd, String instance) {
        try {
            lxd.exec(instance, "sh", "-c", SCRIPT, "markers", path, contentFor(instance));
        } catch (CannotCheck failed) {
            if (!lxd.isOff(instance)) {
                unwritten = failed;
            }
        }
    }

    /** @throws CannotCheck when a marker could not be written: its server's answers would be taken for a stranger's */
    void mustBeWritten() {
        if (unwritten != null) {
            throw unwritten;
        }
    }

    /** Removes this instance's markers. */
    void remove(Lxd lxd, String instance) {
        lxd.exec(instance, "sh", "-c", SCRIPT, "markers", path, "");
    }

    private String contentFor(String instance) {
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
