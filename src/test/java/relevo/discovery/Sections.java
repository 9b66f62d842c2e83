package relevo.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relevo.observation.Directive;
import relevo.observation.Section;

/**
 * The sections of a configuration, and what each takes over from the {@code defaults} before it.
 *
 * @param all in the file's order
 */
public record Sections(List<Section> all) {

    private static final Pattern TIME = Pattern.compile("(\\d{1,12})(us|ms|s|m|h|d)?");
    private static final Map<String, Double> MS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0, "h", 3_600_000.0, "d", 86_400_000.0);

    /** The one with servers of this name. */
    Optional<Section> backend(String name) {
        return all.stream().filter(section -> section.isBackend() && section.name().equals(name)).findFirst();
    }

    /** The last {@code defaults} before it. */
    public Optional<Section> defaultsOf(Section section) {
        return all.subList(0, all.indexOf(section)).stream().filter(earlier -> earlier.kind().equals("defaults")).reduce((first, last) -> last);
    }

    /** The defaults that hold for a section, where there are any, and then the section itself. */
    Stream<Section> inheritance(Section section) {
        return Stream.concat(defaultsOf(section).stream(), Stream.of(section));
    }

    /** The last of its lines that begin with these words, or else of its defaults. */
    Optional<Directive> last(Section section, String... beginning) {
        var own = section.having(beginning).reduce((first, last) -> last);
        return own.isPresent() ? own : defaultsOf(section).flatMap(defaults -> defaults.having(beginning).reduce((first, last) -> last));
    }

    /** A time as HAProxy writes it, in ms: without a unit it is in ms. */
    static OptionalDouble ms(String time) {
        var form = TIME.matcher(time);
        return form.matches() ? OptionalDouble.of(Long.parseLong(form.group(1)) * MS.get(form.group(2) == null ? "ms" : form.group(2)))
                : OptionalDouble.empty();
    }
}
