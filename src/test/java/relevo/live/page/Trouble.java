package relevo.live.page;

import java.util.List;
import relevo.words.Text;

/**
 * Why what is written is not what is in force.
 *
 * @param what  one sentence
 * @param lines what the program that refused it says, in its own words and with its own lines; empty when no program did
 */
public record Trouble(Text what, List<Line> lines) {

    /**
     * One complaint.
     *
     * @param file   that it is about; empty when it names none
     * @param number of the line; 0 when it names none
     * @param said   by the program
     * @param text   of that line; empty when unknown
     */
    public record Line(String file, int number, String said, String text) {
    }
}
