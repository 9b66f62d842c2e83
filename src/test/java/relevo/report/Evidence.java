package relevo.report;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.words.Printable;

/**
 * A piece of evidence as a page shows it.
 *
 * @param href  a link that cannot leave {@code reports/}
 * @param name  its path, for people
 * @param image its pixels as a {@code data:} URI, so that the page still shows them when it travels alone; empty for anything but a small picture
 */
public record Evidence(String href, String name, String image) {

    private static final long LARGEST = 2_000_000;
    private static final Map<String, String> PICTURES =
            Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "svg", "image/svg+xml", "webp", "image/webp");

    /**
     * Looks at a file.
     *
     * @param reports the folder that the page is in
     * @param path    relative to it
     */
    static Evidence of(Path reports, String path) {
        var href = Stream.of(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return new Evidence(href, Printable.of(path), picture(reports, path));
    }

    private static String picture(Path reports, String path) {
        var type = PICTURES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        try {
            var file = reports.resolve(path);
            if (type == null || !Files.isRegularFile(file) || Files.size(file) > LARGEST
                    || !file.toRealPath().startsWith(reports.toRealPath())) {
                return "";
            }
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException | InvalidPathException e) {
            return ""; // The link remains; a page without one picture is better than no page.
        }
    }
}
