package relevo.discovery;

import java.util.List;
import java.util.stream.Stream;
import relevo.observation.Section;

/** What a section takes over from the {@code defaults} before it. */
final class Inheritance {

    private Inheritance() {
    }

    /** The defaults that hold for a section, where there are any, and then the section itself. */
    static Stream<Section> of(List<Section> sections, Section section) {
        var defaults = sections.subList(0, sections.indexOf(section)).stream().filter(earlier -> earlier.kind().equals("defaults"))
                .reduce((first, last) -> last);
        return Stream.concat(defaults.stream(), Stream.of(section));
    }
}
