package relevo.course;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import relevo.words.Text;

/**
 * What {@code bin/grade} was asked for.
 *
 * @param deliveries a folder of deliveries, or a file that lists them
 * @param into       folder of the course's reports
 * @param rubric     a name in {@code rubrics/}, or a file; empty for the catalogue's points
 * @param byHand     points that the teacher gave
 * @param students   the gradebook's students, with their teams
 * @param only       the only teams to be graded, each entry a team or several with commas; empty for all
 * @param repeated   teams that are graded although they were, or {@code failed} for those that were not judged to the end
 * @param tableOnly  grades nothing: makes the table and the files of what is saved
 * @param listOnly   prints the teams, as JSON on one line, and does nothing
 * @param sandbox    whether a Vagrantfile runs in one
 * @param limits     of each delivery
 */
record GradeArguments(Path deliveries, Path into, Optional<String> rubric, Optional<Path> byHand, Optional<Path> students, Set<String> only,
                      Set<String> repeated, boolean tableOnly, boolean listOnly, boolean sandbox, GradingLimits limits) {

    static final String USAGE = """
            uso · usage: bin/grade [opciones · options] CARPETA·FOLDER | LISTA·LIST.yaml

              --into FOLDER        los informes, reports/course si no se dice · the reports, reports/course unless told
              --rubric NAME|FILE   la rúbrica · the rubric: default, edition-2022, …
              --by-hand FILE       puntos dados a mano, CSV de la tabla · points given by hand, the table's CSV
              --students FILE      CSV con la columna team y las del libro de notas · CSV with column team and the gradebook's own
              --only TEAM,…        solo estos equipos · these teams alone
              --again TEAM,…       otra vez, aunque no hayan cambiado; failed: los que no se evaluaron · once more, although unchanged; failed: those not judged
              --table              no califica: rehace la tabla con lo guardado · grades nothing: the table anew, of what is saved
              --list               solo enumera los equipos, en JSON · the teams alone, as JSON
              --up-limit MIN       para levantarse, 30 si no se dice · to come up, 30 unless told
              --judge-limit MIN    para evaluarse, 30 si no se dice · to be judged, 30 unless told
              --no-sandbox         el Vagrantfile corre con todo lo que usted puede · the Vagrantfile runs with all that you may do
            """;
    private static final String FAILED = "failed";

    /** @throws IllegalArgumentException naming the word that will not do */
    static GradeArguments of(String... words) {
        var deliveries = Optional.<Path>empty();
        var into = Path.of("reports", "course");
        var rubric = Optional.<String>empty();
        var byHand = Optional.<Path>empty();
        var students = Optional.<Path>empty();
        Set<String> only = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        var tableOnly = false;
        var listOnly = false;
        var sandbox = true;
        var limits = GradingLimits.USUAL;
        var rest = new ArrayDeque<>(List.of(words));
        while (!rest.isEmpty()) {
            var word = rest.poll();
            switch (word) {
                case "--into" -> into = path(word, rest.poll());
                case "--rubric" -> rubric = Optional.of(value(word, rest.poll()));
                case "--by-hand" -> byHand = Optional.of(path(word, rest.poll()));
                case "--students" -> students = Optional.of(path(word, rest.poll()));
                case "--only" -> only.add(value(word, rest.poll()));
                case "--again" -> repeated.add(value(word, rest.poll()));
                case "--table" -> tableOnly = true;
                case "--list" -> listOnly = true;
                case "--no-sandbox" -> sandbox = false;
                case "--up-limit" -> limits = new GradingLimits(minutes(word, rest.poll()), limits.judging(), limits.away(), limits.freeBytes());
                case "--judge-limit" -> limits = new GradingLimits(limits.up(), minutes(word, rest.poll()), limits.away(), limits.freeBytes());
                default -> {
                    if (word.startsWith("-") || deliveries.isPresent()) {
                        throw refused("no se entiende «%s»", "\"%s\" is not understood", word);
                    }
                    deliveries = Optional.of(path("", word));
                }
            }
        }
        return new GradeArguments(deliveries.orElseThrow(() -> refused("falta la carpeta de las entregas", "the folder of the deliveries is missing")), into,
                rubric, byHand, students, only, repeated, tableOnly, listOnly, sandbox, limits);
    }

    /** Whether this team is to be graded. */
    boolean wants(String team) {
        return only.isEmpty() || names(only, team);
    }

    /** Whether it is graded although it was. */
    boolean again(String team, Graded before) {
        return names(repeated, team) || names(repeated, FAILED) && !before.trouble().es().isEmpty();
    }

    /** @throws IllegalArgumentException when a team that was named is not in the course */
    void mustKnow(Course course) {
        var teams = course.listed().stream().map(Listed::team).toList();
        Stream.concat(only.stream(), repeated.stream().filter(entry -> !entry.equals(FAILED))).filter(entry -> !teams.contains(entry))
                .flatMap(entry -> parts(entry).filter(name -> !teams.contains(name))).findFirst().ifPresent(name -> {
                    throw refused("no hay ningún equipo «%s»; los hay: %s", "there is no team \"%s\"; there are: %s", name, String.join(", ", teams));
                });
    }

    /** A name may have a comma itself. */
    private static boolean names(Set<String> entries, String team) {
        return entries.contains(team) || entries.stream().flatMap(GradeArguments::parts).anyMatch(team::equals);
    }

    private static Stream<String> parts(String entry) {
        return Arrays.stream(entry.split(",")).map(String::strip).filter(name -> !name.isEmpty());
    }

    private static String value(String option, String value) {
        if (value == null || value.startsWith("--")) {
            throw refused("falta el valor de %s", "%s needs a value", option);
        }
        return value;
    }

    private static Path path(String option, String value) {
        try {
            return Path.of(value(option, value));
        } catch (InvalidPathException invalid) {
            throw refused("no es una ruta: %s", "not a path: %s", value);
        }
    }

    private static Duration minutes(String option, String value) {
        if (!value(option, value).matches("[1-9]\\d{0,3}")) {
            throw refused("%s es «%s»: escriba minutos, de 1 a 9999", "%s is \"%s\": write minutes, 1 to 9999", option, value);
        }
        return Duration.ofMinutes(Long.parseLong(value));
    }

    private static IllegalArgumentException refused(String es, String en, Object... parts) {
        return new IllegalArgumentException(Text.of(es, en, parts).toString());
    }
}
