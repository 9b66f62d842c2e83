package relevo.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import relevo.live.page.Trouble;
import relevo.verdict.CannotStart;
import relevo.words.Printable;
import relevo.words.Text;

/** Finds the lines of a configuration that HAProxy complains about in what it says: {@code [ALERT] (7) : config : parsing [haproxy.cfg:12] : …}. */
final class HaproxyComplaint {

    private static final Pattern LINE = Pattern.compile("\\[(ALERT|WARNING)\\].*?\\[([\\w./-]+):(\\d{1,7})\\] ?: ?(.*)", Pattern.UNIX_LINES);
    private static final int MOST = 20;
    /** Letters of a line; a person reads no more of it. */
    private static final int LONGEST = 2_000;

    private HaproxyComplaint() {
    }

    /**
     * Whatever keeps the cluster from being as it is described; in its own words, where HAProxy names no line.
     *
     * @param folder with the files as they are now
     */
    static Trouble of(RuntimeException failed, Path folder) {
        return failed instanceof CannotStart refused ? of(refused, folder) : new Trouble(Text.same(String.valueOf(failed.getMessage())), List.of());
    }

    private static Trouble of(CannotStart refused, Path folder) {
        var lines = refused.what().en().lines().map(HaproxyComplaint::head).map(LINE::matcher).filter(java.util.regex.Matcher::find).limit(MOST)
                .map(found -> new Trouble.Line(found.group(2), Integer.parseInt(found.group(3)), Printable.of(found.group(4)),
                        text(folder, found.group(2), Integer.parseInt(found.group(3))))).toList();
        var what = lines.isEmpty() ? refused.what().then(refused.remedy())
                : Text.of("HAProxy no acepta %s: no entra en vigor.", "HAProxy refuses %s: it is not put in force.", lines.get(0).file());
        return new Trouble(what, lines);
    }

    private static String text(Path folder, String file, int number) {
        try {
            // Lines as HAProxy counts them, in whatever encoding.
            var lines = new String(Files.readAllBytes(folder.resolve(Path.of(file).getFileName())), StandardCharsets.UTF_8).split("\n");
            return number > 0 && number <= lines.length ? Printable.of(head(lines[number - 1]).strip()) : "";
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    private static String head(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
