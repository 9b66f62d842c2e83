package relevo.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import relevo.observation.Directive;
import relevo.observation.Section;
import relevo.observation.Windows;

/**
 * How long a balancer's own health checks need to see a change, by its configuration: a check every {@code inter}, so many failures or successes
 * in a row, each with the time that it may take to answer. Never shorter than {@link Windows#SHORTEST}, never longer than {@link #LONGEST_MS}.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#5.2">HAProxy's configuration manual, section 5.2, inter, fall and rise</a>
 */
final class CheckWindows {

    /** Nobody waits longer for a server. */
    static final double LONGEST_MS = 120_000;
    /** What an instance takes to start, before its first check can succeed. */
    private static final double BOOT_MS = 8_000;
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(us|ms|s|m|h|d)?");

    private final List<Section> sections;

    CheckWindows(List<Section> configuration) {
        sections = configuration;
    }

    /** Those of the server that needs the longest; none where there is no server. */
    Windows windows() {
        if (sections.stream().noneMatch(section -> section.isBackend()
                && section.directives().stream().anyMatch(line -> line.words().get(0).matches("server(-template)?")))) {
            return Windows.NONE;
        }
        var longest = Windows.SHORTEST;
        for (var section : sections) {
            if (section.isBackend()) {
                for (var line : section.having("server").toList()) {
                    longest = longer(longest, of(section, line));
                }
            }
        }
        return longest;
    }

    private Windows of(Section section, Directive line) {
        var words = words(section, line);
        if (!words.contains("check")) {
            return Windows.SHORTEST;
        }
        double inter = time(last(words, "inter"), 2_000);
        double connect = timeout(section, "connect").orElse(5_000.0);
        // Without a time-out of its own a check may take as long as the pause between two.
        double answer = Math.min(connect, inter) + timeout(section, "check").orElse(0.0);
        double detection = inter + count(last(words, "fall"), 3) * (time(last(words, "fastinter"), inter) + answer);
        double back = BOOT_MS + time(last(words, "downinter"), inter) + count(last(words, "rise"), 2) * (inter + answer);
        var source = "inter " + last(words, "inter").orElse("2s") + " fall " + last(words, "fall").orElse("3") + " rise "
                + last(words, "rise").orElse("2") + " (" + line.file().replaceFirst(".*/", "") + ":" + line.line() + ")";
        return new Windows(within(detection, Windows.SHORTEST.detectionMs()), within(back, Windows.SHORTEST.returnMs()), source);
    }

    private static double within(double ms, double shortest) {
        return Math.min(LONGEST_MS, Math.max(shortest, ms));
    }

    private static Windows longer(Windows one, Windows other) {
        var source = one.source().isEmpty() || other.detectionMs() + other.returnMs() > one.detectionMs() + one.returnMs() ? other.source() : one.source();
        return new Windows(Math.max(one.detectionMs(), other.detectionMs()), Math.max(one.returnMs(), other.returnMs()), source);
    }

    /** Of a server line, with what it inherits before its own, so that the last of a kind counts. */
    private List<String> words(Section section, Directive line) {
        var words = new ArrayList<String>();
        new Sections(sections).inheritance(section).flatMap(each -> each.having("default-server")).forEach(defaults -> words.addAll(defaults.words()));
        words.addAll(line.words());
        if (words.lastIndexOf("no-check") > words.lastIndexOf("check")) {
            words.remove("check");
        }
        return words;
    }

    private Optional<Double> timeout(Section section, String kind) {
        return new Sections(sections).inheritance(section).flatMap(each -> each.having("timeout", kind)).map(line -> line.after(kind))
                .reduce((first, last) -> last).map(text -> time(Optional.of(text), 0));
    }

    private static Optional<String> last(List<String> words, String keyword) {
        var at = words.lastIndexOf(keyword);
        return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private static double count(Optional<String> text, double otherwise) {
        return text.filter(digits -> digits.matches("\\d{1,6}")).map(Double::valueOf).orElse(otherwise);
    }

    /** In ms, as HAProxy writes times: a number of ms unless a unit follows. */
    static double time(Optional<String> text, double otherwise) {
        var match = text.map(TIME::matcher).filter(matcher -> matcher.matches());
        return match.map(found -> Double.parseDouble(found.group(1)) * switch (found.group(2) == null ? "ms" : found.group(2)) {
            case "us" -> 0.001;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 1;
        }).orElse(otherwise);
    }
}
