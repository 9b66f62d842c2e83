package relevo.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import relevo.junit.Requirement;
import relevo.junit.Specification;

/** The rules of the house, held against the code. */
@AnalyzeClasses(packages = "relevo", importOptions = ImportOption.OnlyIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule judgesKnowOnlyWhatWasObserved = noClasses().that()
            .resideInAnyPackage("relevo.judge..", "relevo.measure..", "relevo.chance..", "relevo.verdict..").and().haveSimpleNameNotEndingWith("Test")
            .should().dependOnClassesThat().resideInAnyPackage("relevo.cluster..", "relevo.lxd..", "relevo.machine..", "relevo.substrate..", "relevo.junit..",
                    "relevo.report..", "org.junit..",
                    "org.testcontainers..", "io.restassured..", "java.net.http..", "java.nio.file..", "us.abstracta..", "org.openqa..")
            .because("a saved observation is judged again without a cluster");

    @ArchTest
    static final ArchRule reportsKnowNoSubstrate = noClasses().that().resideInAPackage("relevo.report..").and().haveSimpleNameNotEndingWith("Test")
            .should().dependOnClassesThat().resideInAnyPackage("relevo.cluster..", "relevo.lxd..", "relevo.machine..", "relevo.substrate..", "relevo.junit..",
                    "org.junit..",
                    "org.testcontainers..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsJUnitsInterfaces = noClasses().that().resideOutsideOfPackage("relevo.junit..")
            .should().dependOnClassesThat().resideInAnyPackage("org.junit.jupiter.api.extension..", "org.junit.platform..");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsDocker = noClasses().that().resideOutsideOfPackage("relevo.substrate.docker..")
            .should().dependOnClassesThat().resideInAnyPackage("com.github.dockerjava..", "org.testcontainers..");

    @ArchTest
    static final ArchRule theProductKnowsNoFixtures = noClasses().that().resideOutsideOfPackages("relevo.testing..", "relevo.house..").and()
            .haveSimpleNameNotEndingWith("Test")
            .should().dependOnClassesThat().resideInAPackage("relevo.testing..");

    @ArchTest
    static final ArchRule specificationsReadAsRequirementsDo = noClasses().that().resideInAPackage("relevo.spec..")
            .should().dependOnClassesThat().resideInAnyPackage("java.util.concurrent..", "java.lang.reflect..", "java.io..", "com.fasterxml..",
                    "org.awaitility..")
            .orShould().callMethod(Thread.class, "sleep", long.class)
            .orShould().dependOnClassesThat().haveFullyQualifiedName(ProcessBuilder.class.getName());

    @ArchTest
    static final ArchRule specificationsInheritNothing = classes().that().areAnnotatedWith(Specification.class)
            .should().beAssignableTo(Object.class).andShould().resideInAPackage("relevo.spec")
            .andShould().haveSimpleNameEndingWith("Spec");

    @ArchTest
    static final ArchRule nothingIsSkipped = noClasses().that().resideOutsideOfPackage("relevo.house")
            .should().dependOnClassesThat().belongToAnyOf(Assumptions.class, Disabled.class)
            .because("a check that did not run must not look like one that passed");

    @ArchTest
    static final ArchRule everySpecificationTestNamesItsRequirement = methods().that().areDeclaredInClassesThat().resideInAPackage("relevo.spec..")
            .and().areAnnotatedWith(Test.class).should().beAnnotatedWith(Requirement.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().that().haveSimpleNameNotEndingWith("Test").should().callMethod(Thread.class, "sleep", long.class)
            .orShould().callMethod(Thread.class, "sleep", java.time.Duration.class)
            .because("a condition is waited for, by its name");

    @ArchTest
    static final ArchRule oneWayToMakeThreads = noClasses().that().haveSimpleNameNotEndingWith("Test").and().doNotHaveSimpleName("Daemon")
            .should().callMethod(Thread.class, "setDaemon", boolean.class)
            .because("relevo.timing.Daemon makes those that keep no JVM from ending");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses().should().haveSimpleNameStartingWith("Abstract")
            .orShould().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper");
}
