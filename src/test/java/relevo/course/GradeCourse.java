package relevo.course;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import relevo.report.Catalogue;
import relevo.report.Rubric;
import relevo.verdict.CannotStart;
import relevo.words.Printable;

/** A teacher's evening: {@code bin/grade FOLDER}. */
public final class GradeCourse {

    private static final int REFUSED = 2;
    private static final int INTERRUPTED = 130;
    private static final Duration PUTTING_AWAY = Duration.ofMinutes(10);

    private GradeCourse() {
    }

    /**
     * Grades, and writes the table and the files. The JVM ends with status 2, and one line, when what was asked for will not do; with 130 when it was
     * interrupted: run again, it goes on where it was.
     *
     * @param arguments {@link GradeArguments#USAGE}
     */
    public static void main(String... arguments) {
        if (arguments.length == 0 || arguments[0].equals("--help")) {
            System.out.print(GradeArguments.USAGE);
            return;
        }
        var main = Thread.currentThread();
        var stop = new Thread(() -> {
            main.interrupt();
            try {
                main.join(PUTTING_AWAY.toMillis());
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }, "relevo-interrupted");
        Runtime.getRuntime().addShutdownHook(stop);
        int status = run(System.out, System.err, arguments);
        if (status != 0 && status != INTERRUPTED) {
            // Or the hook would wait for this very thread, which waits for it.
            Runtime.getRuntime().removeShutdownHook(stop);
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            var asked = GradeArguments.of(arguments);
            if (asked.listOnly()) {
                out.println(new ObjectMapper().valueToTree(CourseList.read(asked.deliveries()).stream().map(Listed::team).toList()).toString());
                return 0;
            }
            var catalogue = Catalogue.load();
            var rubric = asked.rubric().map(name -> Rubric.named(name, Path.of("rubrics"), catalogue)).orElseGet(() -> Rubric.of(catalogue));
            var course = new Course(asked.into().toAbsolutePath().normalize(), CourseList.read(asked.deliveries()), catalogue, rubric);
            asked.mustKnow(course);
            var files = new CourseFolder(course, asked);
            if (!asked.tableOnly()) {
                new Grade(out, course, asked).all(files::write);
            }
            files.write();
            out.println("tabla · table: " + course.folder().resolve(CourseFolder.TABLE));
            return 0;
        } catch (InterruptedException interrupted) {
            err.println("Interrumpido; la misma orden sigue donde estaba. · Interrupted; the same command goes on where it was.");
            return INTERRUPTED;
        } catch (IllegalArgumentException | UncheckedIOException | CannotStart refused) {
            err.println("No se puede calificar · Cannot grade: " + Printable.of(String.valueOf(refused.getMessage())).replaceAll("\\s*\n\\s*", " · "));
            return REFUSED;
        }
    }
}
