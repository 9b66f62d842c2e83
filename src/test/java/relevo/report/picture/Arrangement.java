package relevo.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relevo.report.chart.Chart.Label;
import relevo.report.chart.Chart.Shape;
import relevo.report.picture.Occupant.Kind;
import relevo.words.Text;

/**
 * Where everything goes: the host at the top left, machines in two columns from the top right on, and right of each column a lane for the ways from the
 * balancer to its servers, which so cross no box.
 */
final class Arrangement {

    static final int WIDTH = 420;
    private static final int SITE = 196;
    private static final int[] LEFT = {1, 213};
    private static final int[] LANE = {204, 415};
    private static final int GAP = 24;
    private static final int HEAD = 42;
    private static final int PAD = 8;
    private static final int PART = 34;
    private static final int PITCH = PART + 7;
    private static final int MORE = 18;
    private static final int NAME = 22;
    private static final int WORDS = 28;

    private final Found found;
    private final List<Picture.Item> items = new ArrayList<>();
    private final Wires wires = new Wires();

    Arrangement(Found found) {
        this.found = found;
    }

    Picture picture() {
        int top = 1;
        int slot = 1;
        int row = hostHeight();
        for (var site : found.sites()) {
            int column = slot % 2;
            if (column == 0) {
                top += row + GAP;
                row = 0;
            }
            row = Math.max(row, height(site));
            draw(site, column, top);
            slot++;
        }
        int end = top + row;
        host();
        if (found.moreSites() > 0) {
            end += MORE;
            items.add(words(more(found.moreSites(), Text.of("máquinas más", "more machines")), LEFT[0] + PAD, end - 4));
        }
        items.add(wires.drawn());
        return new Picture(WIDTH, end + 2, Spoken.of(found), List.copyOf(items), Keys.of(found));
    }

    private static int height(Site site) {
        return HEAD + PITCH * site.parts().size() + (site.more() > 0 ? MORE : 0) + 2;
    }

    private void draw(Site site, int column, int top) {
        int left = LEFT[column];
        boolean machine = !site.name().isEmpty();
        var shapes = machine ? List.of(Shapes.box("machine", left, top, SITE, height(site), 8)) : List.<Shape>of();
        var labels = new ArrayList<Label>();
        labels.add(new Label(machine ? "name" : "what", left + PAD, top + 18, "start", machine ? Text.same(Cut.to(NAME + 2, site.name())) : site.what()));
        if (machine) {
            labels.add(new Label("what", left + PAD, top + 33, "start", cut(site.what())));
        }
        items.add(new Picture.Item(hint(site.name(), site.what(), site.detail()), shapes, labels));
        int y = top + HEAD;
        for (var part : site.parts()) {
            items.add(part(part, left + PAD, y));
            if (part.server() || part.kind() == Kind.BALANCER) {
                wires.add(part, column, top, left + SITE - PAD, y + PART / 2);
            }
            y += PITCH;
        }
        if (site.more() > 0) {
            items.add(words(more(site.more(), Text.of("más", "more")), left + PAD, y + 11));
        }
    }

    private static Picture.Item part(Occupant part, int x, int y) {
        int width = SITE - 2 * PAD;
        int corner = part.bare() ? 0 : 6;
        var css = part.kind().name().toLowerCase(Locale.ROOT) + (part.stopped() ? " stopped" : "");
        var shapes = new ArrayList<>(List.of(Shapes.box("part " + css, x, y, width, PART, corner)));
        if (part.kind() == Kind.BACKUP) {
            shapes.add(Shapes.box("inner " + css, x + 3, y + 3, width - 6, PART - 6, corner / 2));
        } else if (part.kind() == Kind.PRODUCTION) {
            shapes.add(Shapes.box("band", x + 1, y + 5, 5, PART - 10, 0));
        }
        return new Picture.Item(hint(part.name(), part.what(), part.detail()), shapes, List.of(
                new Label("name", x + 12, y + 14, "start", Text.same(Cut.to(NAME, part.name()))),
                new Label("what", x + 12, y + 27, "start", cut(part.what()))));
    }

    private int hostHeight() {
        return 54 + 24 * Math.max(1, found.doors().size()) + (found.moreDoors() > 0 ? MORE : 0);
    }

