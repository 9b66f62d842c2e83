package relevo.cluster;

import java.util.List;
import java.util.stream.Stream;
import relevo.machine.Output;
import relevo.observation.Balancer;
import relevo.observation.ConfigurationFile;
import relevo.observation.Inventory;
import relevo.verdict.CannotCheck;

/** The files that the balancers were started with, as they are written: people look for the lines that a finding names. */
final class Configurations {

    private final Machines machines;

    Configurations(Machines machines) {
        this.machines = machines;
    }

    /** Those of each balancer that was found, and can still be had. */
    List<ConfigurationFile> of(Inventory found) {
        return found.balancers().stream().filter(one -> machines.node(one.machine()) != null)
                .flatMap(one -> one.files().stream().flatMap(file -> read(one, file))).limit(ConfigurationFile.MOST).toList();
    }

    private Stream<ConfigurationFile> read(Balancer balancer, String file) {
        try {
            var output = head(balancer, file);
            var whole = output.out().length() <= ConfigurationFile.LARGEST;
            return output.ok() ? Stream.of(new ConfigurationFile(balancer.machine(), balancer.instance(), file,
                    whole ? output.out() : output.out().substring(0, ConfigurationFile.LARGEST), whole, balancer.changedSinceStart().contains(file)))
                    : Stream.empty();
        } catch (CannotCheck silent) {
            // A report has one section less.
            return Stream.empty();
        }
    }

    private Output head(Balancer balancer, String file) {
        var node = machines.node(balancer.machine());
        var most = String.valueOf(ConfigurationFile.LARGEST + 1);
        return balancer.runs() ? node.run("head", "-c", most, "/proc/" + balancer.pid() + "/root" + file)
                : balancer.instance().isEmpty() ? node.run("head", "-c", most, file)
                : machines.lxd(node).run(balancer.instance(), "head", "-c", most, file);
    }
}
