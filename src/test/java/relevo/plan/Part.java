package relevo.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a plan with what stands under it: the {@code hashTree} that follows it.
 *
 * @param element its own properties
 * @param tree    what is under it; null for nothing
 */
record Part(Element element, Element tree) {

    /** What is in a {@code hashTree}, without that which is switched off. */
    static List<Part> in(Element tree) {
        List<Part> parts = new ArrayList<>();
        List<Element> all = tree == null ? List.of() : children(tree).toList();
        for (int i = 0; i < all.size(); i++) {
            Element element = all.get(i);
            if (!element.getTagName().equals("hashTree") && !element.getAttribute("enabled").equals("false")) {
                boolean parent = i + 1 < all.size() && all.get(i + 1).getTagName().equals("hashTree");
                parts.add(new Part(element, parent ? all.get(i + 1) : null));
            }
        }
        return parts;
    }

    /** What a file's root holds. */
    static List<Part> under(Element root) {
        return children(root).filter(child -> child.getTagName().equals("hashTree")).findFirst().map(Part::in).orElse(List.of());
    }

    List<Part> parts() {
        return in(tree);
    }

    /** What it is, without the package of a plugin. */
    String kind() {
        String tag = element.getTagName();
        return tag.substring(tag.lastIndexOf('.') + 1);
    }

    String name() {
        return element.getAttribute("testname");
    }

    /** A property as it is written; empty where there is none. */
    String property(String name) {
        return property(element, name);
    }

    /** The elements that a property consists of, such as a list of parameters, one by one. */
    List<Element> items(String collection) {
        return descendants(element).filter(property -> named(property).equals(collection)).findFirst().stream().flatMap(Part::children)
                .filter(item -> item.getTagName().equals("elementProp")).toList();
    }

    static String property(Element owner, String name) {
        return descendants(owner).filter(property -> named(property).equals(name)).findFirst().map(Part::value).orElse("");
    }

    /** Properties within properties, too: a thread group keeps its loops in one of its own. */
    private static Stream<Element> descendants(Element owner) {
        return children(owner).flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    /** JMeter writes some numbers as a property with a name and a value in elements of their own. */
    private static String named(Element property) {
        return property.hasAttribute("name") ? property.getAttribute("name")
                : children(property).filter(child -> child.getTagName().equals("name")).findFirst().map(Element::getTextContent).orElse("");
    }

    private static String value(Element property) {
        return children(property).filter(child -> child.getTagName().equals("value")).findFirst().map(Element::getTextContent)
                .orElseGet(property::getTextContent).strip();
    }

    private static Stream<Element> children(Element owner) {
        List<Element> children = new ArrayList<>();
        for (Node node = owner.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children.stream();
    }
}
