package relevo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What can be said of a page by reading its markup, for the tests of this package. */
public final class Markup {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"]|\"[^\"]*\")*?)(/?)>");
    private static final Pattern DRAWING = Pattern.compile("<svg\\b.*?</svg>", Pattern.DOTALL);
    private static final Set<String> VOID = Set.of("meta", "input", "br", "img", "link");

    private Markup() {
    }

    /** Every tag is closed, by its own name and in its turn, and nothing that could begin another stands between them. */
    public static void assertBalanced(String page) {
        String body = page.replaceAll("(?s)<style>.*?</style>", "").replace("<!DOCTYPE html>", "");
        var open = new ArrayDeque<String>();
        TAG.matcher(body).results().forEach(tag -> {
            String name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                assertThat(open.poll()).as("what </%s> closes, before %s", name, body.substring(tag.end(), Math.min(body.length(), tag.end() + 80)))
                        .isEqualTo(name);
            } else if (tag.group(4).isEmpty() && !VOID.contains(name)) {
                open.push(name);
            }
        });
        assertThat(open).isEmpty();
        assertThat(TAG.matcher(body).replaceAll("")).doesNotContain("<", ">");
    }

    /** The page's drawings, read as strictly as XML is. */
    public static List<Element> drawings(String page) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        List<String> texts = DRAWING.matcher(page).results().map(MatchResult::group).toList();
        List<Element> drawings = new ArrayList<>();
        for (String text : texts) {
            drawings.add(builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        }
        return drawings;
    }

    /** Whatever the page would fetch or lead to outside the folder of reports. */
    public static List<String> outside(String page) {
        return Pattern.compile("(?:src|href|action|srcset|data|xlink:href)\\s*=\\s*\"?([^\"\\s>]*)").matcher(page).results().map(found -> found.group(1))
                .filter(address -> address.contains(":") || address.startsWith("/") || address.contains("../..")).toList();
    }
}
