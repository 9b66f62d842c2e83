package relevo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import relevo.archive.Redaction;
import relevo.observation.ConfigurationFile;
import relevo.words.Printable;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * One file of a balancer's configuration, as the checklist shows it.
 *
 * @param home    the balancer's instance and machine; empty where that was not saved
 * @param file    its path there
 * @param lines   the first of them
 * @param remarks what is not as it stands there
 */
public record ConfigurationBlock(String home, String file, List<ConfigurationLine> lines, List<Text> remarks) {

    /** Characters; a screen is half as wide. */
    static final int LONGEST_LINE = 400;
    private static final int LONGEST_NAME = 200;
    private static final String TAB = "    ";

    /**
     * A file without anybody who names a line of it.
     *
     * @param anchor begins the id of each line
     * @param most   lines that are shown
     */
    static ConfigurationBlock of(ConfigurationFile file, String anchor, int most) {
        var all = file.text().split("\n", most + 1);
        var count = all[all.length - 1].isEmpty() ? all.length - 1 : all.length;
        var begin = Stream.of(all).limit(Math.min(count, most)).map(Redaction::of).toList();
        var lines = IntStream.range(0, begin.size())
                .mapToObj(i -> new ConfigurationLine(i + 1, anchor + "-" + (i + 1), shown(begin.get(i)), List.of())).toList();
        var remarks = new ArrayList<Text>();
        if (file.changed()) {
            remarks.add(Text.of("Se escribió después de que HAProxy lo leyera: lo que hace puede no ser lo que aquí se lee.",
                    "It was written after HAProxy read it: what it does may not be what is read here."));
        }
        if (count > most || !file.whole()) {
            remarks.add(Text.of("Es más largo: aquí están sus primeras %d líneas.", "It is longer: these are its first %d lines.", lines.size()));
        }
        if (begin.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            remarks.add(Text.of("De una línea de más de %d caracteres falta el final (…).",
                    "A line of more than %d characters lacks its end (…).", LONGEST_LINE));
        }
        var home = Stream.of(file.instance(), file.machine()).filter(name -> !name.isEmpty()).map(Shown::of).distinct().toList();
        return new ConfigurationBlock(String.join(" · ", home), Shown.of(file.file(), LONGEST_NAME), lines, List.copyOf(remarks));
    }

    private static String shown(String line) {
        var open = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        var cut = open.length() > LONGEST_LINE ? open.substring(0, LONGEST_LINE) + "…" : open;
        return Printable.of(cut.replace("\t", TAB));
    }

    /** The same, with this row among those that name a line. */
    ConfigurationBlock named(int number, Row row) {
        var changed = new ArrayList<>(lines);
        var line = changed.get(number - 1);
        if (!line.namedBy().contains(row)) {
            changed.set(number - 1, new ConfigurationLine(number, line.anchor(), line.text(), Stream.concat(line.namedBy().stream(), Stream.of(row)).toList()));
        }
        return new ConfigurationBlock(home, file, changed, remarks);
    }

    /** The file's name without its folders. */
    String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Lines that a finding points at. */
    List<ConfigurationLine> marked() {
        return lines.stream().filter(ConfigurationLine::marked).toList();
    }
}
