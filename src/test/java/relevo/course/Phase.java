package relevo.course;

import java.nio.file.Files;
import java.nio.file.Path;
import relevo.words.Text;

/** What a delivery's run is at, told by what it has written. */
enum Phase {

    UP("up", "se levanta · coming up", Text.of("no estuvo arriba", "was not up")),
    JUDGING("judging", "se evalúa · being judged", Text.of("no se terminó de evaluar", "was not judged to the end")),
    AWAY("away", "se retira · being put away", Text.of("no se terminó de retirar", "was not put away"));

    private final String key;
    private final String doing;
    private final Text missed;

    Phase(String key, String doing, Text missed) {
        this.key = key;
        this.doing = doing;
        this.missed = missed;
    }

    /** Its name in files. */
    String key() {
        return key;
    }

    /** What is being done, in both languages. */
    String doing() {
        return doing;
    }

    /** What did not come about where it took too long. */
    Text missed() {
        return missed;
    }

    /** Of the run that writes these reports: it says what it found once it is up, and writes its checklist once all is judged. */
    static Phase of(Path reports) {
        if (Files.exists(reports.resolve("checklist.json"))) {
            return AWAY;
        }
        return Files.exists(reports.resolve("inventory.json")) ? JUDGING : UP;
    }
}
