package relevo.cluster;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import relevo.lxd.Lxd;
import relevo.machine.Script;
import relevo.observation.Page;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * A file with the same address and other random content in each web server's document root. Whoever returns that content has it from
 * that server: the balancer cannot have made it up.
 */
final class Markers {

    private static final String SCRIPT = Script.text("markers");

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

    /**
     * Looks whether this instance serves its marker. Where Apache answers that there is no such file, or with something else, its answers could
     * not be told from a stranger's; an Apache that refuses or fails is judged by that.
     *
     * @param page what came from its address, asked for around the balancer
     */
    void readBack(String instance, Page page) {
        var other = page.status() == 200 && !server(page).equals(instance);
        if (page.status() == 404 || other) {
            unwritten = new CannotCheck(Text.of("%s no sirve el archivo de prueba que se escribió en su DocumentRoot: %s → %s.",
                    "%s does not serve the test file that was written into its DocumentRoot: %s → %s.", instance, path,
                    other ? "otra cosa · something else" : "404"),
                    Text.of("Vea en %1$s «apache2ctl -S» y pida el archivo con «curl -i http://127.0.0.1%2$s».",
                            "In %1$s look at \"apache2ctl -S\" and ask for the file with \"curl -i http://127.0.0.1%2$s\".", instance, path), null);
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
        return page.status() == 200 ? whose(page.body().strip()) : "";
    }

    /** The instance whose marker has this content; empty when none has. */
    String whose(String content) {
        return instanceByContent.getOrDefault(content, "");
    }

    private static String random(int bytes) {
        var data = new byte[bytes];
        RANDOM.nextBytes(data);
        return HexFormat.of().formatHex(data);
    }
}