    /** The doors below the host; from each a way to the balancer's left, where there is one alone. */
    private void host() {
        items.add(new Picture.Item(Text.same(""), List.of(Shapes.screen(10, 4)), List.of(new Label("name", 56, 22, "start", Text.of("anfitrión", "host")))));
        int y = 46;
        if (found.doors().isEmpty()) {
            items.add(words(Text.of("ninguna puerta conocida", "no known door"), 10, y + 14));
            return;
        }
        var shapes = new ArrayList<Shape>();
        var target = wires.onlyBalancer();
        int last = y + 24 * (found.doors().size() - 1) + 10;
        for (var door : found.doors()) {
            items.add(new Picture.Item(Text.of("%s lleva del anfitrión al balanceador", "%s leads from the host to the balancer", Cut.hint(door)),
                    List.of(Shapes.box("door", 10, y, 158, 20, 10)), List.of(new Label("what", 89, y + 14, "middle", Text.same(Cut.to(24, door))))));
            if (target.isPresent()) {
                shapes.add(Shapes.across("way", 168, 188, y + 10));
            }
            y += 24;
        }
        target.ifPresent(at -> {
            shapes.add(Shapes.down("way", 188, Math.min(56, at), Math.max(last, at)));
            shapes.add(Shapes.across("way", 188, LEFT[1] + PAD - 6, at));
            shapes.add(Shapes.arrowhead("head", LEFT[1] + PAD - 1, at, false));
        });
        items.add(new Picture.Item(Text.same(""), shapes, List.of()));
        if (found.moreDoors() > 0) {
            items.add(words(more(found.moreDoors(), Text.of("más", "more")), 14, y + 11));
        }
    }

    private static Picture.Item words(Text text, int x, int y) {
        return new Picture.Item(Text.same(""), List.of(), List.of(new Label("what", x, y, "start", text)));
    }

    private static Text more(int count, Text what) {
        return Text.of("y " + count + " " + what.es(), "and " + count + " " + what.en());
    }

    private static Text cut(Text text) {
        return new Text(Cut.to(WORDS, text.es()), Cut.to(WORDS, text.en()));
    }

    private static Text hint(String name, Text what, Text detail) {
        return new Text(Cut.hint(told(name, what.es(), detail.es())), Cut.hint(told(name, what.en(), detail.en())));
    }

    private static String told(String name, String what, String detail) {
        return (name.isEmpty() ? what : name + ": " + what) + (detail.isEmpty() ? "" : "; " + detail);
    }

    /** The ways from the balancers to their servers. */
    private static final class Wires {

        private record Port(boolean server, boolean backup, int column, int top, int edge, int y) {
        }

        private final List<Port> ports = new ArrayList<>();

        void add(Occupant part, int column, int top, int edge, int y) {
            ports.add(new Port(part.server(), part.kind() == Kind.BACKUP, column, top, edge, y));
        }

        /** Height of the one that is drawn beside the host; empty where there are several, and who knows which door leads where. */
        Optional<Integer> onlyBalancer() {
            var balancers = ports.stream().filter(port -> !port.server()).toList();
            return balancers.size() == 1 ? Optional.of(balancers.get(0).y()) : Optional.empty();
        }

        Picture.Item drawn() {
            var shapes = new ArrayList<Shape>();
            boolean both = ports.stream().anyMatch(Port::server) && ports.stream().anyMatch(port -> !port.server());
            if (both) {
                var trunk = new ArrayList<Integer>();
                for (int top : ports.stream().map(Port::top).distinct().toList()) {
                    lane(shapes, ports.stream().filter(port -> port.top() == top && port.column() == 0).toList(), top - GAP / 2, trunk);
                    ports.stream().filter(port -> port.top() == top && port.column() == 1).forEach(port -> trunk.add(port.y()));
                }
                shapes.add(Shapes.down("way", LANE[1], trunk.stream().min(Integer::compare).orElse(0), trunk.stream().max(Integer::compare).orElse(0)));
                ports.forEach(port -> end(shapes, port));
            }
            return new Picture.Item(Text.same(""), shapes, List.of());
        }

        /** Down the middle, and over to the trunk above this row. */
        private static void lane(List<Shape> shapes, List<Port> here, int above, List<Integer> trunk) {
            if (!here.isEmpty()) {
                shapes.add(Shapes.down("way", LANE[0], above, here.stream().mapToInt(Port::y).max().orElse(above)));
                shapes.add(Shapes.across("way", LANE[0], LANE[1], above));
                trunk.add(above);
            }
        }

        private static void end(List<Shape> shapes, Port port) {
            shapes.add(Shapes.across("way", port.edge() + (port.server() ? 6 : 0), LANE[port.column()], port.y()));
            if (port.server()) {
                shapes.add(Shapes.arrowhead(port.backup() ? "head hollow" : "head", port.edge() + 1, port.y(), true));
            }
        }
    }
}
