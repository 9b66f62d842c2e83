package relevo.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files somebody has saved. By their content: an editor may write a file anew, move another one into its place, or touch it without a change.
 */
final class Edits {

    private final Path folder;
    private final Map<String, Optional<byte[]>> known = new LinkedHashMap<>();
    private final Map<String, Optional<byte[]>> changing = new LinkedHashMap<>();

    /** @param files in that folder; one that is not there may come */
    Edits(Path folder, List<String> files) {
        this.folder = folder;
        files.forEach(file -> known.put(file, content(file)));
    }

    /**
     * Looks, and names those that were changed and have stayed as they are since it looked before: what is still being written is not taken.
     *
     * @return in the order in which they were given
     */
    List<String> saved() {
        var saved = new java.util.ArrayList<String>();
        known.forEach((file, before) -> {
            var now = content(file);
            if (same(now, before)) {
                changing.remove(file);
            } else if (changing.containsKey(file) && same(now, changing.get(file))) {
                changing.remove(file);
                saved.add(file);
            } else {
                changing.put(file, now);
            }
        });
        saved.forEach(file -> known.put(file, content(file)));
        return List.copyOf(saved);
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return Arrays.equals(one.orElse(null), other.orElse(null));
    }

    private Optional<byte[]> content(String file) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(file)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
