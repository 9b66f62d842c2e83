package relevo.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is done to the reference cluster to make another one of it.
 *
 * @param edits of files of {@code infra/}, by their path in it
 * @param deeds in their order; undone in the opposite one
 */
record Change(Map<String, List<Edit>> edits, List<Deed> deeds) {

    /** What a running balancer takes over by a reload. */
    private static final Set<String> RELOADED = Set.of("haproxy.cfg", "503.http");
    /** Load plans, which no machine reads. */
    private static final String PLANS = "jmeter/";

    /** Whether the cluster must be made anew for it. */
    boolean founds() {
        return !edits.keySet().stream().allMatch(name -> RELOADED.contains(name) || name.startsWith(PLANS));
    }

    /**
     * Edits the files of a copy of {@code infra/}.
     *
     * @throws IllegalArgumentException naming the file in which something to replace is not there
     */
    void edit(Path infra) {
        edits.forEach((name, list) -> {
            var file = infra.resolve(name);
            try {
                var text = Files.readString(file);
                for (var edit : list) {
                    text = edit.on(text);
                }
                Files.writeString(file, text);
            } catch (IllegalArgumentException nothing) {
                throw new IllegalArgumentException(name + ": " + nothing.getMessage(), nothing);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
