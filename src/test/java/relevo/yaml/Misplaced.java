package relevo.yaml;

import relevo.words.Text;

/** A line of a YAML document that cannot be used, with what to write in its place; the file is named by whoever reads it. */
public final class Misplaced extends RuntimeException {

    private final int line;
    private final transient Text what;
    private final transient Text remedy;

    /** @param line counted from 1; 0 where no line is to blame */
    public Misplaced(int line, Text what, Text remedy) {
        super(what.then(remedy).toString());
        this.line = line;
        this.what = what;
        this.remedy = remedy;
    }

    /** Counted from 1; 0 where no line is to blame. */
    public int line() {
        return line;
    }

    /** The key, its value and what is wrong with it. */
    public Text what() {
        return what;
    }

    /** What to write. */
    public Text remedy() {
        return remedy;
    }
}
