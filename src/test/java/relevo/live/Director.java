package relevo.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import relevo.cluster.Footprint.Part;
import relevo.junit.SpecificationTests;
import relevo.live.Board.Present;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Trouble;
import relevo.machine.Progress;
import relevo.outside.Browser;
import relevo.run.Reports;
import relevo.timing.Daemon;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Does one thing after the other, on a thread of its own: what was ordered, then what was saved, then requirements that are to be played, as long as
 * nothing is broken on purpose.
 */
final class Director implements AutoCloseable {

    /** Saved files that are put in force. */
    static final List<String> WATCHED = List.of("haproxy.cfg", "503.http", "cluster.yaml");

    private static final String APOLOGY = WATCHED.get(1);
    private static final String TOPOLOGY = WATCHED.get(2);
    private static final long ENDING_MS = 60_000;

    private final Board board;
    private final Errands errands;
    private final Path infra;
    private final Path reports;
    private final Thread thread = Daemon.named("relevo-live").newThread(this::work);
    private volatile boolean closing;
    private boolean checklistWanted;

    /**
     * @param infra   the folder that describes the system
     * @param reports folder for what is found out
     */
    Director(Board board, Errands errands, Path infra, Path reports) {
        this.board = board;
        this.errands = errands;
        this.infra = infra;
        this.reports = reports;
    }

    void begin() {
        thread.start();
    }

    private void work() {
        errands.worker(Thread.currentThread());
        attempt(this::bringUp);
        while (!closing) {
            attempt(() -> {
                if (!step()) {
                    errands.await();
                }
            });
        }
    }

    /** What fails is told on the page, and the next thing is done. */
    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException failed) {
            if (!closing) {
                board.trouble(Optional.of(HaproxyComplaint.of(failed, infra)));
                new Progress().say("live", String.valueOf(failed.getMessage()));
            }
        } finally {
            board.say(Board.NOTHING);
        }
    }

    /** @return whether there was anything to do */
    private boolean step() {
        var order = errands.order();
        if (order.isPresent()) {
            board.present().ifPresent(present -> carryOut(order.get(), present));
            return true;
        }
        if (errands.isLeft()) {
            leave();
            return true;
        }
        var saved = errands.saved();
        if (!saved.isEmpty()) {
            apply(saved);
            return true;
        }
        return board.present().filter(present -> !present.deeds().isBusy() && !present.isBroken())
                .filter(present -> playNext(present) || errands.isTimeToLook() && lookWhetherChanged(present)).isPresent();
    }

    private void bringUp() {
        board.say(Text.of("Se levanta el clúster", "The cluster is being brought up"));
        var home = Home.of(reports);
        board.examination().begin(home.run());
        present(home, new Deeds(home, board.timeline()));
        board.trouble(Optional.empty());
    }

    private void present(Home home, Deeds deeds) {
        var pulse = new Pulse(home.cast(), home.cluster().console(), board.timeline(), board::changed);
        board.present(Optional.of(new Present(home, deeds, pulse, home.cluster().inventory())));
    }

    private void carryOut(Order order, Present present) {
        switch (order.verb()) {
            case PLAY -> board.sheet().want(List.of(order.target()));
            case PLAY_ALL -> {
                board.sheet().want(board.sheet().ids());
                checklistWanted = true;
            }
            case STOP_PLAYING -> stopPlaying();
            case DEFENCE_FAULT -> hideFault(present);
            case DEFENCE_ANSWER, DEFENCE_END -> {
                board.examination().end(order);
                putRight(present);
            }
            default -> {
                board.say(present.deeds().told(order));
                present.deeds().carryOut(order);
            }
        }
    }

    /** What it is, only whoever made it knows. */
    private void hideFault(Present present) {
        board.say(Text.of("Se esconde un fallo", "A fault is being hidden"));
        putRight(present);
        var hidden = board.examination().hide(board.facts());
        if (hidden.isEmpty()) {
            board.trouble(Optional.of(new Trouble(Text.of("Aquí no hay bastantes fallos que se puedan distinguir.",
                    "There are too few faults here that can be told apart."), List.of())));
            return;
        }
        try {
            present.deeds().hide(hidden.get());
        } catch (RuntimeException impossible) {
            board.examination().withdraw();
            throw impossible;
        }
    }

    private void putRight(Present present) {
        if (present.isBroken()) {
            carryOut(new Order(Verb.PUT_RIGHT, "", ""), present);
        }
    }

    private void stopPlaying() {
        board.sheet().wantNothing();
        checklistWanted = false;
    }

    /** What was done on a page that nobody sees any more is put right. */
    private void leave() {
        stopPlaying();
        board.examination().withdraw();
        board.present().ifPresent(this::putRight);
    }

    private void apply(List<String> saved) {
        var there = board.present();
        if (there.isEmpty() || saved.contains(TOPOLOGY)) {
            closeHome();
            board.sheet().touched(Set.of(Part.values()));
            bringUp();
            return;
        }
        var files = String.join(", ", saved);
        board.say(Text.of("Se pone en vigor %s", "Putting %s in force", files));
        try {
            there.get().home().balance();
        } catch (CannotStart refused) {
            board.trouble(Optional.of(HaproxyComplaint.of(refused, infra)));
            board.timeline().mark(Kind.REFUSED, Text.of("%s rechazado", "%s refused", files));
            return;
        }
        board.timeline().mark(Kind.APPLIED, Text.of("%s en vigor", "%s in force", files));
        board.trouble(Optional.empty());
        there.get().home().cluster().lookAgain();
        takeUp(there.get());
        if (saved.contains(APOLOGY)) {
            board.sheet().touched(Set.of(Part.APOLOGY));
        }
    }

    /** Goes on with what was found after a change. */
    private void takeUp(Present before) {
        before.pulse().close();
        present(before.home(), before.deeds());
        board.present().ifPresent(now -> board.sheet().touched(Touched.by(Home.configuration(before.found()), Home.configuration(now.found()))));
    }

    /** On machines that are somebody else's, where the files that count are: what was written there is in force once HAProxy has read it. */
    private boolean lookWhetherChanged(Present present) {
        if (!present.home().isConfiguredAnew()) {
            return false;
        }
        present.home().cluster().lookAgain();
        var waiting = present.home().notYetInForce();
        board.trouble(waiting);
        if (waiting.isPresent()) {
            return false;
        }
        board.timeline().mark(Kind.APPLIED, Text.of("La configuración de HAProxy cambió", "HAProxy's configuration has changed"));
        takeUp(present);
        return true;
    }

    private boolean playNext(Present present) {
        var next = board.sheet().next();
        if (next.isEmpty()) {
            if (checklistWanted) {
                checklistWanted = false;
                Reports.write(board.sheet().results(), present.home().run(), SpecificationTests.specified());
            }
            // While there is time: the next edit will want it soon.
            Browser.prepare();
            return false;
        }
        var id = next.get();
        board.sheet().plays(id);
        present.pulse().visiting(false);
        board.say(Text.of("Se comprueba %s", "%s is being checked", id));
        try {
            errands.interruptibly(() -> present.home().play(id)).ifPresentOrElse(played -> board.sheet().played(played.result(), played.steps()), () -> {
                board.sheet().plays("");
                present.home().cluster().restore();
            });
        } finally {
            present.pulse().visiting(true);
        }
        return true;
    }

    private void closeHome() {
        var left = board.present();
        board.present(Optional.empty());
        left.ifPresent(present -> {
            present.pulse().close();
            present.home().close();
        });
    }

    /** Ends what is under way, and puts everything right. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(ENDING_MS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        errands.close();
        Browser.end();
        closeHome();
    }
}
