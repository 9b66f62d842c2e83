package relevo.lxd;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which machine each member of the cluster is: the names that managers give themselves agree with those of the machines only by chance. */
public final class MemberNames {

    private final Map<String, String> machines = new ConcurrentHashMap<>();
    private final Set<String> old = ConcurrentHashMap.newKeySet();

    /** Takes what the manager on a machine calls itself. */
    void learn(String member, String machine) {
        if (!member.isEmpty()) {
            machines.put(member, machine);
        }
    }

    /** Takes that the manager on a machine knows no other instances than containers, as before LXD 3.19. */
    void learnOld(String machine) {
        old.add(machine);
    }

    /** Whether the manager on a machine is known to be such. */
    boolean isOld(String machine) {
        return old.contains(machine);
    }

    /** The machine that this member is; the member's own name as long as no machine said that it is it. */
    String machine(String member) {
        return machines.getOrDefault(member, member);
    }
}
