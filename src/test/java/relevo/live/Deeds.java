package relevo.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import relevo.cluster.Console;
import relevo.cluster.Instance;
import relevo.live.page.Order;
import relevo.live.page.Strip.Kind;
import relevo.machine.Progress;
import relevo.timing.Daemon;
import relevo.words.Text;

/** What the verbs of the page do to the cluster. Traffic goes on beside everything else. */
final class Deeds {

    /** A scenario is over in a few seconds, too soon to break something meanwhile. */
    private static final int TIMES = 3;

    private final Home home;
    private final Cast cast;
    private final Timeline timeline;
    private final AtomicBoolean traffic = new AtomicBoolean();

    Deeds(Home home, Timeline timeline) {
        this.home = home;
        this.cast = home.cast();
        this.timeline = timeline;
    }

    /** Whether there is traffic, beside which no requirement can be played. */
    boolean isBusy() {
        return traffic.get();
    }

    /** Why this cannot be done now; empty when it can, or is nothing of these. */
    Optional<Text> refusal(Order order) {
        return switch (order.verb()) {
            case STOP, KILL, FREEZE, START -> cast.webServer(order.target()).isPresent() ? Optional.empty() : Optional.of(unknown(order));
            case CUT, RETURN -> cast.hasMachine(order.target()) ? Optional.empty() : Optional.of(unknown(order));
            case LIGHT_TRAFFIC, AVERAGE_TRAFFIC, OVERLOAD_TRAFFIC -> isBusy()
                    ? Optional.of(Text.of("Ya hay tráfico en curso.", "There is traffic already.")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    static Text unknown(Order order) {
        return Text.of("No hay ningún «%s».", "There is no \"%s\".", order.target());
    }

    /** The order in words, in the present tense. */
    Text told(Order order) {
        var target = order.target();
        return switch (order.verb()) {
            case STOP -> Text.of("%s se detiene", "%s is stopped", target);
            case KILL -> Text.of("%s se mata", "%s is killed", target);
            case FREEZE -> Text.of("%s se congela", "%s is frozen", target);
            case START -> Text.of("%s arranca", "%s is started", target);
            case CUT -> Text.of("La máquina %s se queda sin corriente", "Machine %s loses its power", target);
            case RETURN -> Text.of("La máquina %s vuelve", "Machine %s returns", target);
            case STOP_PRODUCTION -> Text.of("Se detiene toda la producción", "All of production is stopped");
            case STOP_ALL -> Text.of("Se detienen todos los servidores web", "All web servers are stopped");
            case PUT_RIGHT -> Text.of("Se arregla todo", "Everything is put right");
            case LIGHT_TRAFFIC -> Text.of("Tráfico ligero", "Light traffic");
            case AVERAGE_TRAFFIC -> Text.of("Tráfico medio", "Average traffic");
            case OVERLOAD_TRAFFIC -> Text.of("Sobrecarga", "Overload");
            default -> Text.same("");
        };
    }

    /** Does it, and marks it. */
    void carryOut(Order order) {
        switch (order.verb()) {
            case START, RETURN, PUT_RIGHT -> {
                timeline.mark(Kind.MENDED, told(order));
                mend(order);
            }
            case LIGHT_TRAFFIC -> traffic(order, "smoke");
            case AVERAGE_TRAFFIC -> traffic(order, "average");
            case OVERLOAD_TRAFFIC -> traffic(order, "stress");
            default -> {
                timeline.mark(Kind.FAULT, told(order));
                damage(order);
            }
        }
    }

    /** Does it, and says no more than that something was done. */
    void hide(Order order) {
        timeline.mark(Kind.SEEN, Text.of("Hay un fallo escondido", "A fault is hidden"));
        damage(order);
    }

    private void damage(Order order) {
        switch (order.verb()) {
            case STOP -> console().stop(server(order));
            case KILL -> console().kill(server(order));
            case FREEZE -> console().freeze(server(order));
            case CUT -> console().cutPower(order.target());
            case STOP_PRODUCTION -> stop(cast.production());
            case STOP_ALL -> stop(cast.webServers());
            default -> throw new IllegalArgumentException(order.verb().word());
        }
    }

    private void mend(Order order) {
        switch (order.verb()) {
            case START -> console().start(server(order));
            case RETURN -> console().giveBack(order.target());
            case PUT_RIGHT -> home.cluster().restore();
            default -> throw new IllegalArgumentException(order.verb().word());
        }
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

    /** Bounded by its scenario, whatever becomes of the cluster meanwhile. */
    private void traffic(Order order, String scenario) {
        if (!traffic.compareAndSet(false, true)) {
            return;
        }
        timeline.mark(Kind.TRAFFIC, told(order));
        Daemon.start("relevo-live-traffic", () -> {
            try {
                for (var i = 0; i < TIMES; i++) {
                    home.traffic().now(scenario);
                }
                timeline.mark(Kind.TRAFFIC, Text.of("Fin del tráfico", "End of the traffic"));
            } catch (RuntimeException failed) {
                timeline.mark(Kind.TRAFFIC, Text.of("No hay tráfico: %s", "No traffic: %s", failed.getMessage()));
                new Progress().say("live", String.valueOf(failed.getMessage()));
            } finally {
                traffic.set(false);
            }
        });
    }
}
