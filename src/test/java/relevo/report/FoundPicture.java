package relevo.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import relevo.archive.SavedInventory;
import relevo.archive.SavedObservations;
import relevo.judge.Seen;
import relevo.observation.Doorway;
import relevo.report.picture.Picture;
import relevo.words.Text;

/**
 * What a run found, drawn from what it saved.
 *
 * @param picture empty where nothing was saved
 * @param trouble why there is none although something was saved; otherwise empty in both languages
 */
record FoundPicture(Optional<Picture> picture, Text trouble) {

    /** The requirement that knocks at every door. */
    private static final String DOORS = "G1.3";

    /** Never throws: a checklist is more than its picture. */
    static FoundPicture of(Checklist checklist, Path reports) {
        try {
            return new FoundPicture(new SavedInventory(reports).read().map(inventory -> Picture.of(inventory, doors(checklist, reports))), Text.same(""));
        } catch (IllegalArgumentException unreadable) {
            return new FoundPicture(Optional.empty(), Text.of("No se pudo dibujar lo que se encontró: %s", "What was found could not be drawn: %s",
                    unreadable.getMessage()));
        }
    }

    /** What an earlier run knocked at may be of another cluster. */
    private static List<Doorway> doors(Checklist checklist, Path reports) {
        if (checklist.rows().stream().noneMatch(row -> row.id().equals(DOORS) && row.ran())) {
            return List.of();
        }
        return new SavedObservations(reports).seen(DOORS, Seen.Doorways.class).map(judged -> judged.seen().tried()).orElse(List.of());
    }
}
