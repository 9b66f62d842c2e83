package relevo.substrate.delivery;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import relevo.words.Printable;
import relevo.words.Text;

/** Lines of a page for a terminal, in both languages, with what strangers wrote made harmless. */
final class BothTongues {

    private static final int MOST = 40;

    private final StringBuilder es = new StringBuilder();
    private final StringBuilder en = new StringBuilder();

    /** A line, indented by so many steps. */
    BothTongues line(int depth, Text text) {
        es.append("  ".repeat(depth)).append(text.es()).append('\n');
        en.append("  ".repeat(depth)).append(text.en()).append('\n');
        return this;
    }

    BothTongues line(int depth, String spanish, String english, Object... arguments) {
        return line(depth, Text.of(spanish, english, arguments));
    }

    Text text() {
        return new Text(es.toString(), en.toString());
    }

    /** Names on one line, at most 40 of them, and how many more there are. */
    static String names(Collection<String> names) {
        return first(names).stream().map(Printable::line).collect(Collectors.joining(", ")) + (names.size() > MOST ? ", … +" + (names.size() - MOST) : "");
    }

    /** The first of many: a delivery may have as many as it likes. */
    static <T> List<T> first(Collection<T> many) {
        return many.stream().limit(MOST).toList();
    }

    /** Says how many were left out. */
    BothTongues rest(int depth, Collection<?> many) {
        return many.size() > MOST ? line(depth, "… y %d más", "… and %d more", many.size() - MOST) : this;
    }
}
