package relevo.live;

import java.util.List;
import relevo.cluster.Console;
import relevo.cluster.Instance;
import relevo.live.page.Order;
import relevo.live.page.Strip.Kind;
import relevo.words.Text;

/** What the verbs of the page do to the cluster. */
record Deeds(Home home, Cast cast, Timeline timeline) {

    /** @return whether the verb is one of these */
    boolean carryOut(Order order) {
        switch (order.verb()) {
            case STOP -> fault(Text.of("%s se detiene", "%s is stopped", order.target()), () -> console().stop(server(order)));
            case KILL -> fault(Text.of("%s se mata", "%s is killed", order.target()), () -> console().kill(server(order)));
            case FREEZE -> fault(Text.of("%s se congela", "%s is frozen", order.target()), () -> console().freeze(server(order)));
            case START -> mended(Text.of("%s arranca", "%s is started", order.target()), () -> console().start(server(order)));
            case CUT -> fault(Text.of("la máquina %s se queda sin corriente", "machine %s loses its power", order.target()),
                    () -> console().cutPower(order.target()));
            case RETURN -> mended(Text.of("la máquina %s vuelve", "machine %s returns", order.target()), () -> console().giveBack(order.target()));
            case STOP_PRODUCTION -> fault(Text.of("se detiene toda la producción", "all of production is stopped"), () -> stop(cast.production()));
            case STOP_ALL -> fault(Text.of("se detienen todos los servidores web", "all web servers are stopped"), () -> stop(cast.webServers()));
            case PUT_RIGHT -> mended(Text.of("se arregla todo", "everything is put right"), () -> home.cluster().restore());
            case LIGHT_TRAFFIC -> traffic("smoke", Text.of("tráfico ligero", "light traffic"));
            case AVERAGE_TRAFFIC -> traffic("average", Text.of("tráfico medio", "average traffic"));
            case OVERLOAD_TRAFFIC -> traffic("stress", Text.of("sobrecarga", "overload"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Console console() {
        return home.cluster().console();
    }

    private void stop(List<Instance> servers) {
        console().stop(servers.stream().filter(server -> !console().isOff(server) && !console().isCut(server.node())).toList());
    }

    private Instance server(Order order) {
        return cast.webServer(order.target()).orElseThrow();
    }

    private void fault(Text what, Runnable deed) {
        timeline.mark(Kind.FAULT, what);
        deed.run();
    }

    private void mended(Text what, Runnable deed) {
        timeline.mark(Kind.MENDED, what);
        deed.run();
    }

    /** Bounded by its scenario, whatever the state of the cluster. */
    private void traffic(String scenario, Text what) {
        timeline.mark(Kind.TRAFFIC, what);
        home.load().now(scenario);
        timeline.mark(Kind.TRAFFIC, Text.of("fin: %s", "end: %s", "").then(what));
    }
}
