package relevo.load;

import java.util.List;

/**
 * JMeter servers that make a load together, each its share. Started by {@link JmeterServer}.
 *
 * @param names where they are, {@code host:port} of their RMI registries; none of them means that this JVM makes the load alone
 */
public record Servers(List<String> names) {

    static final Servers NONE = new Servers(List.of());

    /** Those of {@code -Drelevo.load.servers=host:port,host:port}. */
    public static Servers ofThisRun() {
        return of(System.getProperty("relevo.load.servers", ""));
    }

    static Servers of(String commaSeparated) {
        return new Servers(commaSeparated.isBlank() ? List.of() : List.of(commaSeparated.trim().split(" *, *")));
    }

    boolean any() {
        return !names.isEmpty();
    }
}
