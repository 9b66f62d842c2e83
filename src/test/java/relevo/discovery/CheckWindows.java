package relevo.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import relevo.observation.Directive;
import relevo.observation.Section;
import relevo.observation.Windows;

/**
 * How long a balancer's own health checks need to see a change, by its configuration: a check every {@code inter}, so many failures or successes
 * in a row, each with the time that it may take to answer: {@code timeout connect} and {@code timeout check}, or without the latter as long as the
 * pause between two. Never shorter than {@link Windows#SHORTEST}, never longer than {@link #LONGEST_MS}.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#5.2">HAProxy's configuration manual, section 5.2 (inter, fall and rise) and 4.2
 * (timeout check)</a>
 */
final class CheckWindows {

    /** Nobody waits longer for a server. */
    static final double LONGEST_MS = 120_000;
    /** What an instance takes to start, before its first check can succeed. */
    private static final double BOOT_MS = 8_000;
    /** Whether servers are checked, among their settings. */
    private static final String CHECKED = "check or no-check";
    private static final int LONGEST_WORD = 20;
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
            if (section.isBackend() && section.having("server").findAny().isPresent()) {
                var shared = shared(section);
                for (var line : section.having("server").toList()) {
                    longest = longer(longest, of(line, shared));
                }
            }
        }
        return longest;
    }

    /**
     * What the servers of a section have in common.
     *
     * @param settings of {@code default-server}, each with the word behind it, the last of a kind alone
     * @param connect  {@code timeout connect}, ms
     * @param check    {@code timeout check}, ms; 0 where none is set
     */
    private record Shared(Map<String, String> settings, double connect, double check) {

        boolean checks(List<String> own) {
            var at = Math.max(own.lastIndexOf("check"), own.lastIndexOf("no-check"));
            return (at < 0 ? settings.getOrDefault(CHECKED, "") : own.get(at)).equals("check");
        }

        Optional<String> last(List<String> own, String keyword) {
            var at = own.lastIndexOf(keyword);
            return at < 0 ? Optional.ofNullable(settings.get(keyword)) : at + 1 >= own.size() ? Optional.empty() : Optional.of(own.get(at + 1));
        }
    }

    private Shared shared(Section section) {
        var settings = new HashMap<String, String>();
        new Sections(sections).inheritance(section).flatMap(each -> each.having("default-server")).forEach(line -> {
            for (int i = 1; i < line.words().size(); i++) {
                var word = line.words().get(i);
                settings.put(word, i + 1 < line.words().size() ? line.words().get(i + 1) : "");
                if (word.equals("check") || word.equals("no-check")) {
                    settings.put(CHECKED, word);
                }
            }
        });
        return new Shared(settings, timeout(section, "connect").orElse(5_000.0), timeout(section, "check").orElse(0.0));
    }

    private static Windows of(Directive line, Shared shared) {
        var words = line.words();
        if (!shared.checks(words)) {
            return Windows.SHORTEST;
        }
        double inter = time(shared.last(words, "inter"), 2_000);
        double answer = shared.check() > 0 ? Math.min(shared.connect(), inter) + shared.check() : inter;
        double detection = inter + count(shared.last(words, "fall"), 3) * (time(shared.last(words, "fastinter"), inter) + answer);
        double back = BOOT_MS + time(shared.last(words, "downinter"), inter) + count(shared.last(words, "rise"), 2) * (inter + answer);
        var source = "inter " + said(shared, words, "inter", "2s") + " fall " + said(shared, words, "fall", "3") + " rise " + said(shared, words, "rise", "2")
                + " (" + line.file().replaceFirst(".*/", "") + ":" + line.line() + ")";
        return new Windows(within(detection, Windows.SHORTEST.detectionMs()), within(back, Windows.SHORTEST.returnMs()), source);
    }

    private static String said(Shared shared, List<String> words, String keyword, String otherwise) {
        var said = shared.last(words, keyword).orElse(otherwise);
        return said.length() > LONGEST_WORD ? said.substring(0, LONGEST_WORD) + "…" : said;
    }

    private static double within(double ms, double shortest) {
        return Math.min(LONGEST_MS, Math.max(shortest, ms));
    }

    private static Windows longer(Windows one, Windows other) {
        var source = one.source().isEmpty() || other.detectionMs() + other.returnMs() > one.detectionMs() + one.returnMs() ? other.source() : one.source();
        return new Windows(Math.max(one.detectionMs(), other.detectionMs()), Math.max(one.returnMs(), other.returnMs()), source);
    }

    private Optional<Double> timeout(Section section, String kind) {
        return new Sections(sections).inheritance(section).flatMap(each -> each.having("timeout", kind)).map(line -> line.after(kind))
                .reduce((first, last) -> last).map(text -> time(Optional.of(text), 0));
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
