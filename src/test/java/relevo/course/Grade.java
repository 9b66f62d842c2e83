package relevo.course;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import relevo.machine.Command;
import relevo.machine.Progress;
import relevo.report.Points;
import relevo.substrate.delivery.LeftOvers;
import relevo.words.Printable;

/** Grades the deliveries of a course one after the other: {@code bin/grade}. */
final class Grade {

    private static final long SAY_EVERY_S = 30;

    private final PrintStream out;
    private final Course course;
    private final GradeArguments asked;
    private final String suite;
    private final Progress progress = new Progress();
    private double spent;
    private int done;

    Grade(PrintStream out, Course course, GradeArguments asked) {
        this.out = out;
        this.course = course;
        this.asked = asked;
        this.suite = Digest.ofSuite(Path.of(""));
    }

    /**
     * Grades what is to be graded: all that was not, or has changed since.
     *
     * @param after called after each
     * @throws InterruptedException when this thread is interrupted; the delivery under way was put away then, and is graded by the next run
     */
    void all(Runnable after) throws InterruptedException {
        var listed = course.listed().stream().filter(one -> asked.wants(one.team())).toList();
        for (int i = 0; i < listed.size(); i++) {
            var one = listed.get(i);
            var digest = Digest.of(one);
            var before = Graded.in(course.reports(one)).filter(graded -> graded.delivery().equals(digest) && graded.suite().equals(suite));
            if (before.isPresent() && !asked.again(one.team(), before.get())) {
                say(i, listed, "no ha cambiado desde · unchanged since " + before.get().startedAt());
            } else {
                say(i, listed, "se califica · grading");
                grade(one, digest, i, listed);
                after.run();
            }
        }
    }

    private void grade(Listed one, String digest, int at, List<Listed> listed) throws InterruptedException {
        LeftOvers.clear(asked.sandbox(), progress);
        var reports = course.reports(one);
        var saidAt = new AtomicLong();
        var grading = new Grading(command(one, reports), reports, asked.limits(), (phase, since) -> {
            var now = System.nanoTime();
            if (now - saidAt.get() > SAY_EVERY_S * 1_000_000_000L) {
                saidAt.set(now);
                say(at, listed, String.format(Locale.ROOT, "%s, %d s%s", phase.doing(), since.toSeconds(), left(listed.size() - at)));
            }
        });
        try {
            var ended = grading.run();
            if (!ended.trouble().es().isEmpty()) {
                LeftOvers.clear(asked.sandbox(), progress);
            }
            Brought.keep(one.delivery(), reports);
            new Graded(one.team(), digest, suite, ended.trouble(), ended.startedAt(), ended.seconds()).keep(reports);
            var team = course.team(one, Map.of());
            var graded = new Graded(one.team(), digest, suite, team.trouble(), ended.startedAt(), ended.seconds());
            graded.keep(reports);
            spent += graded.all();
            done++;
            say(at, listed, String.format(Locale.ROOT, "%s %s · %s %s (%.0f s)%s", Points.show(team.earned()), "puntos · points", Points.show(team.open()),
                    "por decidir · open", graded.all(), team.trouble().es().isEmpty() ? "" : ": " + team.trouble().es() + " · " + team.trouble().en()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Command command(Listed one, Path reports) {
        var words = new ArrayList<>(List.of("mvn", "-q", "-B", "verify", "-Dgate.skip=true", "-Drelevo.delivery=" + one.delivery(),
                "-Drelevo.delivery.up=" + one.up(), "-Drelevo.delivery.sandbox=" + asked.sandbox(),
                "-Drelevo.reports=" + reports.toAbsolutePath()));
        one.mapping().ifPresent(mapping -> words.add("-Drelevo.mapping=" + mapping));
        return Command.of(words.toArray(String[]::new));
    }

    /** What is left, by what each has taken so far. */
    private String left(int deliveries) {
        return done == 0 ? "" : "; quedan unos · some " + Duration.ofSeconds(Math.round(spent / done * deliveries)).toMinutes() + " min";
    }

    private void say(int at, List<Listed> listed, String what) {
        out.println(Printable.of("[%d/%d] %s: %s".formatted(at + 1, listed.size(), listed.get(at).team(), what)).replaceAll("\\s*\n\\s*", " "));
    }
}
