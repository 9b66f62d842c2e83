package relevo.substrate.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What of a Vagrantfile is Ruby: no comments, no texts that it carries for the machines ({@code <<-SCRIPT}). */
final class RubyLines {

    private static final int LONGEST = 2_000;
    private static final Pattern CARRIED = Pattern.compile("<<(?:[-~][\"'`]?|[\"'`]?(?=[A-Z]))([A-Za-z_]\\w*)");

    private RubyLines() {
    }

    /** Line by line, in place: what is no Ruby is blank. */
    static List<String> of(String text) {
        var lines = lines(text);
        var last = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            last.put(lines.get(i).strip(), i);
        }
        var ruby = new ArrayList<String>();
        boolean comment = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith("__END__")) {
                break;
            }
            comment = comment ? !line.startsWith("=end") : line.startsWith("=begin");
            ruby.add(comment || line.startsWith("=end") ? "" : code(line));
            var carried = CARRIED.matcher(ruby.get(i));
            int end = carried.find() ? end(lines, last, i, carried.group(1)) : -1;
            for (; i < end; i++) {
                ruby.add("");
            }
        }
        return ruby;
    }

    /** All of it, line by line, none endless. */
    static List<String> lines(String text) {
        return Pattern.compile("\r\n|[\n\r]").splitAsStream(text).map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line).toList();
    }

    /** Where a carried text ends; -1 when it does not: then it was none. Looked for only where it is, or many that never end would take for ever. */
    private static int end(List<String> lines, Map<String, Integer> last, int start, String word) {
        if (last.getOrDefault(word, -1) <= start) {
            return -1;
        }
        int end = start + 1;
        while (!lines.get(end).strip().equals(word)) {
            end++;
        }
        return end;
    }

    private static String code(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char here = line.charAt(i);
            if (here == '\\') {
                i++;
            } else if (quote != 0) {
                quote = here == quote ? 0 : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '#') {
                return line.substring(0, i);
            }
        }
        return line;
    }
}
