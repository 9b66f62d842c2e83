package relevo.report;

import java.util.ArrayList;
import java.util.List;
import relevo.words.Text;

/** What a reader must know before any verdict, in every format. */
final class Notices {

    private Notices() {
    }

    /** The notices of this checklist, weightiest first; often none. */
    static List<Text> of(Checklist checklist) {
        var notices = new ArrayList<Text>();
        checklist.cause().map(cause -> cause.seen().then(cause.remedy())).ifPresent(cause -> notices.add(
                new Text("No se pudo comprobar nada, y por una sola causa:\n" + cause.es(),
                        "Nothing could be checked, for one reason:\n" + cause.en())));
        if (!checklist.run().complete()) {
            notices.add(Text.of("Ejecución parcial: este puntaje no es la nota de la entrega.",
                    "Partial run: this score is not the delivery's grade."));
        }
        if (checklist.run().nodesStandIn()) {
            notices.add(Text.of("Los nodos de esta ejecución son contenedores en lugar de máquinas virtuales (vea G4).",
                    "The nodes of this run are containers in place of virtual machines (see G4)."));
        }
        return notices;
    }
}
