package relevo.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlPolicy;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.policy.PolicyGroup;
import gg.jte.html.policy.PreventInvalidAttributeNames;
import gg.jte.html.policy.PreventOutputInTagsAndAttributes;
import gg.jte.html.policy.PreventUnquotedAttributes;
import gg.jte.output.StringOutput;
import gg.jte.resolve.ResourceCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The templates of {@code src/test/resources/jte}, and what lies beside them. */
public final class Template {

    private Template() {
    }

    /** Templates that were compiled when they were first asked for, which takes a second, and stay so for the life of the JVM. */
    private static final class Compiled {

        static final Path CLASSES = temporary();
        static final TemplateEngine ENGINE = engine(CLASSES);
    }

    /**
     * Fills a template in; whatever it prints is escaped.
     *
     * @param name       {@code checklist.jte}
     * @param parameters by name
     */
    public static synchronized String render(String name, Map<String, Object> parameters) {
        var page = new StringOutput();
        try {
            Compiled.ENGINE.render(name, parameters, page);
        } finally {
            deleteOnExit(Compiled.CLASSES);
        }
        return page.toString();
    }

    private static TemplateEngine engine(Path classes) {
        // Not java.class.path and the thread's loader: in Maven's JVM those are Maven's own.
        var engine = TemplateEngine.create(new ResourceCodeResolver("jte"), classes, ContentType.Html, Template.class.getClassLoader());
        engine.setClassPath(Stream.of(Template.class, TemplateEngine.class, TemplateOutput.class, HtmlTemplateOutput.class)
                .map(Template::home).distinct().toList());
        engine.setHtmlPolicy(policy());
        return engine;
    }

    /** What jte asks of a template unless told otherwise, but for capitals: a drawing has a viewBox. */
    private static HtmlPolicy policy() {
        var policy = new PolicyGroup();
        policy.addPolicy(new PreventOutputInTagsAndAttributes());
        policy.addPolicy(new PreventUnquotedAttributes());
        policy.addPolicy(new PreventInvalidAttributeNames());
        return policy;
    }

    /** A style or a script, to be put into a page as it is. */
    public static String asset(String name) {
        try (var in = Template.class.getResourceAsStream("/jte/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** After the last report, also one that is written on the way out. */
    private static void deleteOnExit(Path folder) {
        try (var files = Files.walk(folder)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
