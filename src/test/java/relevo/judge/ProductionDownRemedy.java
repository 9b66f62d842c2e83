package relevo.judge;

import java.util.List;
import relevo.measure.History;
import relevo.observation.Answer;
import relevo.observation.ServerRow;
import relevo.observation.ServerState;
import relevo.words.Figure;
import relevo.words.Text;

/** What to do about a service that stops with production: one thing, for the cause that was observed. */
final class ProductionDownRemedy {

    private ProductionDownRemedy() {
    }

    /** For requests that failed. */
    static Text of(ProductionDown down, List<Answer> failed) {
        if (down.lastShown(down.production(), shown -> shown.is(ServerState.UNCHECKED))) {
            return Text.of("HAProxy no comprueba producción y le sigue mandando peticiones: ponga check en cada línea server.",
                    "HAProxy does not check production and goes on sending to it: put check on each server line.");
        }
        if (down.lastShown(down.production(), ProductionDown.ShownServer::usable)) {
            return Text.of("Pasada la ventana HAProxy aún mostraba producción en pie: baje inter y fall (por ejemplo check inter 1s fall 2).",
                    "After the window HAProxy still showed production as up: lower inter and fall (for example check inter 1s fall 2).");
        }
        if (down.lastShown(down.backups(), shown -> shown.is(ServerState.DOWN))) {
            return Text.of("HAProxy muestra DOWN también los respaldos: vea en ellos «systemctl status apache2», y su dirección y puerto en haproxy.cfg.",
                    "HAProxy shows the backups DOWN too: see \"systemctl status apache2\" in them, and their address and port in haproxy.cfg.");
        }
        if (failed.stream().allMatch(a -> a.error().contains("timed out"))) {
            return ofWaiting(down);
        }
        if (down.shares().values().stream().allMatch(n -> n == 0)) {
            return Text.of("Pase a los respaldos cuando no quede producción: la palabra backup en su línea server de la misma granja, o una regla con "
                    + "nbsrv(<producción>) lt 1.",
                    "Pass to the backups when no production is left: the word backup on their server lines in the same farm, or a rule with "
                            + "nbsrv(<production>) lt 1.");
        }
        return Text.of("Los respaldos atendieron unas y fallaron otras: repita con producción detenida, y vea en las estadísticas la fila de quien falla.",
                "The backups served some and failed others: repeat with production stopped, and see on the statistics page the row of whoever fails.");
    }

    /** Where requests that nobody served were, as far as it was seen. */
    static Text waiting(ProductionDown down) {
        return down.queued() > 0
                ? Text.of("Las estadísticas mostraron hasta %s en la cola de la granja.", "The statistics showed up to %s in the farm's queue.",
                        Figure.count(down.queued()))
                : Text.of("Cuánto se espera a un servidor que ya no está lo deciden timeout connect × (retries + 1) y option redispatch.",
                        "How long a server is waited for that is gone is decided by timeout connect × (retries + 1) and option redispatch.");
    }

    /** For requests that waited. */
    static Text ofWaiting(ProductionDown down) {
        return down.queued() > 0
                ? Text.of("Saque de la cola lo que espera: balance leastconn, o una granja propia para los respaldos.",
                        "Get out of the queue what waits there: balance leastconn, or a farm of their own for the backups.")
                : Text.of("Baje timeout connect (por ejemplo a 1s) y ponga option redispatch.",
                        "Lower timeout connect (for example to 1s) and set option redispatch.");
    }

    /** For backups that served nothing while another one did. */
    static Text ofIdle(ProductionDown down, List<String> idle) {
        if (down.lastShown(idle, shown -> shown.is(ServerState.DOWN))) {
            return Text.of("HAProxy muestra DOWN %1$s: vea allí «systemctl status apache2», y su dirección y puerto en haproxy.cfg.",
                    "HAProxy shows %1$s DOWN: see \"systemctl status apache2\" there, and its address and port in haproxy.cfg.", Figure.list(idle));
        }
        if (down.lastShown(idle, shown -> shown.is(ServerState.UNLISTED))) {
            return Text.of("La lista de HAProxy no tiene %1$s: añada su línea server.", "HAProxy's list does not have %1$s: add its server line.",
                    Figure.list(idle));
        }
        boolean flagged = down.lastShown(idle, shown -> History.rows(shown.snapshot(), shown.name()).stream().anyMatch(ServerRow::backup));
        return flagged
                ? Text.of("Ponga option allbackups: sin ella HAProxy usa solo el primer servidor backup.",
                        "Set option allbackups: without it HAProxy uses only the first backup server.")
                : Text.of("Vea por qué %1$s no recibe nada en la granja que sirve sin producción: balance, weight, y que esté en ella.",
                        "See why %1$s gets nothing in the farm that serves without production: balance, weight, and whether it is in it.", Figure.list(idle));
    }
}
