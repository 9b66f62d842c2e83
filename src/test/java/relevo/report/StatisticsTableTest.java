package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.judge.Certainties;

class StatisticsTableTest {

    @Test
    @DisplayName("docs/statistics.md is what the judges' rules say")
    void upToDate() throws IOException {
        assertThat(Files.readString(StatisticsTable.FILE)).as("%s is stale: %s", StatisticsTable.FILE, StatisticsTable.COMMAND)
                .isEqualTo(StatisticsTable.render());
    }

    @Test
    @DisplayName("every core requirement is in it, and nothing that the catalogue does not know")
    void complete() {
        List<String> listed = Certainties.all().stream().flatMap(row -> List.of(row.requirements().split(", ")).stream()).toList();

        assertThat(listed).containsAll(Catalogue.load().requirements().stream().filter(requirement -> requirement.level() == Level.CORE).map(CatalogueRow::id)
                .toList());
        assertThat(listed).allSatisfy(id -> assertThat(Catalogue.load().find(id)).as(id).isPresent());
    }
}
