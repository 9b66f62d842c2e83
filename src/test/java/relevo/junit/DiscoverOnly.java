package relevo.junit;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.machine.Progress;
import relevo.substrate.Settings;
import relevo.substrate.delivery.DeliverySubstrate;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Says what there is, how each fact is known, and what a run would touch; judges nothing and changes nothing: {@code mvn verify -Drelevo.delivery=…
 * -Drelevo.discover}.
 */
class DiscoverOnly {

    private static final Path SUGGESTION = Path.of("reports", "relevo.yaml");

    @Test
    @DisplayName("Descubrir, sin evaluar / Discover, without judging")
    void discover() {
        var settings = Settings.from(System.getProperties());
        var delivery = settings.delivery().orElseThrow(() -> new CannotStart(Text.of("-Drelevo.discover necesita saber qué mirar.",
                "-Drelevo.discover needs to know what to look at."), Text.of("Añada -Drelevo.delivery=<carpeta>.", "Add -Drelevo.delivery=<folder>.")));
        try (var substrate = new DeliverySubstrate(settings, delivery, new Progress())) {
            var page = substrate.discover(SUGGESTION);
            System.out.println(page.es() + "\n\n" + page.en() + "\n\n" + Text.of("Para decir algo más: copie %s, edítelo y repita con -Drelevo.mapping=…",
                    "To say more: copy %s, edit it, and repeat with -Drelevo.mapping=…", SUGGESTION));
        }
    }
}
