package relevo.substrate.delivery;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.discovery.Told;
import relevo.machine.SshAddress;
import relevo.observation.Inventory;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.outside.Credentials;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * What only a person can say of a delivery, and what that person allows. It stands beside the delivery and never in it: a permission is the
 * teacher's word. Whatever is empty was not told, and what was found counts.
 *
 * @param delivery        folder of the Vagrantfile that is meant, within what was handed in
 * @param hosts           machines that Vagrant does not own; a key without a name is none
 * @param countsAsMachine names of the machines that are judged; all of them where empty
 * @param balancer        where it is
 * @param statistics      where its statistics page is
 * @param servers         by {@code farm/server}
 * @param may             what a run may do besides
 * @param notes           for people
 */
public record Mapping(String delivery, List<SshAddress> hosts, List<String> countsAsMachine, ToldBalancer balancer, ToldStatistics statistics,
                      Map<String, ToldServer> servers, May may, String notes) {

    /** Of no mapping file: nothing is told and nothing is allowed. */
    public static final Mapping NOTHING = new Mapping("", List.of(), List.of(), new ToldBalancer("", "", Optional.empty()),
            new ToldStatistics(Optional.empty(), "", ""), Map.of(), May.NOTHING, "");

    /**
     * Where the balancer is.
     *
     * @param machine  empty when not told
     * @param instance empty when not told
     * @param url      where this host reaches it; {@code http} or {@code https}, with a host, without a user
     */
    public record ToldBalancer(String machine, String instance, Optional<URI> url) {
    }

    /**
     * Where the statistics page is, and who may see it.
     *
     * @param url         as that of the balancer
     * @param user        empty when not told
     * @param passwordEnv name of the variable of the environment that holds the password: it is written in no file
     */
    public record ToldStatistics(Optional<URI> url, String user, String passwordEnv) {

        /**
         * Empty when no user was told.
         *
         * @throws CannotStart when the environment does not hold the password
         */
        public Optional<Credentials> credentials(Map<String, String> environment) {
            if (user.isEmpty()) {
                return Optional.empty();
            }
            var password = environment.getOrDefault(passwordEnv, "");
            if (password.isEmpty()) {
                throw new CannotStart(Text.of("statistics.password_env: el entorno no tiene la variable %s, o está vacía.",
                        "statistics.password_env: the environment has no variable %s, or it is empty.", passwordEnv),
                        Text.of("Antes de mvn: read -rs %1$s; export %1$s", "Before mvn: read -rs %1$s; export %1$s", passwordEnv));
            }
            return Optional.of(new Credentials(user, password));
        }
    }

    /**
     * What a server line means.
     *
     * @param instance empty when not told
     * @param role     production or backup
     */
    public record ToldServer(String instance, Optional<Role> role) {
    }

    /**
     * What a run may do besides what it always does; nothing unless it is told.
     *
     * @param startStopped     start instances that were handed in stopped and that a server line points at, for the run
     * @param powerOffMachines switch machines off and on
     */
    public record May(boolean startStopped, boolean powerOffMachines) {

        static final May NOTHING = new May(false, false);
    }

    /** Whether a machine is judged. */
    public boolean counts(String machine) {
        return countsAsMachine.isEmpty() || countsAsMachine.contains(machine);
    }

    /** For whoever looks at the machines. */
    public Told told() {
        return new Told(balancer.machine(), balancer.instance(), this::applied);
    }

    /** A server as it is told, where it is. What was proven stays: who said otherwise is told so. */
    public Server applied(Server found) {
        var told = servers.get(found.label());
        if (told == null) {
            return found;
        }
        var named = !told.instance().isEmpty() && !told.instance().equals(found.instance()) && !found.proven();
        return new Server(found.farm(), found.name(), found.address(), told.role().orElse(found.role()), told.role().isPresent() ? Told.BY : found.reason(),
                named ? told.instance() : found.instance(), named ? Told.BY : found.evidence());
    }

    /**
     * What is told and is not there, or is proven to be otherwise: one sentence each, with the nearest name that exists. A machine that could not be
     * looked at contradicts nobody.
     */
    public List<Text> contradictions(Inventory found) {
        return new Contradictions(this, found).all();
    }
}
