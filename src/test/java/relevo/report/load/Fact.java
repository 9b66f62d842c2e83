package relevo.report.load;

import relevo.words.Text;

/**
 * A figure with its name.
 *
 * @param name   what it tells
 * @param figure with its unit
 * @param beside what it is measured by, such as a limit; empty when there is nothing
 * @param wrong  whether it is beyond that, and is shown so
 */
public record Fact(Text name, Text figure, Text beside, boolean wrong) {

    static Fact of(String es, String en, String figure) {
        return of(es, en, Text.same(figure));
    }

    static Fact of(String es, String en, Text figure) {
        return new Fact(new Text(es, en), figure, Text.same(""), false);
    }
}
