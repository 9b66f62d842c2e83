package relevo.machine;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** What a program says: each line is told as it comes, and the beginning of it all is kept. Whoever says more than that costs no more memory. */
final class Heard {

    /** Letters; more than any machine of a course has to say at once. */
    private static final int MOST = 16 << 20;

    private final Consumer<String> told;
    private final StringBuilder all = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private boolean cut;

    Heard(Consumer<String> told) {
        this.told = told;
    }

    /** To the end; lines end as people's programs end them. */
    void from(Reader said) throws IOException {
        var letters = new char[8_192];
        var last = ' ';
        for (int count = said.read(letters); count >= 0; count = said.read(letters)) {
            for (int i = 0; i < count; i++) {
                if (letters[i] == '\r' || letters[i] == '\n' && last != '\r') {
                    end();
                } else if (letters[i] != '\n') {
                    letter(letters[i]);
                }
                last = letters[i];
            }
        }
        if (line.length() > 0) {
            end();
        }
    }

    private void letter(char next) {
        if (line.length() < MOST) {
            line.append(next);
        } else {
            cut = true;
        }
    }

    private void end() {
        int room = MOST - all.length();
        cut |= line.length() >= room;
        if (room > 0) {
            all.append(line, 0, Math.min(line.length(), room)).append('\n');
        }
        told.accept(line.toString());
        line.setLength(0);
    }

    /** What is kept, in whole lines. */
    String kept() {
        return all.toString();
    }

    /** Whether there was more. */
    boolean cut() {
        return cut;
    }
}
