package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import relevo.chance.ZeroRule;
import relevo.measure.History;
import relevo.observation.LoadRun;
import relevo.observation.Role;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges B7: while the backups help, production goes on serving: they relieve it, and do not replace it. */
final class Relief {

    /** A production that gets less than this part of the requests is replaced. */
    static final double REPLACED = ZeroRule.ONE_IN_TWENTY;

    private Relief() {
    }

    /** The verdict on one run, by what the balancer gave to each server in the second half of its schedule. */
    static Verdict judge(LoadRun run) {
        Optional<Verdict> notJoined = Farms.notJoined(Overload.judge(run));
        if (notJoined.isPresent()) {
            return notJoined.get();
        }
        History history = new History(run.seen());
        double middle = (run.scheduleBeganMs() + run.scheduleEndedMs()) / 2;
        List<String> production = history.named(Role.PRODUCTION);
        Map<String, Long> shares = new TreeMap<>();
        production.forEach(name -> shares.put(name, history.sessions(name, middle)));
        long own = shares.values().stream().mapToLong(n -> n).sum();
        history.named(Role.BACKUP).forEach(name -> shares.put(name, history.sessions(name, middle)));
        long all = shares.values().stream().mapToLong(n -> n).sum();
        List<String> never = production.stream().filter(name -> history.sessions(name, Double.NEGATIVE_INFINITY) == 0).toList();
        boolean replaced = own < REPLACED * all;
        if (!replaced && !never.isEmpty()) {
            return Verdict.waitsFor("G1.2", Text.of("%s no sirvió ninguna petición, ni siquiera al principio.", "%s served no request, not even at first.",
                    Figure.list(never)));
        }
        Findings findings = new Findings();
        if (all < Backups.ENOUGH) {
            Verdict few = Grounds.tooFew(all, Backups.ENOUGH);
            findings.doubt(few.seen(), few.remedy());
        } else if (replaced) {
            findings.wrong(Text.of("Los respaldos entraron y producción quedó ociosa: en la segunda mitad de la sobrecarga recibió %s de %s peticiones (%s).",
                            "The backups joined and production was left idle: in the second half of the overload it got %s of %s requests (%s).",
                            Figure.count(own), Figure.count(all), Figure.counts(shares)),
                    Text.of("Su regla manda todo el tráfico al otro backend, y producción descansa cuando más falta hace: fe_conn, fe_req_rate y fe_sess_rate "
                            + "cuentan todo lo que entra. Mande solo lo que no cabe: maxconn en cada servidor de producción y use_backend <respaldos> if "
                            + "{ be_conn_free(<producción>) lt 1 }.",
                            "Your rule sends all traffic to the other backend, and production rests when it is needed most: fe_conn, fe_req_rate and "
                                    + "fe_sess_rate count all that comes in. Send only what does not fit: maxconn on each production server and use_backend "
                                    + "<backups> if { be_conn_free(<production>) lt 1 }."));
        } else {
            production.stream().filter(name -> shares.get(name) == 0).forEach(name -> findings.wrong(
                    Text.of("%s no recibió ninguna petición en la segunda mitad de la sobrecarga (%s).",
                            "%s got no request in the second half of the overload (%s).", name, Figure.counts(shares)),
                    Text.of("Vea por qué la regla aparta a ese servidor y no al otro: su condición, su weight y su maxconn.",
                            "See why the rule leaves out that server and not the other: its condition, its weight and its maxconn.")));
        }
        if (!Farms.fallen(history).isEmpty()) {
            findings.wrong(Overload.fell(history), mustNotFall());
        }
        return findings.verdict(
                Text.of("Mientras los respaldos ayudan, producción sigue en pie y sirviendo.",
                        "While the backups help, production stays up and keeps serving."),
                () -> Text.of("Producción siguió en pie y sirviendo: en la segunda mitad de la sobrecarga recibió %s de %s peticiones (%s).",
                        "Production stayed up and kept serving: in the second half of the overload it got %s of %s requests (%s).",
                        Figure.count(own), Figure.count(all), Figure.counts(shares)));
    }

    static Text mustNotFall() {
        return Text.of("Una sobrecarga no debe parecer una caída: ponga maxconn en cada servidor por debajo de lo que Apache aguanta, y timeout check, fall "
                + "e inter más holgados; desborde con use_backend … if { be_conn_free(…) lt 1 }.",
                "An overload must not look like a failure: set maxconn on each server below what Apache bears, and wider timeout check, fall and "
                        + "inter; overflow with use_backend … if { be_conn_free(…) lt 1 }.");
    }
}
