package relevo.discovery;

import java.util.regex.Pattern;
import relevo.observation.LeftAsFound.What;

/**
 * Commands that put right what a machine was not left as. They are shown to a person and run by nobody, and names that a shell would act on get none.
 *
 * @param client path of the manager's client on the machine; empty where it did not answer
 */
record PuttingRight(String client) {

    private static final Pattern INSTANCE = Pattern.compile("(?:([A-Za-z0-9][A-Za-z0-9.-]*)_)?([A-Za-z0-9][A-Za-z0-9-]*)");
    private static final Pattern FILE = Pattern.compile("/[A-Za-z0-9_][A-Za-z0-9/._-]*");
    private static final Pattern PROGRAM = Pattern.compile("apache2|httpd|haproxy");

    /** Back from one state to another; empty where that takes more than one command. */
    String status(String instance, String before, String after) {
        boolean incus = client.endsWith("/incus");
        var verb = switch (before + ">" + after) {
            case "Running>Stopped" -> "start";
            case "Running>Frozen" -> incus ? "resume" : "start";
            case "Stopped>Running" -> "stop";
            case "Frozen>Running" -> "pause";
            default -> "";
        };
        return verb.isEmpty() ? "" : managers(verb, instance);
    }

    /** @param gone whether it was there and is there no more */
    String rest(What what, String instance, String detail, boolean gone) {
        return switch (what) {
            case PROGRAM -> PROGRAM.matcher(detail).matches() ? inside(instance, "systemctl " + (gone ? "start " : "stop ") + detail) : "";
            case MARKER -> FILE.matcher(detail).matches() && !detail.contains("..") ? inside(instance, "rm " + detail) : "";
            default -> "";
        };
    }

    private String inside(String instance, String command) {
        if (instance.isEmpty()) {
            return command;
        }
        var exec = managers("exec", instance);
        return exec.isEmpty() ? "" : exec + " -- " + command;
    }

    private String managers(String verb, String instance) {
        var name = INSTANCE.matcher(instance);
        if (client.isEmpty() || !name.matches()) {
            return "";
        }
        var program = client.endsWith("/incus") ? "incus" : "lxc";
        return program + " " + verb + (name.group(1) == null ? "" : " --project " + name.group(1)) + " " + name.group(2);
    }
}
