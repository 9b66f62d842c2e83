package relevo.report;

import relevo.words.Text;

/**
 * A suggested question for the oral defence.
 *
 * @param id   the requirement it is about
 * @param ask  the question
 * @param seen what this run showed about it; empty when nothing worth asking about
 */
public record Question(String id, Text ask, Text seen) {
}
