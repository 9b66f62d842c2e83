package relevo.house;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import relevo.cluster.Cluster;
import relevo.judge.Rulings;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.load.Load;
import relevo.verdict.Verdict;

/** What makes a specification method a check: it observes, has that judged by its ruling, and the ruling's judge was seen deciding both ways. */
class SpecificationLintTest {

    private static final JavaClasses SUITE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeJars()).importPackages("relevo");
    private static final String EXPECT = "relevo.testing.Expect";

    @TestFactory
    Stream<DynamicTest> everyRequirement() {
        return SUITE.stream().filter(type -> type.isAnnotatedWith(Specification.class)).flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Requirement.class))
                .map(method -> DynamicTest.dynamicTest(method.getAnnotationOfType(Requirement.class).value(), () -> isACheck(method)));
    }

    private static void isACheck(JavaMethod specification) {
        var calls = reached(specification);
        assertThat(targets(calls, Verdicts.class)).as("%s has something judged", specification.getFullName()).contains("judge");
        assertThat(Stream.concat(targets(calls, Cluster.class).stream(), targets(calls, Load.class).stream()))
                .as("%s observes something", specification.getFullName()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyJudge() {
        var table = SUITE.get(Rulings.class);
        var judges = Stream.<JavaCodeUnitAccess<?>>concat(table.getMethodCallsFromSelf().stream(), table.getMethodReferencesFromSelf().stream())
                .filter(asked -> asked.getTargetOwner().getPackageName().equals("relevo.judge")
                        && asked.getTarget().getRawReturnType().isEquivalentTo(Verdict.class))
                .map(asked -> asked.getTarget().getFullName()).collect(toCollection(TreeSet::new));
        assertThat(judges).as("a judge for each ruling").hasSameSizeAs(Rulings.ALL);
        return judges.stream().map(judge -> DynamicTest.dynamicTest(judge, () -> {
            assertThat(testedWith(judge, "met")).as("a test shows what %s accepts (Expect.met)", judge).isTrue();
            assertThat(testedWith(judge, "notMet")).as("a test shows what %s rejects (Expect.notMet)", judge).isTrue();
        }));
    }

    /** The calls of a method, and of what it calls in its own class: helpers, and the stories written as lambdas. */
    private static Set<JavaMethodCall> reached(JavaCodeUnit method) {
        var calls = new LinkedHashSet<JavaMethodCall>();
        follow(method, new LinkedHashSet<>(), calls);
        return calls;
    }

    private static void follow(JavaCodeUnit unit, Set<JavaCodeUnit> seen, Set<JavaMethodCall> calls) {
        if (seen.add(unit)) {
            calls.addAll(unit.getMethodCallsFromSelf());
            Stream.concat(unit.getMethodCallsFromSelf().stream().map(call -> call.getTarget().resolveMember()),
                            unit.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget().resolveMember()))
                    .flatMap(java.util.Optional::stream).map(JavaCodeUnit.class::cast).filter(next -> next.getOwner().equals(unit.getOwner()))
                    .forEach(next -> follow(next, seen, calls));
        }
    }

    private static Set<String> targets(Set<JavaMethodCall> calls, Class<?> owner) {
        return calls.stream().filter(call -> call.getTargetOwner().isEquivalentTo(owner)).map(JavaMethodCall::getName).collect(toSet());
    }

    private static boolean testedWith(String judge, String outcome) {
        return SUITE.stream().filter(type -> type.getPackageName().equals("relevo.judge") && type.getSimpleName().endsWith("Test"))
                .flatMap(type -> type.getMethods().stream())
                .map(SpecificationLintTest::reached)
                .anyMatch(calls -> calls.stream().anyMatch(call -> call.getTarget().getFullName().equals(judge))
                        && calls.stream().anyMatch(call -> call.getTargetOwner().getName().equals(EXPECT) && call.getName().equals(outcome)));
    }
}
