package relevo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.judge.Ruling;
import relevo.judge.Rulings;
import relevo.report.Catalogue;
import relevo.report.CatalogueRow;

/** The table of rulings, held against the specification and the catalogue. */
class RulingsCoverageTest {

    @Test
    @DisplayName("every requirement that has a test has one ruling, in the catalogue's order")
    void oneForEach() {
        var specified = Catalogue.load().requirements().stream().map(CatalogueRow::id).filter(SpecificationTests.specified()::contains).toList();

        assertThat(Rulings.ALL).extracting(Ruling::id).containsExactlyElementsOf(specified);
    }

    @Test
    @DisplayName("every test has what its ruling judges by: it makes one, or is given one")
    void kindsAgree() {
        var wrong = new ArrayList<String>();
        for (var type : SpecificationTests.specifications()) {
            var compiled = new ClassFileImporter().importClass(type);
            for (var method : SpecificationTests.methods(type)) {
                var id = method.getAnnotation(Requirement.class).value();
                var kind = Rulings.on(id).map(Ruling::seen);
                if (kind.isEmpty() || had(compiled, method.getName()).noneMatch(kind.get().getName()::equals)) {
                    wrong.add(id + " is judged by " + kind.map(Class::getSimpleName).orElse("nobody"));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Names of the types that this method constructs, or that what it calls returns. */
    private static Stream<String> had(JavaClass type, String method) {
        return type.getMethods().stream().filter(candidate -> candidate.getName().equals(method)).flatMap(found -> found.getCallsFromSelf().stream())
                .map(call -> call instanceof JavaConstructorCall ? call.getTargetOwner().getName()
                        : call.getTarget().resolveMember().map(JavaCodeUnit.class::cast).map(unit -> unit.getRawReturnType().getName()).orElse(""));
    }
}
