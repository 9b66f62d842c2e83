package relevo.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import relevo.load.Scenario.Model;
import relevo.load.Scenario.Played;
import relevo.load.Scenario.Step;
import relevo.observation.Limits;
import relevo.yaml.YamlNode;

/** Reads scenarios from YAML, and says file, scenario and key where something makes no sense. */
final class ScenarioFile {

    private static final double LONGEST_SECONDS = 3_600;
    private static final Set<String> KEYS = Set.of("model", "rate", "users", "seconds", "shape", "arrivals", "resource", "hold", "limits", "played", "after",
            "connections");

    private ScenarioFile() {
    }

    static List<Scenario> parse(String name, String yaml) {
        YamlNode root = YamlNode.parse(name, yaml);
        List<Scenario> scenarios = new ArrayList<>();
        root.keys().forEach(key -> scenarios.add(scenario(key, root.need(key))));
        scenarios.forEach(scenario -> scenario.after().ifPresent(first -> mustBeThere(first, scenario, scenarios, root)));
        if (scenarios.isEmpty()) {
            throw root.wrong("no hay ningún escenario", "there is no scenario");
        }
        return List.copyOf(scenarios);
    }

    private static void mustBeThere(String first, Scenario scenario, List<Scenario> all, YamlNode root) {
        if (all.stream().noneMatch(other -> other.name().equals(first) && other.after().isEmpty() && !first.equals(scenario.name()))) {
            throw root.need(scenario.name()).need("after").wrong("'" + first + "' no es otro escenario que empiece por sí solo", "'" + first
                    + "' is no other scenario that begins by itself");
        }
    }

    private static Scenario scenario(String name, YamlNode node) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw node.wrong("el nombre debe tener solo minúsculas, cifras y guiones",
                    "the name must be of lower-case letters, digits and hyphens");
        }
        node.allow(KEYS);
        Model model = node.need("model").oneOf("open", "closed").equals("open") ? Model.OPEN : Model.CLOSED;
        boolean even = node.find("arrivals").map(arrivals -> arrivals.oneOf("even", "random").equals("even")).orElse(true);
        double hold = node.find("hold").map(value -> value.number(0, LONGEST_SECONDS * 1_000)).orElse(0.0);
        if (model == Model.CLOSED) {
            node.forbid("arrivals", "el modelo cerrado (closed)", "the closed model");
        }
        boolean keepAlive = node.find("connections").map(connections -> connections.oneOf("kept", "new").equals("kept")).orElse(true);
        return new Scenario(name, model, steps(node, model), even, keepAlive, path(node.need("resource")), hold, node.find("limits").map(ScenarioFile::limits),
                node.find("played").map(ScenarioFile::played).orElse(Played.ALWAYS), node.find("after").map(YamlNode::text));
    }

    private static List<Step> steps(YamlNode node, Model model) {
        Optional<YamlNode> shape = node.find("shape");
        if (shape.isEmpty()) {
            return List.of(step(node, model));
        }
        node.forbid("rate", "un escenario con 'shape'", "a scenario with a 'shape'");
        node.forbid("users", "un escenario con 'shape'", "a scenario with a 'shape'");
        node.forbid("seconds", "un escenario con 'shape'", "a scenario with a 'shape'");
        List<Step> steps = new ArrayList<>();
        for (YamlNode stage : shape.get().items()) {
            stage.allow(model == Model.OPEN ? Set.of("rate", "to", "seconds") : Set.of("users", "seconds"));
            steps.add(step(stage, model));
        }
        if (steps.isEmpty()) {
            throw shape.get().wrong("no hay ningún tramo", "there is no stage");
        }
        return List.copyOf(steps);
    }

    private static Step step(YamlNode node, Model model) {
        if (model == Model.CLOSED) {
            node.forbid("rate", "el modelo cerrado (closed)", "the closed model");
            Rate users = rate(node.need("users"));
            return new Step(users, users, node.need("seconds").number(1, LONGEST_SECONDS));
        }
        node.forbid("users", "el modelo abierto (open)", "the open model");
        Rate from = rate(node.need("rate"));
        Rate to = node.find("to").map(ScenarioFile::rate).orElse(from);
        return new Step(from, to, node.need("seconds").number(0.1, LONGEST_SECONDS));
    }

    private static Played played(YamlNode node) {
        String key = node.oneOf(Stream.of(Played.values()).map(Played::key).toArray(String[]::new));
        return Stream.of(Played.values()).filter(when -> when.key().equals(key)).findFirst().orElseThrow();
    }

    private static Rate rate(YamlNode node) {
        try {
            return Rate.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.wrong("'" + node.text() + "' no es ni como '1.5 x capacity' ni como '20/s', mayor que 0",
                    "'" + node.text() + "' is neither like '1.5 x capacity' nor like '20/s', above 0");
        }
    }

    private static String path(YamlNode node) {
        String path = node.text();
        try {
            if (path.startsWith("/") && URI.create("http://host").resolve(path).getAuthority().equals("host")) {
                return path;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw node.wrong("'" + path + "' no es una ruta como /hold/200ms", "'" + path + "' is not a path like /hold/200ms");
    }

    private static Limits limits(YamlNode node) {
        node.allow(Set.of("errors", "p95"));
        return new Limits(node.need("errors").number(0, 100), node.need("p95").number(0, LONGEST_SECONDS * 1_000));
    }
}
