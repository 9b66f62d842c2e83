package relevo.junit;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import relevo.substrate.Settings;

/** The tests that specify requirements: those of the package {@code relevo.spec}. */
public final class SpecificationTests {

    private SpecificationTests() {
    }

    /** Ids of all requirements that have a test. */
    public static Set<String> specified() {
        var ids = new TreeSet<String>();
        for (var type : specifications()) {
            methods(type).forEach(method -> ids.add(method.getAnnotation(Requirement.class).value()));
        }
        return ids;
    }

    static List<Class<?>> specifications() {
        return Found.SPECIFICATIONS;
    }

    /** Looked for once: a requirement that is played by itself need not search the class path. */
    private static final class Found {

        private static final List<Class<?>> SPECIFICATIONS = List.copyOf(ReflectionSupport.findAllClassesInPackage("relevo.spec",
                type -> type.isAnnotationPresent(Specification.class), name -> true));
    }

    static List<Method> methods(Class<?> type) {
        return ReflectionSupport.findMethods(type, method -> method.isAnnotationPresent(Requirement.class), HierarchyTraversalMode.TOP_DOWN);
    }

    /** The tests that specify these requirements, in the order of their classes' names. */
    static List<DiscoverySelector> selecting(Set<String> ids) {
        return specifications().stream().sorted(Comparator.comparing(Class::getName))
                .flatMap(type -> methods(type).stream().filter(method -> ids.contains(method.getAnnotation(Requirement.class).value()))
                        .map(method -> (DiscoverySelector) DiscoverySelectors.selectMethod(type, method)))
                .toList();
    }

    /** Those of these ids that have a test, in the order in which a run plays them; those that have none come last. */
    static List<String> inOrder(Set<String> ids) {
        var played = specifications().stream().sorted(Comparator.comparing(Class::getName))
                .flatMap(type -> methods(type).stream().map(method -> method.getAnnotation(Requirement.class).value()).sorted());
        return Stream.concat(played.filter(ids::contains), ids.stream()).distinct().toList();
    }

    /** The requirement that this test specifies; empty for any other test. */
    static Optional<String> requirement(TestIdentifier test) {
        return source(test)
                .filter(source -> source.getJavaClass().isAnnotationPresent(Specification.class))
                .map(source -> source.getJavaMethod().getAnnotation(Requirement.class))
                .map(Requirement::value);
    }

    /** The command that repeats just this test, with the settings of this run, on a cluster that stays up. */
    static String repeat(TestIdentifier test) {
        return source(test).map(source -> "mvn verify -Drelevo.keep=true%s -Dit.test='%s#%s'".formatted(Settings.typed(System.getProperties()),
                source.getJavaClass().getSimpleName(), source.getMethodName())).orElse("");
    }

    private static Optional<MethodSource> source(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
    }
}
