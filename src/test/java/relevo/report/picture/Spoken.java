package relevo.report.picture;

import static java.util.stream.Collectors.joining;

import relevo.words.Text;

/** A picture in words. */
final class Spoken {

    private static final int NAME = 60;

    private Spoken() {
    }

    static Text of(Found found) {
        return new Text(told(found, "Lo que se encontró. ", true), told(found, "What was found. ", false));
    }

    private static String told(Found found, String title, boolean es) {
        var doors = found.doors().isEmpty() ? "" : (es ? "Puertas del anfitrión al balanceador: " : "Doors from the host to the balancer: ")
                + found.doors().stream().map(door -> Cut.to(NAME, door)).collect(joining(", ")) + ". ";
        var sites = found.sites().stream().map(site -> told(site, es)).collect(joining(" "));
        var more = found.moreSites() == 0 ? "" : es ? " Y " + found.moreSites() + " máquinas más." : " And " + found.moreSites() + " more machines.";
        return title + doors + sites + more;
    }

    private static String told(Site site, boolean es) {
        var parts = site.parts().stream().map(part -> Cut.to(NAME, part.name()) + " (" + side(part.what(), es) + ")").collect(joining(", "));
        var name = site.name().isEmpty() ? side(site.what(), es) : Cut.to(NAME, site.name()) + ", " + side(site.what(), es);
        var more = site.more() == 0 ? "" : (es ? " y " : " and ") + site.more() + (es ? " más" : " more");
        return name + ": " + (parts.isEmpty() ? es ? "nada" : "nothing" : parts) + more + ".";
    }

    private static String side(Text text, boolean es) {
        return es ? text.es() : text.en();
    }
}
