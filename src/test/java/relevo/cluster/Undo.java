package relevo.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import relevo.cluster.Journal.Entry;
import relevo.machine.SideBySide;

/** What must be done so that the cluster is as it was; each entry is in the journal before the change that it undoes. */
final class Undo {

    private final Journal journal;
    private final Consumer<Entry> deed;
    private volatile boolean disturbed;

    /** @param deed does what an entry says */
    Undo(Journal journal, Consumer<Entry> deed) {
        this.journal = journal;
        this.deed = deed;
    }

    void register(Entry entry) {
        disturbed = true;
        journal.add(entry);
    }

    /** Whether anything was changed since all was undone, be it put right already or not. */
    boolean wasDisturbed() {
        return disturbed;
    }

    /** What is still to be done, the last change first. */
    List<Entry> entries() {
        return journal.lastFirst();
    }

    /**
     * The last change first; neighbours of one kind side by side. A step that fails does not keep the others from being done, and is given up: the
     * first failure is thrown at the end. Somebody who is interrupted before or meanwhile undoes all the same, and is interrupted afterwards.
     */
    void undoAll() {
        ToTheEnd.of(this::undoEach);
        disturbed = false;
    }

    private void undoEach() {
        RuntimeException first = null;
        for (var together : grouped(journal.lastFirst())) {
            try {
                SideBySide.each(together, deed);
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            } finally {
                together.forEach(journal::done);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static List<List<Entry>> grouped(List<Entry> entries) {
        var groups = new ArrayList<List<Entry>>();
        for (var entry : entries) {
            if (groups.isEmpty() || groups.get(groups.size() - 1).get(0).verb() != entry.verb()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(entry);
        }
        return groups;
    }
}
