package relevo.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import relevo.junit.SpecificationTests;
import relevo.live.defence.Facts;
import relevo.live.page.LivePicture;
import relevo.live.page.LiveStage.Subscription;
import relevo.live.page.Trouble;
import relevo.live.page.View;
import relevo.observation.Inventory;
import relevo.report.Catalogue;
import relevo.words.Text;

/** What is true now: the director writes it, the page reads it. */
final class Board {

    static final Text NOTHING = Text.same("");
    private static final LivePicture NO_PICTURE = new LivePicture(new LivePicture.BalancerBox("", "", false, 0, 0, ""), List.of());

    private final String project;
    private final Timeline timeline = new Timeline();
    private final Sheet sheet = new Sheet(Catalogue.load(), SpecificationTests.specified());
    private final Examination examination;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Text doing = NOTHING;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile Optional<Present> present = Optional.empty();

    /**
     * The cluster that is up.
     *
     * @param found what was found there last
     */
    record Present(Home home, Deeds deeds, Pulse pulse, Inventory found) {

        boolean isBroken() {
            return !home.cluster().console().standing().isEmpty();
        }
    }

    Board(String project, Examination examination) {
        this.project = project;
        this.examination = examination;
    }

    Timeline timeline() {
        return timeline;
    }

    Sheet sheet() {
        return sheet;
    }

    Examination examination() {
        return examination;
    }

    Optional<Present> present() {
        return present;
    }

    void present(Optional<Present> now) {
        present = now;
        changed();
    }

    void say(Text what) {
        if (!what.equals(doing)) {
            doing = what;
            changed();
        }
    }

    void trouble(Optional<Trouble> now) {
        trouble = now;
        changed();
    }

    /** What can be asked about at a defence. */
    Facts facts() {
        return new Facts(sheet.cards(), timeline.marks(), present.map(Present::found).orElse(Inventory.NOTHING), trouble.isEmpty());
    }

    View view() {
        var there = present;
        var secret = examination.hides();
        return new View(System.currentTimeMillis(), project, doing, !doing.en().isEmpty(), trouble,
                there.map(now -> now.pulse().picture(secret)).orElse(NO_PICTURE), timeline.strip(), sheet.cards(),
                there.filter(now -> !secret).map(now -> now.home().cluster().console().standing()).orElse(List.of()),
                there.map(now -> now.pulse().visitorPageNumber()).orElse(0L), examination.sheet());
    }

    Subscription onChange(Runnable told) {
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }
}
