package relevo.report.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.stream.Collectors;
import relevo.report.load.LoadSummary.Scenario;

/**
 * Where a page in {@code reports/load/} points.
 *
 * @param href cannot leave {@code reports/}
 * @param name for people
 */
public record Link(String href, String name) {

    private static final String FOLDER = "load";

    /** To a file, by its path from {@code reports/load/}. */
    static Link beside(String name, String path) {
        return new Link(href(FOLDER + "/" + path), name);
    }

    /** To a file, by its path from {@code reports/}. */
    static Link inReports(String path) {
        return new Link(href(path), path);
    }

    /** To a scenario on the same page. */
    static Link to(Scenario scenario) {
        return new Link("#" + anchor(scenario), scenario.name());
    }

    /** The name of a scenario's section. */
    static String anchor(Scenario scenario) {
        return "scenario-" + URLEncoder.encode(scenario.name(), StandardCharsets.UTF_8).replaceAll("[^a-zA-Z0-9_-]", "-");
    }

    private static String href(String path) {
        var parts = new ArrayDeque<String>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
            }
        }
        boolean here = parts.size() > 1 && parts.peekFirst().equals(FOLDER);
        return here ? parts.stream().skip(1).collect(Collectors.joining("/")) : "../" + String.join("/", parts);
    }
}
