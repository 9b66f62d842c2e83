package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files a Vagrantfile names: those beside it or elsewhere in the folder that was handed in, never others.
 *
 * @param root   the folder that was handed in, without links in its path
 * @param folder the Vagrantfile's own
 */
record VagrantScripts(Path root, Path folder) {

    /** What a provisioner reads on the host. */
    static final Pattern PATH = Pattern.compile("(?<!\\w):?(?:path|source)\\s*(?:=>|[:=])\\s*([\"'])(.*?)\\1");
    /** Its own folder, as scripts inside a machine see it. */
    private static final Pattern SYNCED = Pattern.compile("/vagrant/([\\w./-]{1,200})");
    private static final int MOST = 40;

    /** The Vagrantfile itself, then what it names and what is there. */
    List<Path> withNamed(String vagrantfile) {
        var files = new LinkedHashSet<>(List.of(folder.resolve(vagrantfile)));
        try {
            var text = HandedFile.text(folder.resolve(vagrantfile));
            Stream.concat(groups(PATH, text, 2), groups(SYNCED, text, 1)).map(this::inside).flatMap(Optional::stream).filter(Files::isRegularFile).limit(MOST)
                    .forEach(files::add);
        } catch (IOException unreadable) {
            // Whoever reads the file itself says so.
        }
        return List.copyOf(files);
    }

    private static Stream<String> groups(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(group));
    }

    /** A file that is there and in the folder that was handed in, whatever links say. */
    Optional<Path> inside(String relative) {
        try {
            return Optional.of(folder.resolve(relative).toRealPath()).filter(real -> real.startsWith(root));
        } catch (IOException | InvalidPathException absent) {
            return Optional.empty();
        }
    }

    /** Whether a path leads out of the folder that was handed in, there or not. */
    boolean climbs(String relative) {
        return !folder.resolve(relative).normalize().startsWith(root) || Files.exists(folder.resolve(relative)) && inside(relative).isEmpty();
    }
}
