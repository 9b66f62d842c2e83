package relevo.report;

import java.nio.file.Path;
import java.util.Map;

/**
 * The checklist as one page that needs nothing else: no network, no other file, and no script for anything but the copy buttons and what a link
 * unfolds.
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
        return Template.render("checklist.jte", Map.of("page", new ChecklistPage(checklist, reports)));
    }
}
