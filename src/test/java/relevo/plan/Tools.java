package relevo.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises load tests of other tools than JMeter by what is written in them. */
final class Tools {

    /** What one tool's scripts look like. */
    private record Tool(String name, Pattern files, Pattern text) {
    }

    private static final Pattern SHELL = Pattern.compile(".*\\.(sh|bash|bat|cmd|ps1)|makefile|vagrantfile");
    private static final String COMMAND = "(?m)(?:^|[\\s;&|(\"'`])";
    private static final List<Tool> ALL = List.of(
            new Tool("k6", Pattern.compile(".*\\.(js|mjs|ts)"), Pattern.compile("(from|require\\()\\s*['\"]k6(/[\\w/]{1,40})?['\"]")),
            new Tool("Locust", Pattern.compile(".*\\.py"), Pattern.compile("(?m)^\\s{0,8}(from\\s+locust\\b|import\\s+locust\\b)")),
            new Tool("Artillery", Pattern.compile(".*\\.ya?ml"), Pattern.compile("(?ms)\\A(?>.*?^config:).*^\\s{1,8}(target|phases):")),
            new Tool("ab", SHELL, Pattern.compile(COMMAND + "ab\\s[^\\n]{0,200}?-[nct]\\s?\\d")),
            new Tool("hey", SHELL, Pattern.compile(COMMAND + "hey\\s[^\\n]{0,200}?-[nczq]\\s?\\d")),
            new Tool("wrk", SHELL, Pattern.compile(COMMAND + "wrk2?\\s[^\\n]{0,200}?-[tcdR]\\s?\\d")));

    private Tools() {
    }

    /** Whether it is worth reading. */
    static boolean mayBe(Path file) {
        return ALL.stream().anyMatch(tool -> tool.files().matcher(name(file)).matches());
    }

    /** The tool whose script this is. */
    static Optional<String> of(Path file, String text) {
        return ALL.stream().filter(tool -> tool.files().matcher(name(file)).matches() && tool.text().matcher(text).find()).map(Tool::name).findFirst();
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
