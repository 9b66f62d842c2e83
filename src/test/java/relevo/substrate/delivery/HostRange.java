package relevo.substrate.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts that a name with ranges stands for, as Ansible writes them: {@code web[1:3]}, {@code web[01:10:3]}, {@code db-[a:c]}. */
final class HostRange {

    private static final Pattern RANGE = Pattern.compile("\\[(?:(\\d{1,9}):(\\d{1,9})|([a-zA-Z]):([a-zA-Z]))(?::(\\d{1,9}))?]");

    /** No name of a host is longer. */
    private static final int LONGEST = 253;

    private HostRange() {
    }

    /** In order; the name itself where it has no range, no more than so many where it has a long one. */
    static List<String> of(String pattern, int most) {
        var range = RANGE.matcher(pattern);
        if (pattern.length() > LONGEST || !range.find()) {
            return List.of(pattern);
        }
        var rests = of(pattern.substring(range.end()), most);
        var names = new ArrayList<String>();
        for (var value : values(range, most)) {
            for (var rest : rests) {
                if (names.size() < most) {
                    names.add(pattern.substring(0, range.start()) + value + rest);
                }
            }
        }
        return names;
    }

    private static List<String> values(Matcher range, int most) {
        boolean numbers = range.group(1) != null;
        int first = numbers ? Integer.parseInt(range.group(1)) : range.group(3).charAt(0);
        int last = numbers ? Integer.parseInt(range.group(2)) : range.group(4).charAt(0);
        int step = range.group(5) == null ? 1 : Math.max(1, Integer.parseInt(range.group(5)));
        int width = numbers && range.group(1).startsWith("0") ? range.group(1).length() : 1;
        var values = new ArrayList<String>();
        for (long value = first; value <= last && values.size() < most; value += step) {
            values.add(numbers ? String.format(Locale.ROOT, "%0" + width + "d", value) : String.valueOf((char) value));
        }
        return values;
    }
}
