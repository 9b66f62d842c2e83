package relevo.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import relevo.observation.LeftAsFound;
import relevo.observation.LeftAsFound.Change;
import relevo.words.Text;

/** How machines were left, in one line. */
final class Leaving {

    /** As many changes as are told one by one. */
    private static final int MOST = 12;

    private Leaving() {
    }

    static Text line(LeftAsFound left) {
        if (left.certain()) {
            return Text.of("Quedó como se encontró.", "Left as found.");
        }
        var unread = String.join(", ", left.unread());
        if (left.changes().isEmpty()) {
            return Text.of("No se sabe si quedó como se encontró; no se pudo mirar: %s.",
                    "Nobody knows whether it was left as found; could not be looked at: %s.",
                    unread);
        }
        var changed = new Text("No quedó como se encontró: " + listed(left.changes(), Text::es) + ".",
                "Not left as found: " + listed(left.changes(), Text::en) + ".");
        return unread.isEmpty() ? changed : changed.then(Text.of("No se pudo mirar: %s.", "Could not be looked at: %s.", unread));
    }

    private static String listed(List<Change> changes, Function<Text, String> side) {
        var told = changes.stream().limit(MOST).map(change -> side.apply(told(change)) + (change.command().isEmpty() ? "" : " [" + change.command() + "]"))
                .collect(joining("; "));
        var more = changes.size() - MOST;
        return more <= 0 ? told : told + "; " + side.apply(Text.of("y %d cambios más", "and %d more changes", more));
    }

    /** One change, with its place. */
    static Text told(Change change) {
        var where = change.instance().isEmpty() ? change.machine() : change.instance() + " (" + change.machine() + ")";
        var what = switch (change.what()) {
            case STATUS -> status(change);
            case CONFIGURATION -> changed(change, "la configuración de la instancia", "the instance's configuration");
            case HAPROXY_FILES -> changed(change, "los ficheros de HAProxy", "HAProxy's files");
            case APACHE_FILES -> changed(change, "los ficheros de /etc/apache2", "the files of /etc/apache2");
            case DOCUMENTS -> changed(change, "los documentos de " + change.detail(), "the documents of " + change.detail());
            case PROGRAM -> change.after().isEmpty() ? Text.of("%s ya no corre", "%s runs no more", change.detail())
                    : Text.of("%s corre y no corría", "%s runs and did not", change.detail());
            case MARKER -> Text.of("quedó %s, que escribió la suite", "%s is left, which the suite wrote", change.detail());
        };
        return new Text(where + ": " + what.es(), where + ": " + what.en());
    }

    private static Text status(Change change) {
        if (change.after().isEmpty()) {
            return Text.of("estaba %s y ya no se ve", "was %s and is seen no more", change.before());
        }
        return change.before().isEmpty() ? Text.of("no estaba y está %s", "was not there and is %s", change.after())
                : Text.of("estaba %s y quedó %s", "was %s and is %s", change.before(), change.after());
    }

    private static Text changed(Change change, String es, String en) {
        return change.after().isEmpty() ? new Text("ya no se ve: " + es, "seen no more: " + en) : new Text("cambió: " + es, "changed: " + en);
    }
}
