package relevo.report.picture;

import java.util.ArrayList;
import java.util.List;
import relevo.report.chart.Chart.Entry;
import relevo.report.chart.Chart.Shape;
import relevo.report.picture.Occupant.Kind;
import relevo.words.Text;

/** What the looks of a picture mean; only of those that occur in it. Swatches are 24 by 12. */
final class Keys {

    /** What is told in words needs no swatch. */
    private static final Shape WORDS = new Shape("", "");

    private Keys() {
    }

    static List<Entry> of(Found found) {
        var keys = new ArrayList<Entry>();
        if (found.any(part -> part.kind() == Kind.PRODUCTION)) {
            keys.add(new Entry(one("part production", 6), Text.of("producción: fondo lleno", "production: filled")));
        }
        if (found.any(part -> part.kind() == Kind.BACKUP)) {
            keys.add(new Entry(new Shape("part backup", Shapes.box("", 1, 1, 22, 10, 3).path() + Shapes.box("", 4, 3, 16, 6, 1).path()),
                    Text.of("respaldo: doble borde", "backup: double border")));
        }
        if (found.any(Occupant::stopped)) {
            keys.add(new Entry(one("part other stopped", 3), Text.of("no está en marcha", "not running")));
        }
        if (found.any(Occupant::bare)) {
            keys.add(new Entry(one("part other", 0), Text.of("en la máquina misma, sin instancia", "in the machine itself, no instance")));
        }
        if (found.sites().stream().anyMatch(site -> site.name().isEmpty())) {
            keys.add(new Entry(WORDS, Text.of("?: no se sabe en qué instancia está", "?: nobody knows which instance it is")));
        }
        if (found.any(Occupant::server)) {
            keys.add(new Entry(WORDS, found.any(Occupant::told)
                    ? Text.of("papel encontrado al mirar; (dicho): lo dijo una persona", "role found by looking; (told): a person said so")
                    : Text.of("papeles encontrados al mirar", "roles found by looking")));
        }
        return keys;
    }

    private static Shape one(String css, int corner) {
        return Shapes.box(css, 1, 1, 22, 10, corner == 6 ? 3 : corner);
    }
}
