package relevo.live;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import relevo.cluster.Console;
import relevo.cluster.Instance;
import relevo.live.page.LivePicture;
import relevo.live.page.LivePicture.BalancerBox;
import relevo.live.page.LivePicture.Glance;
import relevo.live.page.LivePicture.MachineBox;
import relevo.live.page.LivePicture.ServerBox;
import relevo.observation.Role;

/** Draws the assignment's figure: who takes part, what the statistics say of them, and what was done to them by hand. */
record Drawing(Cast cast, Console console) {

    /**
     * @param seen   empty as long as the statistics cannot be read
     * @param serves whether a server was sent anything lately
     * @param secret whether it must not tell what was done by hand
     */
    LivePicture of(Optional<Figures> seen, Predicate<String> serves, boolean secret) {
        var figures = seen.orElse(Figures.NONE);
        var perSecond = figures.servers().values().stream().mapToDouble(Figures.Server::perSecond).sum();
        var balancer = new BalancerBox(cast.balancer().map(Instance::name).orElse(""), cast.balancer().map(Instance::node).orElse(""), seen.isPresent(),
                perSecond, figures.queued(), cast.web().toString());
        return new LivePicture(balancer, cast.machines().stream().map(machine -> new MachineBox(machine.name(), secret || !console.isCut(machine.name()),
                machine.instances().stream().filter(Instance::web).map(server -> box(server, figures, serves, secret)).toList())).toList());
    }

    private ServerBox box(Instance server, Figures figures, Predicate<String> serves, boolean secret) {
        var seen = Optional.ofNullable(figures.servers().get(server.name()));
        return new ServerBox(server.name(), server.role() == Role.BACKUP, glance(server, seen, serves.test(server.name()), secret),
                seen.map(Figures.Server::status).orElse(""),
                seen.map(Figures.Server::perSecond).orElse(0.0), seen.map(Figures.Server::current).orElse(0L),
                seen.map(Figures.Server::slots).orElse(OptionalLong.empty()), seen.map(Figures.Server::queued).orElse(0L));
    }

    private Glance glance(Instance server, Optional<Figures.Server> seen, boolean serves, boolean secret) {
        if (!secret && (console.isOff(server) || console.isCut(server.node()))) {
            return Glance.OFF;
        }
        if (!secret && console.isFrozen(server)) {
            return Glance.FROZEN;
        }
        return seen.map(figures -> !figures.up() ? Glance.DOWN : serves ? Glance.SERVING : Glance.IDLE).orElse(Glance.UNKNOWN);
    }
}
