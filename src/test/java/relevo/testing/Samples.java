package relevo.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.chance.ZeroRule;
import relevo.report.Catalogue;
import relevo.report.CatalogueRow;
import relevo.report.Checklist;
import relevo.report.Result;
import relevo.report.Rubric;
import relevo.report.RunInfo;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Hand-written runs for the tests of this package. */
public final class Samples {

    public static final Catalogue CATALOGUE = Catalogue.load();
    public static final Rubric RUBRIC = Rubric.of(CATALOGUE);
    public static final Set<String> ALL = CATALOGUE.requirements().stream()
            .filter(requirement -> requirement.level().automatic()).map(CatalogueRow::id).collect(Collectors.toSet());

    private Samples() {
    }

    public static RunInfo run(boolean complete) {
        var versions = new LinkedHashMap<String, String>();
        versions.put("LXD", "5.0.2");
        versions.put("HAProxy", "2.6.12");
        versions.put("Apache", "2.4.62");
        return new RunInfo("docker", "2026-03-14T09:26:53-05:00", 312.4, versions, true, complete);
    }

    public static Result met(String id, String es, String en) {
        return result(id, Verdict.met(Text.of(es, en)));
    }

    public static Result result(String id, Verdict verdict) {
        return new Result(id, verdict, 4.2, List.of(), "mvn verify -Dgroups=" + id);
    }

    public static Checklist checklist(List<Result> results) {
        return Checklist.of(CATALOGUE, RUBRIC, results, ALL, run(true));
    }

    public static Checklist allMet() {
        return checklist(ALL.stream().map(id -> met(id, "Se vio bien.", "It was seen well.")).toList());
    }

    /** A cluster that did not start: every check of the run ends for the same cause. */
    public static Checklist notStarted() {
        var cause = Verdict.couldNotCheck(Text.of("El clúster no arrancó: node2 no se unió en 120 s.",
                "The cluster did not start: node2 did not join within 120 s."),
                Text.of("Mire reports/evidence/start/node2.log", "Look at reports/evidence/start/node2.log"));
        return checklist(ALL.stream().map(id -> result(id, cause)).toList());
    }

    /** The commonest delivery that fails: HAProxy does not answer on its statistics page, and eight requirements need its figures. */
    public static Checklist withoutStatistics() {
        var waiting = List.of("G3.2", "B1", "B2", "B7", "B3", "B5", "G3.3", "L1");
        var results = new ArrayList<Result>();
        ALL.stream().filter(id -> !waiting.contains(id) && !id.equals("G3.1")).forEach(id -> results.add(met(id, "Se vio bien.", "It was seen well.")));
        // B7 and B3 wait for B2, which waits itself.
        waiting.forEach(id -> results.add(result(id, Verdict.waitsFor(id.equals("B7") || id.equals("B3") ? "B2" : "G3.1",
                Text.of("Sin estadísticas no se sabe.", "Without statistics it is not known.")))));
        results.add(new Result("G3.1", Verdict.notMet(
                Text.of("Que la página de estadísticas se abra.", "The statistics page opens."),
                Text.of("En 192.168.56.10:8404 nadie escucha.", "Nobody listens at 192.168.56.10:8404."),
                Text.of("Publique el puerto 8404.", "Publish port 8404.")), 1.5, List.of("evidence/G3.1/haproxy.cfg"),
                "mvn verify -Drelevo.infra=/a/very/long/path/that/does/not/fit/into/the/column/of/a/page -Dit.test='StatisticsSpec#opensFromTheHost'"));
        return checklist(results);
    }

