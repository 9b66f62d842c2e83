package relevo.substrate.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import relevo.machine.Command;
import relevo.timing.Timing;

/**
 * Containers that the engine made of a copy and Vagrant never noted, because it was ended between the two: known by the copy, which is nobody else's and
 * which they carry in their names, or have as the folder that Vagrant shares with each machine.
 */
final class StrayContainers {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String DOCKER = "docker";

    private StrayContainers() {
    }

    /**
     * The questions that find them.
     *
     * @param copy   its name is in theirs
     * @param folder of the Vagrantfile in it
     */
    static List<List<String>> questions(Path copy, Path folder) {
        return Stream.of("name=^" + copy.getFileName() + "_", "volume=" + folder)
                .map(filter -> List.of(DOCKER, "ps", "--all", "--quiet", "--no-trunc", "--filter", filter)).toList();
    }

    /** Removes them with their volumes, running or not; where the engine does not answer Vagrant says so next. */
    static void remove(Path copy, Path folder) {
        var found = questions(copy, folder).stream().map(StrayContainers::run).flatMap(String::lines).filter(id -> id.matches("[0-9a-f]{64}")).distinct();
        found.forEach(id -> run(List.of(DOCKER, "rm", "--force", "--volumes", id)));
    }

    private static String run(List<String> words) {
        return Command.of(words.toArray(String[]::new)).within(Timing.stretched(LONGEST)).run().out();
    }
}
