package relevo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import relevo.report.Catalogue;
import relevo.report.Level;

/** The catalogue and the specification, held against each other. */
class CatalogueCoverageTest {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void everyCoreRequirementHasATest() {
        var core = catalogue.requirements().stream().filter(requirement -> requirement.level() == Level.CORE).map(requirement -> requirement.id()).toList();

        assertThat(SpecificationTests.specified()).containsAll(core);
    }

    @Test
    void everyOtherOneHasATest() {
        var unspecified = catalogue.requirements().stream()
                .filter(requirement -> requirement.level().automatic())
                .map(requirement -> requirement.id()).filter(id -> !SpecificationTests.specified().contains(id)).toList();

        assertThat(unspecified).isEmpty();
    }

    @Test
    void everyTestSpecifiesOneRequirementOfTheCatalogueAndNoTwoTheSame() {
        var ids = new ArrayList<String>();
        for (var type : SpecificationTests.specifications()) {
            SpecificationTests.methods(type).forEach(method -> ids.add(method.getAnnotation(Requirement.class).value()));
        }

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> catalogue.find(id).isPresent());
    }
}
