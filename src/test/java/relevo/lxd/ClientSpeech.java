package relevo.lxd;

import java.util.stream.Stream;
import relevo.machine.ShellWords;
import relevo.observation.InstanceName;

/**
 * How a manager is asked about an instance: of its own project, and as a container where the manager knows nothing else.
 *
 * @param machine that it is asked on
 * @param names   that know which managers are old
 * @param client  the command that speaks with it
 */
record ClientSpeech(String machine, MemberNames names, String client) {

    /** Of an instance's answers, with what follows its name. */
    String path(String called, String suffix) {
        var name = InstanceName.of(called);
        return path("/" + name.name(), name.project(), suffix);
    }

    /** Of the answers of a project; its name is empty for the default one. */
    String path(String name, String project, String suffix) {
        return (isOld() ? "/1.0/containers" : "/1.0/instances") + name + suffix
                + (project.isEmpty() ? "" : (suffix.contains("?") ? "&" : "?") + "project=" + project);
    }

    /** A command of its client, with the instance at the end. */
    String[] asking(String called, String... command) {
        var name = InstanceName.of(called);
        var project = name.project().isEmpty() ? Stream.<String>empty() : Stream.of("--project", name.project());
        return Stream.of(Stream.of(client), Stream.of(command), project, Stream.of(name.name())).flatMap(part -> part).toArray(String[]::new);
    }

    /** Shell text: whatever is asked of {@code lxc} after it goes to this manager's own client, and is about instances of this project. */
    String front(InstanceName name) {
        if (client.equals("lxc") && name.project().isEmpty() && !isOld()) {
            return "";
        }
        // The client refuses --project before a query.
        var asked = name.project().isEmpty() ? "" : " [[ $word == *\\?* ]] || word+=\\?project=" + ShellWords.quoted(name.project()) + ";";
        var old = isOld() ? " word=${word/#\\/1.0\\/instances\\//\\/1.0\\/containers\\/};" : "";
        return "lxc() { local word words=(); for word; do if [[ $word == /1.0/* ]]; then :;" + old + asked + " fi; words+=(\"$word\"); done; command " + client
                + " \"${words[@]}\"; }\n";
    }

    private boolean isOld() {
        return names.isOld(machine);
    }
}