    /** A delivery as they come: mostly right, plain backups, the stock 503 page, and one check that could not be made. */
    public static Checklist mixed() {
        var results = new ArrayList<Result>();
        results.add(met("G1.1", "20 de 20 respuestas traían la marca escrita en web1 o en web2.",
                "20 of 20 answers carried the marker written into web1 or web2."));
        results.add(met("G1.2", "web1 50, web2 50 de 100 peticiones, alternadas; con y sin keep-alive.",
                "web1 50, web2 50 of 100 requests, alternating; with and without keep-alive."));
        results.add(result("G1.3", Verdict.notMet(
                Text.of("Que el anfitrión no llegue a ningún servidor web.", "The host reaches no web server."),
                Text.of("http://127.0.0.1:8081/ respondió 200 con el contenido de web1.", "http://127.0.0.1:8081/ answered 200 with web1's content."),
                Text.of("El dispositivo proxy «web» del contenedor web1.", "The proxy device \"web\" of the container web1."))));
        results.add(met("G2", "web1, web2, backup1, backup2: apache2 en el puerto 80. haproxy: haproxy en 80 y 8404, ningún otro.",
                "web1, web2, backup1, backup2: apache2 on port 80. haproxy: haproxy on 80 and 8404, no other."));
        results.add(new Result("G3.1", Verdict.met(Text.of("http://127.0.0.1:8404/stats muestra web1, web2, backup1 y backup2 con estado y 129 columnas.",
                "http://127.0.0.1:8404/stats lists web1, web2, backup1 and backup2 with state and 129 columns.")), 6.1,
                List.of("evidence/G3.1/stats page.png", "evidence/G3.1/stats.csv"), "mvn verify -Dgroups=G3.1"));
        results.add(met("G3.2", "Los contadores subieron 40; web1 pasó a DOWN en 2.1 s y volvió a UP en 4.0 s.",
                "Counters rose by 40; web1 turned DOWN within 2.1 s and UP again within 4.0 s."));
        results.add(result("G3.3",
                Verdict.notApplicable(Text.of("La página no admite acciones porque no tiene formulario.",
                "The page takes no actions because it has no form."))));
        results.add(met("G4", "node1: haproxy. node2: web1, backup1. node3: web2, backup2.", "node1: haproxy. node2: web1, backup1. node3: web2, backup2."));
        results.add(met("G5", "2: web1 y web2.", "2: web1 and web2."));
        results.add(met("G6", "El contenedor haproxy, en node1, solo escucha con HAProxy.", "The container haproxy, on node1, listens with HAProxy alone."));
        results.add(met("C1", "3 miembros en línea; los 3 dan la misma lista.", "3 members online; all 3 give the same list."));
        results.add(met("C2", "haproxy alcanza 4 de 4 servidores web.", "haproxy reaches 4 of 4 web servers."));
        results.add(result("C4", Verdict.couldNotCheck(
                Text.of("El generador solo alcanzó 35 de 50 peticiones/s: nada se puede decir de la pérdida.",
                        "The generator only reached 35 of 50 requests/s: nothing can be said about loss."),
                Text.of("Cierre otros programas y repita solo esta comprobación.", "Close other programs and repeat just this check."))));
        results.add(result("B1", Verdict.met(Text.of("backup1 y backup2 atendieron 0 de 200 peticiones.", "backup1 and backup2 served 0 of 200 requests.")
                .then(ZeroRule.of(200, ZeroRule.ONE_IN_TWENTY).text()))));
        results.add(new Result("B2", Verdict.notMet(
                Text.of("Que backup1 y backup2 atiendan antes de 5 s, con producción en pie.", "backup1 and backup2 serve within 5 s, with production up."),
                Text.of("backup1 atendió 0 y backup2 0 de 2417 peticiones; web1 y web2 siguieron UP con sus 20 de 20 puestos ocupados y hasta 38 peticiones "
                        + "en cola.",
                        "backup1 served 0 and backup2 0 of 2417 requests; web1 and web2 stayed UP with 20 of 20 slots taken and up to 38 requests queued."),
                Text.of("infra/haproxy.cfg: «backup» solo actúa cuando producción está caída. Hace falta una regla que mire la ocupación, como "
                        + "be_conn_free(prod) lt 1.",
                        "infra/haproxy.cfg: \"backup\" only acts when production is down. It takes a rule that looks at occupancy, such as "
                                + "be_conn_free(prod) lt 1.")),
                41.7, List.of("evidence/B2/plot.svg", "evidence/B2/statistics.csv", "evidence/B2/haproxy.log", "evidence/B2/haproxy.cfg"),
                "mvn verify -Dgroups=B2"));
        results.add(result("B7", Verdict.waitsFor("B2", Text.of("Los respaldos no entraron.", "The backups did not join."))));
        results.add(result("B3", Verdict.waitsFor("B2", Text.of("Los respaldos no entraron.", "The backups did not join."))));
        results.add(met("B8", "backup1 301, backup2 299.", "backup1 301, backup2 299."));
        results.add(met("B4", "Detectado en 2.3 s; después 0 errores en 600 peticiones: backup1 301, backup2 299.",
                "Detected within 2.3 s; then 0 errors in 600 requests: backup1 301, backup2 299."));
        results.add(met("B5", "El tráfico volvió a web1 y web2 en 4.1 s.", "Traffic was back on web1 and web2 within 4.1 s."));
        results.add(met("B6", "0 de 1200 peticiones perdidas.", "0 of 1200 requests lost."));
        results.add(result("S1", Verdict.notMet(
                Text.of("Estado 503 y una página propia que pida disculpas.", "Status 503 and a custom page that apologises."),
                Text.of("Estado 503 con la página de fábrica de HAProxy: «No server is available to handle this request.»",
                        "Status 503 with HAProxy's stock page: \"No server is available to handle this request.\""),
                Text.of("errorfile 503 en la sección defaults de infra/haproxy.cfg.", "errorfile 503 in the defaults section of infra/haproxy.cfg."))));
        results.add(result("S4", Verdict.waitsFor("S1", Text.of("No hay página propia.", "There is no custom page."))));
        results.add(result("S5", Verdict.waitsFor("S1", Text.of("No hay página propia.", "There is no custom page."))));
        results.add(met("S2", "No apareció con 1 servidor disponible; se fue en 3.2 s al volver web1.",
                "It did not appear with 1 server available; it went away within 3.2 s of web1's return."));
        results.add(result("L4", Verdict.forTheTeacher(
                Text.of("La entrega no trae pruebas de carga.", "The delivery brings no load tests."),
                Text.of("Pregunte al equipo con qué midió su sistema.", "Ask the team what they measured their system with."))));
        results.add(result("F1", Verdict.notMet(
                Text.of("Que salga de servicio antes de 3 s.", "Out of service within 3 s."),
                Text.of("web1 salió de servicio a los 5.4 s.", "web1 was out of service after 5.4 s."),
                Text.of("inter y fall en la línea server.", "inter and fall in the server line."))));
        results.add(result("P1", Verdict.notApplicable(Text.of("Esta ejecución encontró el sistema ya levantado.", "This run found the system already up."))));
        results.add(met("L1", "5 escenarios; saturación en 412 ± 9 peticiones/s; ley de Little dentro de 3 %.",
                "5 scenarios; saturation at 412 ± 9 requests/s; Little's law within 3 %."));
        results.add(result("L2", Verdict.couldNotCheck(
                Text.of("Solo 212 muestras: con menos de 1000 el percentil 95 no decide.",
                        "Only 212 samples: below 1000 the 95th percentile decides nothing."),
                Text.of("Repita con -Dload.seconds=60.", "Repeat with -Dload.seconds=60."))));
        return checklist(results);
    }
}
