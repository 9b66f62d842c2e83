package relevo.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relevo.observation.Member;
import relevo.observation.Reach;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges C1 and C2: the LXD cluster and its network. */
public final class Membership {

    private Membership() {
    }

    /**
     * C1: every VM is a member, online, and all tell the same story.
     *
     * <p>A member's name need not be its VM's. What counts is that each VM, asked itself, tells one list, the same as the others', of
     * at least as many members as there are VMs.
     *
     * @param told  what each node answered when asked itself; an empty list when it said that it belongs to no cluster; a node that
     *              could not be asked is missing
     * @param nodes every VM that exists
     */
    public static Verdict oneStory(Map<String, List<Member>> told, Set<String> nodes) {
        if (told.isEmpty() || nodes.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("Ningún nodo dijo quiénes forman el clúster.", "No node told who forms the cluster."), remedy());
        }
        Findings findings = new Findings();
        if (nodes.size() < 2) {
            findings.wrong(Text.of("Solo hay una máquina: %s.", "There is only one machine: %s.", Figure.list(nodes)),
                    Text.of("El clúster necesita al menos dos máquinas virtuales.", "The cluster needs at least two virtual machines."));
        }
        Map<String, String> stories = new TreeMap<>();
        for (String node : new TreeSet<>(nodes)) {
            Optional<List<Member>> story = Optional.ofNullable(told.get(node));
            if (story.isEmpty()) {
                unasked(node, told, nodes, findings);
            } else if (story.get().isEmpty()) {
                findings.wrong(Text.of("%s dice que no pertenece a ningún clúster.", "%s says that it belongs to no cluster.", node), join(node));
            } else {
                stories.put(node, story(story.get()));
            }
        }
        told.values().stream().flatMap(List::stream).filter(m -> !m.status().equalsIgnoreCase("ONLINE")).distinct().sorted(Comparator.comparing(Member::name))
                .forEach(bad -> findings.wrong(Text.of("Un miembro no está en línea: %s %s.", "A member is not online: %s %s.", bad.name(), bad.status()),
                        remedy(bad)));
        if (new TreeSet<>(stories.values()).size() > 1) {
            findings.wrong(Text.of("Los nodos no cuentan lo mismo: %s.", "The nodes do not tell the same: %s.",
                            stories.entrySet().stream().map(e -> e.getKey() + " → [" + e.getValue() + "]").collect(Collectors.joining("; "))),
                    Text.of("¿Se inició un LXD aparte en cada máquina? Una inicia el clúster y las demás se unen (lxc cluster add, lxd init).",
                            "Was a separate LXD started on each machine? One starts the cluster and the others join (lxc cluster add, lxd init)."));
        }
        new TreeMap<>(told).forEach((node, list) -> {
            if (!list.isEmpty() && list.size() < nodes.size()) {
                findings.wrong(Text.of("%s cuenta %s miembros; hay %s máquinas: %s.", "%s tells of %s members; there are %s machines: %s.", node, list.size(),
                        nodes.size(), Figure.list(new TreeSet<>(nodes))), remedy());
            }
        });
        return findings.verdict(
                Text.of("Todas las máquinas virtuales son miembros de un mismo clúster LXD, en línea, y todas cuentan lo mismo.",
                        "All virtual machines are members of one LXD cluster, online, and all tell the same."),
                () -> Text.of("%s nodos cuentan lo mismo: %s.", "%s nodes tell the same: %s.", stories.size(), stories.values().iterator().next()));
    }

    private static void unasked(String node, Map<String, List<Member>> told, Set<String> nodes, Findings findings) {
        boolean elsewhere = told.values().stream().anyMatch(list -> list.stream().anyMatch(m -> m.name().equals(node)) || list.size() >= nodes.size());
        if (elsewhere) {
            findings.doubt(Text.of("No se pudo preguntar a %s.", "%s could not be asked.", node), remedy());
        } else {
            findings.wrong(Text.of("%s no es miembro según ningún otro nodo.", "%s is no member by what any other node tells.", node), join(node));
        }
    }

    private static Text join(String node) {
        return Text.of("lxc cluster add %1$s en un miembro, y lxd init con ese código en %1$s.",
                "lxc cluster add %1$s on a member, and lxd init with that token on %1$s.", node);
    }

    private static String story(List<Member> members) {
        return members.stream().map(m -> m.name() + " " + m.address() + " " + m.status()).sorted().collect(Collectors.joining(", "));
    }

    private static Text remedy(Member bad) {
        return bad.status().equalsIgnoreCase("EVACUATED")
                ? Text.of("Devuélvalo al clúster: lxc cluster restore %s", "Bring it back: lxc cluster restore %s", bad.name())
                : Text.of("En %1$s: systemctl status lxd (o snap.lxd.daemon). Desde las demás máquinas, que se llegue a %2$s: ni cortafuegos ni otra "
                        + "dirección.",
                        "On %1$s: systemctl status lxd (or snap.lxd.daemon). From the other machines, see that %2$s can be reached: no firewall, no other "
                                + "address.", bad.name(), bad.address());
    }

    private static Text remedy() {
        return Text.of("Ejecute lxc cluster list en cada máquina.", "Run lxc cluster list on each machine.");
    }

    /** A firewall that drops packets leaves the one who asks without a word. */
    private static Text said(Reach failed) {
        return failed.said().isBlank() ? Text.of("ninguna respuesta a tiempo.", "no answer in time.") : Text.same(Figure.quote(failed.said()) + ".");
    }

    /**
     * C2: containers on different machines reach each other.
     *
     * @param reaches every attempt that was made, from the balancer's container to each web server
     */
    public static Verdict reachable(List<Reach> reaches) {
        if (reaches.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("No se hizo ningún intento de comunicación.", "No attempt to communicate was made."), Grounds.mappingRemedy());
        }
        Findings findings = new Findings();
        List<Reach> failed = reaches.stream().filter(r -> !r.answered()).toList();
        String unreached = failed.stream().map(Reach::to).distinct().collect(Collectors.joining(", "));
        failed.forEach(r -> findings.wrong(
                Text.of("%s no alcanza a %s:", "%s does not reach %s:", r.from(), r.to()).then(said(r)),
                Text.of("Desde %1$s: ping y curl a la dirección de %2$s (lxc list). Revise que estén en marcha, la red que une las máquinas (fan, VXLAN o "
                        + "puente) y que Apache escuche.",
                        "From %1$s: ping and curl the address of %2$s (lxc list). Look whether they run, at the network that joins the machines (fan, VXLAN "
                                + "or bridge) and that Apache listens.", r.from(), unreached)));
        return findings.verdict(
                Text.of("Los contenedores de máquinas distintas se alcanzan.", "Containers on different machines reach each other."),
                () -> Text.of("%s de %s intentos respondidos.", "%s of %s attempts answered.", reaches.size(), reaches.size()));
    }
}
