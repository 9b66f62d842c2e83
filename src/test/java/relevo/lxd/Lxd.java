package relevo.lxd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.observation.InstanceName;
import relevo.observation.InstanceState;
import relevo.observation.Member;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** LXD, asked on one node through its own command-line client. */
public final class Lxd {

    /** In place of a client's name: there is nobody to speak with. */
    public static final String NOBODY = "";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** More than LXD allows, and nothing that is a path, an option or markup somewhere. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,252}");
    /** Of the URL that a list of projects has; the names of projects have no underscore. */
    private static final Pattern PROJECT = Pattern.compile("/1\\.0/projects/([A-Za-z0-9][A-Za-z0-9.-]{0,62})");
    private static final int MOST_PROJECTS = 20;
    private static final String CONTAINER = "container";
    /** Letters of any other word. */
    private static final int LONGEST = 100;

    private final Node node;
    private final String inside;
    private final MemberNames names;
    private final String client;
    private final ClientSpeech speech;
    private JsonNode server;

    /** One that is asked alone, through the client of LXD. @param inside text of {@code infra/provision/inside}, which need not be on the node */
    public Lxd(Node node, String inside) {
        this(node, inside, new MemberNames(), "lxc");
    }

    /**
     * @param inside text of {@code infra/provision/inside}, which need not be on the node
     * @param names  shared by all machines of a cluster: what is told of a member is told of its machine
     * @param client the command that speaks with it: {@code lxc}, {@code incus}, or {@link #NOBODY}
     */
    public Lxd(Node node, String inside, MemberNames names, String client) {
        this.node = node;
        this.inside = inside;
        this.names = names;
        this.client = client;
        this.speech = new ClientSpeech(node.name(), names, client);
    }

    /** What the daemon says of itself: {@code server}, {@code server_name}, {@code server_version}, …; asked once. */
    public JsonNode server() {
        if (server == null) {
            server = query("/1.0", answer -> answer.path("environment").isObject());
            names.learn(word(server.path("environment"), "server_name"), node.name());
            if (!server.path("api_extensions").isEmpty() && !can("instances")) {
                names.learnOld(node.name());
            }
        }
        return server.path("environment");
    }

    /** Whether its interface was extended by this, by its own word. */
    private boolean can(String extension) {
        return StreamSupport.stream(server.path("api_extensions").spliterator(), false).anyMatch(one -> one.asText().equals(extension));
    }

    /** The cluster's members as this node tells it; none where it says that it belongs to no cluster. */
    public List<Member> members() {
        var members = new ArrayList<Member>();
        if (!isClustered()) {
            return members;
        }
        for (var member : list("/1.0/cluster/members?recursion=1", "server_name")) {
            members.add(new Member(names.machine(word(member, "server_name")), word(member, "url"), word(member, "status").toUpperCase(Locale.ROOT)));
        }
        return members;
    }

    /** Whether it says anything at all. */
    public boolean answers() {
        try {
            return server().isObject();
        } catch (CannotCheck silent) {
            return false;
        }
    }

    /** Whether it belongs to a cluster, by its own word. */
    public boolean isClustered() {
        return server().path("server_clustered").asBoolean();
    }

    /** The machine that it is asked on: the member's name where there is no cluster to give it one. */
    public String machine() {
        return node.name();
    }

    /** All instances of the cluster, wherever they are; its own where it belongs to none. */
    public List<InstanceState> instances() {
        var clustered = isClustered();
        var instances = new ArrayList<InstanceState>();
        var old = names.isOld(node.name());
        for (var project : projects()) {
            for (var instance : list(speech.path("", project, old ? "?recursion=1" : "?recursion=2"), "name")) {
                var name = InstanceName.within(project, word(instance, "name"));
                // Before LXD 3.19 the list has no states.
                var state = old && word(instance, "status").equals("Running") ? query(speech.path(name, "/state"), JsonNode::isObject) : instance.path("state");
                instances.add(new InstanceState(name, clustered ? names.machine(word(instance, "location")) : machine(), old ? CONTAINER
                        : word(instance, "type"), word(instance, "status"), addresses(instance, state),
                        instance.at("/expanded_config/security.privileged").asBoolean()));
            }
        }
        return instances;
    }

    /** The default one, which has no name here, and every other one that it lists. */
    private List<String> projects() {
        var projects = new ArrayList<>(List.of(""));
        if (can("projects")) {
            for (var url : query("/1.0/projects", JsonNode::isArray)) {
                var project = PROJECT.matcher(url.asText());
                if (project.matches() && !project.group(1).equals("default") && projects.size() < MOST_PROJECTS) {
                    projects.add(project.group(1));
                }
            }
        }
        return projects;
    }

    private static List<String> addresses(JsonNode instance, JsonNode state) {
        var addresses = new ArrayList<String>();
        for (var card : state.path("network")) {
            for (var address : card.path("addresses")) {
                if (word(address, "scope").equals("global") && !word(address, "address").isEmpty()) {
                    addresses.add(word(address, "address"));
                }
            }
        }
        // One that does not run has none; where one is fixed, it is known all the same.
        for (var device : addresses.isEmpty() ? instance.path("expanded_devices") : JSON.createObjectNode()) {
            if (device.hasNonNull("ipv4.address")) {
                addresses.add(device.path("ipv4.address").asText());
            }
        }
        return addresses;
    }

    /** Standard output of a program that must succeed inside a running instance. */
    public String exec(String instance, String... command) {
        var output = run(instance, command);
        if (!output.ok()) {
            throw output.failed(node.name() + "/" + instance, command);
        }
        return output.out();
    }

    /** Runs a program inside a running instance; exit status 125 when that could not be done. */
    public Output run(String instance, String... command) {
        var name = InstanceName.of(instance);
        var line = new ArrayList<>(List.of("bash", "-c", speech.front(name) + inside, "inside", name.name()));
        line.addAll(List.of(command));
        return node.run(line.toArray(String[]::new));
    }

    /** Cuts an instance's power: the kernel kills all its processes at once. @throws CannotCheck when it is one that would be gone then */
    public void stop(String instance) {
        var seen = seen(instance);
        // One whose clock is stopped has its power all the same.
        if (List.of("Running", "Frozen").contains(word(seen, "status"))) {
            mustSurvive(instance, seen);
            node.ask(speech.asking(instance, "stop", "--force"));
        }
    }

    private static void mustSurvive(String instance, JsonNode seen) {
        if (seen.path("ephemeral").asBoolean()) {
            throw new CannotCheck(Text.of("%s es efímera: al detenerse se borraría, y no se detiene.",
                    "%s is ephemeral: stopped, it would be deleted, and it is not stopped.", instance),
                    Text.of("Créela sin --ephemeral, o haga una copia que no lo sea: lxc copy.",
                            "Make it without --ephemeral, or make a copy that is not: lxc copy."), null);
        }
    }

    /** Switches an instance off as its own system does it; cuts its power where that takes too long. */
    public void shutDown(String instance) {
        if (running(instance) && !node.run(speech.asking(instance, "stop", "--timeout", "10")).ok()) {
            stop(instance);
        }
    }

    /** Switches an instance on, also one that is on already. */
    public void start(String instance) {
        if (!running(instance)) {
            node.ask(speech.asking(instance, "start"));
        }
    }

    /** Stops an instance's clock: its processes stay, and none of them runs. @throws CannotCheck when it does not stop */
    public void pause(String instance) {
        change(instance, "Running", "freeze", "Frozen");
    }

    /** Lets an instance go on that was paused. One that was not goes on as it does. */
    public void resume(String instance) {
        change(instance, "Frozen", "unfreeze", "Running");
    }

    private void change(String instance, String from, String action, String to) {
        if (!status(instance).equals(from)) {
            return;
        }
        node.ask(client, "query", "--wait", "-X", "PUT", speech.path(instance, "/state"), "--data", "{\"action\":\"" + action + "\",\"timeout\":10}");
        var now = status(instance);
        if (!now.equals(to)) {
            throw new CannotCheck(Text.of("%s debía pasar a %s y está %s.", "%s should have become %s and is %s.", instance, to, now),
                    Text.of("Mire «lxc list» en %s.", "Look at \"lxc list\" on %s.", node.name()), null);
        }
    }

    /** The ends that an instance's network cards have on its machine; none for a card that has no such end. */
    public List<String> links(String instance) {
        var links = new ArrayList<String>();
        for (var card : query(speech.path(instance, "/state"), JsonNode::isObject).path("network")) {
            var link = word(card, "host_name");
            if (!link.isEmpty()) {
                links.add(link);
            }
        }
        return links;
    }

    /** Whether LXD says of this instance that it does not run; not when it says nothing. */
    public boolean isOff(String instance) {
        try {
            return !running(instance);
        } catch (CannotCheck unknown) {
            return false;
        }
    }

    private boolean running(String instance) {
        return status(instance).equals("Running");
    }

    private String status(String instance) {
        return word(seen(instance), "status");
    }

    private JsonNode seen(String instance) {
        return query(speech.path(instance, ""), answer -> !word(answer, "status").isEmpty());
    }

    /** Empty where there is no such word: null is none. */
    private static String word(JsonNode of, String field) {
        var text = of.path(field).isTextual() ? of.path(field).textValue() : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** A list of things that each have a name; anything else is no list, and not an empty one. */
    private JsonNode list(String path, String name) {
        return query(path, answer -> answer.isArray() && StreamSupport.stream(answer.spliterator(), false)
                .allMatch(each -> each.path(name).isTextual() && NAME.matcher(each.path(name).textValue()).matches()));
    }

    private JsonNode query(String path, Predicate<JsonNode> expected) {
        if (client.equals(NOBODY)) {
            throw new CannotCheck(Text.of("En %s no hay ningún LXD en marcha.", "No LXD runs on %s.", node.name()),
                    Text.of("Instálelo e inícielo allí: lxd init.", "Install and start it there: lxd init."), null);
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(node.ask(client, "query", path));
        } catch (JsonProcessingException invalid) {
            throw strange(path, Text.of("LXD respondió en %s algo que no es JSON.", "LXD answered something on %s that is no JSON.", node.name()), invalid);
        }
        if (!expected.test(answer)) {
            throw strange(path, Text.of("LXD respondió en %s algo que no se esperaba de él.", "LXD answered something on %s that was not expected of it.",
                    node.name()), null);
        }
        return answer;
    }

    private static CannotCheck strange(String path, Text reason, Throwable cause) {
        return new CannotCheck(reason, Text.of("Ejecute «lxc query %s» allí.", "Run \"lxc query %s\" there.", path), cause);
    }
}
