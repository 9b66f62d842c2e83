package relevo.observation;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an instance is called here, {@code project_name@machine}: as its manager calls it, with its project before that outside the default one, as its
 * control group has it, and its machine behind that where two machines have one of that name. Managers allow neither sign in a name.
 *
 * @param project empty for the default one
 * @param name    as its manager calls it
 * @param machine empty where no other machine has one of that name
 */
public record InstanceName(String project, String name, String machine) {

    private static final String IN = "_";
    private static final String ON = "@";

    /** Takes it apart again. */
    public static InstanceName of(String called) {
        var at = called.indexOf(ON);
        var group = at < 0 ? called : called.substring(0, at);
        var in = group.indexOf(IN);
        return new InstanceName(in < 0 ? "" : group.substring(0, in), group.substring(in + 1), at < 0 ? "" : called.substring(at + 1));
    }

    /**
     * A command about the instance as a person types it, who knows its manager and not what it is called here: {@code lxc start web (en vm2)},
     * {@code lxc start --project lab web}.
     *
     * @param command with {@code %s} for the instance
     * @param on      the word before the machine's name, in the reader's language; the machine is told where it must be that one
     */
    public String typed(String command, String on) {
        return typed(command) + (machine.isEmpty() ? "" : " (" + on + " " + machine + ")");
    }

    /** The same for one who is on its machine already. */
    public String typed(String command) {
        return command.replace("%s", (project.isEmpty() ? "" : "--project " + project + " ") + name);
    }

    /** The name of one of a project; empty for the default one. */
    public static String within(String project, String name) {
        return project.isEmpty() ? name : project + IN + name;
    }

    /** The same instances, so that no two of them have one name: those of one name have their machine behind it. */
    public static List<InstanceState> distinct(List<InstanceState> listed) {
        var count = listed.stream().map(InstanceState::name).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return listed.stream().map(one -> count.get(one.name()) == 1 ? one : new InstanceState(one.name() + ON + one.member(), one.member(), one.type(),
                one.status(), one.addresses(), one.privileged())).toList();
    }

    /** What the instance that a control group on a machine is of is called. @param all names that are given */
    public static String called(Collection<String> all, String group, String machine) {
        return all.contains(group + ON + machine) ? group + ON + machine : group;
    }
}
