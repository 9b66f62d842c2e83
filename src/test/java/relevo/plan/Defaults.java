package relevo.plan;

import java.util.List;

/** Where a request goes when it does not say so itself, as far as it is said above it. Each is empty where nobody said it. */
record Defaults(String protocol, String host, String port, String path) {

    static final Defaults NONE = new Defaults("", "", "", "");

    /** What an element says itself. */
    static Defaults of(Part part, Values values) {
        return new Defaults(values.literal(part.property("HTTPSampler.protocol")).strip(), values.literal(part.property("HTTPSampler.domain")).strip(),
                values.literal(part.property("HTTPSampler.port")).strip(), values.literal(part.property("HTTPSampler.path")).strip());
    }

    /** Nearer ones go first. */
    Defaults with(Defaults nearer) {
        return new Defaults(first(nearer.protocol, protocol), first(nearer.host, host), first(nearer.port, port), first(nearer.path, path));
    }

    /** With those that hold for all that stands beside them. */
    Defaults with(List<Part> parts, Values values) {
        return parts.stream().filter(part -> part.kind().equals("ConfigTestElement")).map(part -> of(part, values)).reduce(this, Defaults::with);
    }

    private static String first(String nearer, String farther) {
        return nearer.isEmpty() ? farther : nearer;
    }
}
