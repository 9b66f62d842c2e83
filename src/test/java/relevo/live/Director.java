package relevo.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import relevo.cluster.Footprint.Part;
import relevo.junit.SpecificationTests;
import relevo.live.page.LivePicture;
import relevo.live.page.LiveStage;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Trouble;
import relevo.live.page.View;
import relevo.machine.Progress;
import relevo.observation.Section;
import relevo.report.Catalogue;
import relevo.run.Reports;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Does one thing after the other, on a thread of its own: what was ordered, then what was saved, then requirements that are to be played, as long as
 * nothing is broken on purpose.
 */
final class Director implements LiveStage, AutoCloseable {

    private static final Text NOTHING = Text.same("");
    /** A page that is loaded anew is gone for a moment, ms. */
    private static final long LEAVING_MS = 10_000;
    private static final long ENDING_MS = 60_000;
    private static final String TOPOLOGY = "cluster.yaml";
    private static final String APOLOGY = "503.http";
    private static final LivePicture NO_PICTURE = new LivePicture(new LivePicture.BalancerBox("", "", false, 0, 0, ""), List.of());

    private final String project;
    private final Path infra;
    private final Path reports;
    private final Errands errands;
    private final Timeline timeline = new Timeline();
    private final Sheet sheet = new Sheet(Catalogue.load(), SpecificationTests.specified());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::work, "relevo-live");
    private volatile Home home;
    private volatile Pulse pulse;
    private volatile Deeds deeds;
    private volatile Text doing = NOTHING;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile boolean closing;
    private volatile long nobodyLooksSinceMs;
    private boolean checklistWanted;
    private List<Section> inForce = List.of();

    /**
     * @param infra   the folder that describes the system
     * @param watched files there that are put in force when they are saved; none where the machines are somebody else's, which are looked at instead
     * @param reports folder for what is found out
     */
    Director(String project, Path infra, boolean watched, Path reports) {
        this.project = project;
        this.infra = infra;
        this.reports = reports;
        this.errands = new Errands(thread, new Edits(infra, watched ? List.of("haproxy.cfg", APOLOGY, TOPOLOGY) : List.of()), !watched);
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void work() {
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
                trouble = Optional.of(HaproxyComplaint.other(failed));
                new Progress().say("live", String.valueOf(failed.getMessage()));
            }
            say(NOTHING);
        }
    }

    /** @return whether there was anything to do */
    private boolean step() {
        var order = errands.order();
        if (order.isPresent()) {
            carryOut(order.get());
            return true;
        }
        if (nobodyLooksSinceMs > 0 && System.currentTimeMillis() - nobodyLooksSinceMs > LEAVING_MS) {
            nobodyLooksSinceMs = 0;
            leave();
            return true;
        }
        var saved = errands.saved();
        if (!saved.isEmpty()) {
            apply(saved);
            return true;
        }
        if (home == null || deeds.isBusy() || !home.cluster().console().standing().isEmpty()) {
            return false;
        }
        return playNext() || errands.isTimeToLook() && lookWhetherChanged();
    }

    private void bringUp() {
        say(Text.of("Se levanta el clúster", "The cluster is being brought up"));
        home = Home.of(reports);
        inForce = home.configuration();
        deeds = new Deeds(home, timeline);
        beat();
        trouble = Optional.empty();
        say(NOTHING);
    }

    private void beat() {
        pulse = new Pulse(home.cast(), home.cluster().console(), timeline, this::changed);
    }

    private void carryOut(Order order) {
        switch (order.verb()) {
            case PLAY -> sheet.want(List.of(order.target()));
            case PLAY_ALL -> {
                sheet.want(sheet.ids());
                checklistWanted = true;
            }
            case STOP_PLAYING -> stopPlaying();
            default -> {
                say(deeds.told(order));
                deeds.carryOut(order);
                say(NOTHING);
            }
        }
    }

    private void stopPlaying() {
        sheet.wantNothing();
        checklistWanted = false;
    }

    /** What was done on a page that nobody sees any more is put right. */
    private void leave() {
        stopPlaying();
        if (home != null && !home.cluster().console().standing().isEmpty()) {
            carryOut(new Order(Verb.PUT_RIGHT, "", ""));
        }
    }

    private void apply(List<String> saved) {
        if (home == null || saved.contains(TOPOLOGY)) {
            closeHome();
            sheet.touched(Set.of(Part.values()));
            bringUp();
            return;
        }
        var files = String.join(", ", saved);
        say(Text.of("Se pone en vigor %s", "Putting %s in force", files));
        try {
            home.balance();
            timeline.mark(Kind.APPLIED, Text.of("%s en vigor", "%s in force", files));
            trouble = Optional.empty();
            lookAgain(saved.contains(APOLOGY));
        } catch (CannotStart refused) {
            trouble = Optional.of(HaproxyComplaint.of(refused, infra));
            timeline.mark(Kind.REFUSED, Text.of("%s rechazado", "%s refused", files));
        }
        say(NOTHING);
    }

    private void lookAgain(boolean apology) {
        pulse.close();
        home.cluster().lookAgain();
        beat();
        var now = home.configuration();
        sheet.touched(Touched.by(inForce, now));
        if (apology) {
            sheet.touched(Set.of(Part.APOLOGY));
        }
        inForce = now;
    }

    /** On machines that are somebody else's, where the files that count are: what was written there is in force once HAProxy has read it. */
    private boolean lookWhetherChanged() {
        if (!home.isConfiguredAnew()) {
            return false;
        }
        lookAgain(false);
        trouble = home.notYetInForce();
        timeline.mark(trouble.isPresent() ? Kind.SEEN : Kind.APPLIED, Text.of("cambió la configuración de HAProxy", "HAProxy's configuration has changed"));
        changed();
        return true;
    }

    private boolean playNext() {
        var next = sheet.next();
        if (next.isEmpty()) {
            if (checklistWanted) {
                checklistWanted = false;
                Reports.write(sheet.results(), home.run(), SpecificationTests.specified());
            }
            return false;
        }
        var id = next.get();
        sheet.plays(id);
        pulse.visiting(false);
        say(Text.of("Se comprueba %s", "%s is being checked", id));
        try {
            var played = errands.interruptibly(() -> home.play(id));
            if (played.isPresent()) {
                sheet.played(played.get().result(), played.get().steps());
            } else {
                sheet.plays("");
                home.cluster().restore();
            }
        } finally {
            pulse.visiting(true);
        }
        say(NOTHING);
        return true;
    }

    private void say(Text what) {
        doing = what;
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public View view() {
        var beat = pulse;
        var there = home;
        return new View(System.currentTimeMillis(), project, doing, !doing.en().isEmpty(), trouble, beat == null ? NO_PICTURE : beat.picture(), timeline.strip(),
                sheet.cards(), there == null ? List.of() : there.cluster().console().standing(), beat == null ? 0 : beat.visitorPageNumber(), Optional.empty());
    }

    @Override
    public Subscription onChange(Runnable told) {
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    @Override
    public Optional<Text> order(Order order) {
        var refusal = refusal(order);
        return refusal.isPresent() ? refusal : errands.take(order);
    }

    private Optional<Text> refusal(Order order) {
        if (home == null) {
            return Optional.of(Text.of("Todavía no hay clúster.", "There is no cluster yet."));
        }
        return order.verb() == Verb.PLAY && !sheet.has(order.target()) ? Optional.of(Deeds.unknown(order)) : deeds.refusal(order);
    }

    @Override
    public Optional<VisitorPage> visitorPage() {
        return Optional.ofNullable(pulse).flatMap(Pulse::visitorPage);
    }

    @Override
    public void audience(int pages) {
        nobodyLooksSinceMs = pages > 0 ? 0 : System.currentTimeMillis();
    }

    private void closeHome() {
        if (pulse != null) {
            pulse.close();
            pulse = null;
        }
        if (home != null) {
            var left = home;
            home = null;
            left.close();
        }
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
        closeHome();
    }
}
