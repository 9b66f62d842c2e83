package relevo.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.resolve.ResourceCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The checklist as one page that needs nothing else: no network, no other file, and no script for anything but the copy buttons.
 *
 * <p>The template is {@code src/test/resources/jte/checklist.jte}; jte escapes whatever it prints.
 */
public final class ChecklistHtml {

    private ChecklistHtml() {
    }

    /**
     * The page.
     *
     * @param reports the folder that it will be in; pictures among the evidence are read from there
     */
    public static String render(Checklist checklist, Path reports) {
        var page = new StringOutput();
        var classes = temporary();
        try {
            var engine = TemplateEngine.create(new ResourceCodeResolver("jte"), classes, ContentType.Html);
            // Not java.class.path: in Maven's JVM that is Maven's own.
            engine.setClassPath(Stream.of(Checklist.class, TemplateEngine.class, TemplateOutput.class, HtmlTemplateOutput.class)
                    .map(ChecklistHtml::home).distinct().toList());
            engine.render("checklist.jte", Map.of("page", new Page(checklist, reports)), page);
        } finally {
            delete(classes);
        }
        return page.toString();
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("relevo-jte");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
