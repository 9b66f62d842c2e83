package relevo.live;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import relevo.cluster.Footprint.Part;
import relevo.junit.SpecificationTests;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;
import relevo.live.page.Picture;
import relevo.live.page.Stage;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Trouble;
import relevo.live.page.View;
import relevo.machine.Progress;
import relevo.observation.Balancer;
import relevo.observation.Section;
import relevo.report.Catalogue;
import relevo.run.Reports;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Does one thing after the other, on a thread of its own: what was ordered, then what was saved, then requirements that are to be played, as long as
 * nothing is broken on purpose.
 */
final class Director implements Stage, AutoCloseable {

    private static final Text NOTHING = Text.same("");
    private static final long LOOK_EVERY_MS = 100;
    private static final int MOST_ORDERS = 20;
    /** A page that is loaded anew is gone for a moment, ms. */
    private static final long LEAVING_MS = 10_000;
    private static final long ENDING_MS = 60_000;
    private static final String TOPOLOGY = "cluster.yaml";
    private static final Picture NO_PICTURE = new Picture(new Picture.BalancerBox("", "", false, 0, 0, ""), List.of());

    private final String project;
    private final Path infra;
    private final Path reports;
    private final Edits edits;
    private final boolean ours;
    private final Timeline timeline = new Timeline();
    private final Sheet sheet = new Sheet(Catalogue.load(), SpecificationTests.specified());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Order> orders = new ArrayDeque<>();
    private final Thread thread = new Thread(this::work, "relevo-live");
    private volatile Home home;
    private volatile Cast cast;
    private volatile Pulse pulse;
    private volatile Text doing = NOTHING;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile boolean closing;
    private volatile boolean checklistWanted;
    private volatile long nobodyLooksSinceMs;
    private List<Section> inForce = List.of();

    /**
     * @param infra   the folder that describes the system
     * @param ours    whether that folder is what the cluster is made of; else it is a delivery, whose machines are watched instead
     * @param reports folder for what is found out
     */
    Director(String project, Path infra, boolean ours, Path reports) {
        this.project = project;
        this.infra = infra;
        this.ours = ours;
        this.reports = reports;
        this.edits = new Edits(infra, ours ? List.of("haproxy.cfg", "503.http", TOPOLOGY) : List.of());
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void work() {
        bringUp();
        while (!closing) {
            try {
                if (!step()) {
                    pause();
                }
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException failed) {
                say(NOTHING);
                if (!closing) {
                    trouble = Optional.of(HaproxyComplaint.other(failed));
                    new Progress().say("live", String.valueOf(failed.getMessage()));
                    changed();
                }
            }
        }
    }

    /** @return whether there was anything to do */
    private boolean step() {
        var order = nextOrder();
        if (order.isPresent()) {
            carryOut(order.get());
            return true;
        }
        if (nobodyLooksSinceMs > 0 && System.currentTimeMillis() - nobodyLooksSinceMs > LEAVING_MS) {
            nobodyLooksSinceMs = 0;
            leave();
            return true;
        }
        var saved = edits.saved();
        if (!saved.isEmpty()) {
            apply(saved);
            return true;
        }
        return home != null && home.cluster().console().standing().isEmpty() && playNext();
    }

    private synchronized Optional<Order> nextOrder() {
        return Optional.ofNullable(orders.poll());
    }

    private synchronized void pause() throws InterruptedException {
        if (orders.isEmpty()) {
            wait(LOOK_EVERY_MS);
        }
    }

    private void bringUp() {
        say(Text.of("Se levanta el clúster", "The cluster is being brought up"));
        try {
            home = Home.of(reports);
            cast = Cast.of(home.cluster());
            inForce = configuration();
            pulse = new Pulse(cast, home.cluster().console(), timeline, this::changed);
            trouble = Optional.empty();
        } catch (RuntimeException failed) {
            trouble = Optional.of(HaproxyComplaint.other(failed));
            new Progress().say("live", String.valueOf(failed.getMessage()));
        }
        say(NOTHING);
    }

    private List<Section> configuration() {
        return home.cluster().inventory().balancer().map(Balancer::configuration).orElse(List.of());
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
                say(Text.of("Se hace: %s %s", "Being done: %s %s", order.verb().word(), order.target()));
                try {
                    new Deeds(home, cast, timeline).carryOut(order);
                } finally {
                    say(NOTHING);
                }
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
        say(Text.of("Se pone en vigor %s", "Putting %s in force", String.join(", ", saved)));
        try {
            home.balance();
            timeline.mark(Kind.APPLIED, Text.of("%s en vigor", "%s in force", String.join(", ", saved)));
            trouble = Optional.empty();
            lookAgain(saved.contains("503.http"));
        } catch (CannotStart refused) {
            trouble = Optional.of(HaproxyComplaint.of(refused, infra));
            timeline.mark(Kind.REFUSED, Text.of("%s rechazado", "%s refused", String.join(", ", saved)));
        } finally {
            say(NOTHING);
        }
    }

    private void lookAgain(boolean apology) {
        pulse.close();
        home.cluster().lookAgain();
        pulse = new Pulse(cast, home.cluster().console(), timeline, this::changed);
        var now = configuration();
        sheet.touched(Touched.by(inForce, now));
        if (apology) {
            sheet.touched(Set.of(Part.APOLOGY));
        }
        inForce = now;
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
        sheet.plays(next.get());
        pulse.visiting(false);
        say(Text.of("Se comprueba %s", "%s is being checked", next.get()));
        try {
            var played = home.play(next.get());
            sheet.played(played.result(), played.steps());
        } finally {
            pulse.visiting(true);
            say(NOTHING);
        }
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
        return new View(System.currentTimeMillis(), project, doing, !doing.en().isEmpty(), trouble, beat == null ? NO_PICTURE : beat.picture(), timeline.strip(),
                sheet.cards(), home == null ? List.of() : home.cluster().console().standing(), beat == null ? 0 : beat.visitorPageNumber(), Optional.empty());
    }

    @Override
    public Subscription onChange(Runnable told) {
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    @Override
    public Optional<Text> order(Order order) {
        var refusal = refusal(order);
        if (refusal.isEmpty()) {
            synchronized (this) {
                if (orders.size() >= MOST_ORDERS) {
                    return Optional.of(Text.of("Hay demasiadas órdenes en espera.", "Too many orders are waiting."));
                }
                orders.add(order);
                notifyAll();
            }
        }
        return refusal;
    }

    private Optional<Text> refusal(Order order) {
        if (home == null) {
            return Optional.of(Text.of("Todavía no hay clúster.", "There is no cluster yet."));
        }
        return switch (order.verb()) {
            case STOP, KILL, FREEZE, START -> known(order, cast.webServer(order.target()).isPresent());
            case CUT, RETURN -> known(order, cast.machine(order.target()).isPresent());
            case PLAY -> known(order, sheet.has(order.target()));
            default -> Optional.empty();
        };
    }

    private static Optional<Text> known(Order order, boolean known) {
        return known ? Optional.empty() : Optional.of(Text.of("No hay ningún «%s».", "There is no \"%s\".", order.target()));
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
        closeHome();
    }
}
