package relevo.report;

import java.util.function.Function;
import relevo.words.Text;

/** The languages of the course, Spanish first. */
enum Language {
    ES(Text::es), EN(Text::en);

    private final Function<Text, String> side;

    Language(Function<Text, String> side) {
        this.side = side;
    }

    /** This language's side of a text. */
    String of(Text text) {
        return side.apply(text);
    }

    /** One of two wordings that belong to no verdict. */
    String of(String es, String en) {
        return side.apply(new Text(es, en));
    }
}
