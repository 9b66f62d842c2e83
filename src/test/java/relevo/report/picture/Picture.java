package relevo.report.picture;

import java.util.List;
import relevo.observation.Doorway;
import relevo.observation.Inventory;
import relevo.report.chart.Chart;
import relevo.words.Text;

/**
 * What was found, drawn: machines with their instances, the balancer, and the ways between them; what {@code found.jte} prints. Colours are the style's,
 * by class.
 *
 * @param width  of the drawing; everything below is in its units, of which one is about a pixel on a phone
 * @param height of the drawing
 * @param spoken all of it in words, for a reader who cannot see it
 * @param items  in the order in which they are painted
 * @param keys   what the looks mean, of those that occur
 */
public record Picture(int width, int height, Text spoken, List<Item> items, List<Chart.Entry> keys) {

    /**
     * A thing with its words.
     *
     * @param title  all that is known of it; empty where there is no more than is drawn
     * @param shapes below its words
     */
    public record Item(Text title, List<Chart.Shape> shapes, List<Chart.Label> labels) {

        /** Both languages in one: the browser's hint cannot be switched. */
        public String hint() {
            return title.es().equals(title.en()) ? title.es() : title.es() + " · " + title.en();
        }
    }

    /** @param tried what the host found behind the doors that it knocked at */
    public static Picture of(Inventory inventory, List<Doorway> tried) {
        var found = Found.of(inventory, tried);
        return new Arrangement(found).picture();
    }

    /** What stands for the image, in both languages: an attribute cannot be switched. */
    public String alternative() {
        return spoken.es() + " · " + spoken.en();
    }
}
