package relevo.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Script;
import relevo.observation.InstanceState;
import relevo.observation.Known;
import relevo.observation.Page;
import relevo.observation.Server;
import relevo.outside.RawResponse;
import relevo.timing.Timing;

/**
 * Which instance each server line means. By proof first: a page that only one instance can have is asked for at the server's address, from the
 * balancer's own network. Where it does not come back, by an address that exactly one instance has. Names are never enough: they agree nowhere.
 */
final class Joins {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Addresses; the script has so many seconds for all of them. */
    private static final int MOST_ASKED = 96;
    /** Letters of what came, as evidence. */
    private static final int LONGEST = 200;

    private static final String NEAR = "no other instance on its machine has that address";

    private final Node node;
    private final int process;
    private final List<InstanceState> instances;

    /**
     * @param node    the machine that the balancer runs on
     * @param process one that is in the balancer's network
     */
    Joins(Node node, int process, List<InstanceState> instances) {
        this.node = node;
        this.process = process;
        this.instances = instances;
    }

    /**
     * @param path  of the page
     * @param whose tells from it which instance it came from; empty for none
     */
    List<Server> joined(List<Server> servers, String path, Function<Page, String> whose) {
        var answers = fetched(path, servers.stream().map(Server::address).distinct().limit(MOST_ASKED).toList());
        return servers.stream().map(server -> {
            var told = answers.getOrDefault(server.address(), "nobody was asked");
            var instance = told.startsWith("HTTP/") ? whose.apply(RawResponse.parse(told)) : "";
            return instance.isEmpty() ? byAddress(server, told) : with(server, instance, Server.PROOF);
        }).toList();
    }

    private Server byAddress(Server server, String told) {
        var host = server.address().replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
        var all = instances.stream().filter(instance -> instance.addresses().contains(host)).toList();
        // Bridges of machines that are no cluster give the same addresses out; the balancer reaches those of its own machine.
        var near = all.stream().filter(instance -> instance.member().equals(node.name())).toList();
        var having = near.size() == 1 ? near : all;
        var line = told.startsWith("HTTP/") ? told.lines().findFirst().orElse("") : told;
        var heard = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return having.size() == 1
                ? with(server, having.get(0).name(),
                        Known.found((all.size() == 1 ? "no other instance has that address" : NEAR) + "; asked for a page: " + heard))
                : with(server, "", Known.unknown((having.isEmpty() ? "no instance has" : having.size() + " instances have")
                        + " that address; asked for a page: " + heard));
    }

    private static Server with(Server server, String instance, Known evidence) {
        return new Server(server.farm(), server.name(), server.address(), server.role(), server.reason(), instance, evidence);
    }

    /** What came from each address, or why nothing did. */
    private Map<String, String> fetched(String path, List<String> addresses) {
        var answers = new HashMap<String, String>();
        if (addresses.isEmpty()) {
            return answers;
        }
        var pid = String.valueOf(process);
        var command = Stream.concat(Stream.of("nsenter", "-t", pid, "-n", "python3", "-c", Script.text("fetch"), pid, path), addresses.stream())
                .toArray(String[]::new);
        node.run(Timing.COMMAND.max(), Map.of(), "", line -> { }, command).out().lines().map(Joins::json).filter(JsonNode::isObject)
                .forEach(line -> answers.put(line.path("address").asText(), line.path("answer").asText(line.path("error").asText())));
        return answers;
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException other) {
            return JSON.missingNode();
        }
    }
}
