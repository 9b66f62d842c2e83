package relevo.substrate.delivery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import relevo.machine.SshAddress;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** What {@code -Drelevo.delivery} names: a folder that Vagrant can bring up, machines that are up already, or this very machine. Read, never run. */
public sealed interface Handover {

    /** What was decided or left aside on the way here, for people. */
    List<Text> notes();

    /**
     * A Vagrantfile.
     *
     * @param root        the folder that was handed in, without links in its path
     * @param folder      the Vagrantfile's own, below it
     * @param vagrantfile its name, for {@code VAGRANT_VAGRANTFILE}
     */
    record OfVagrant(Path root, Path folder, String vagrantfile, List<Text> notes) implements Handover {
    }

    /**
     * Machines that a file lists.
     *
     * @param file      an ssh_config or an Ansible inventory
     * @param addresses at least one; names, and places (host and port), are each there once
     */
    record OfHosts(Path file, List<SshAddress> addresses, List<Text> notes) implements Handover {
    }

    /** The machine that this runs on. */
    record ThisMachine() implements Handover {

        @Override
        public List<Text> notes() {
            return List.of();
        }
    }

    /**
     * @param typed as on the command line: {@code local}, a folder or a file
     * @param which of several: the Vagrantfile's folder, or a group of an inventory
     * @throws CannotStart in one clear line when it is none of these
     */
    static Handover of(String typed, Optional<String> which) {
        return new HandoverReading(typed, which, Path.of(System.getProperty("user.home"))).open();
    }
}
