package relevo.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FloorsTest {

    private static final JavaClasses PRODUCT = Rooms.product();
    private static final Path SOURCES = Path.of("src/test/java");
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_LINE = 160;

    @Test
    @DisplayName("a room uses rooms on lower floors alone")
    void noArrowPointsUp() {
        var rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
        var below = new ArrayList<String>();
        for (var floor : Rooms.FLOORS) {
            for (var room : floor) {
                rule = rule.layer(room.name()).definedBy("relevo." + room.name() + "..");
            }
        }
        for (var floor : Rooms.FLOORS) {
            for (var room : floor) {
                var may = below.toArray(String[]::new);
                rule = below.isEmpty() ? rule.whereLayer(room.name()).mayNotAccessAnyLayer() : rule.whereLayer(room.name()).mayOnlyAccessLayers(may);
            }
            floor.forEach(room -> below.add(room.name()));
        }
        rule.check(PRODUCT);
    }

    @Test
    @DisplayName("every class is in a room that has its floor and its purpose")
    void noRoomIsForgotten() {
        var known = Rooms.FLOORS.stream().flatMap(List::stream).map(Rooms.Room::name).toList();

        assertThat(PRODUCT.stream().map(Rooms::roomOf).distinct()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    @DisplayName("what was observed is data: records and enums")
    void observationsAreData() {
        classes().that().resideInAPackage("relevo.observation..").should(new ArchCondition<>("be records or enums") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isRecord() && !type.isEnum()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is neither a record nor an enum"));
                }
            }
        }).check(PRODUCT);
    }

    @Test
    @DisplayName("a name means one thing in the whole house")
    void namesDoNotCollide() {
        var byName = PRODUCT.stream().filter(JavaClass::isTopLevelClass).collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        assertThat(byName.values().stream().filter(types -> types.size() > 1)).isEmpty();
    }

    @Test
    @DisplayName("no file of the product grows past 300 lines")
    void filesStaySmall() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE && !file.toString().endsWith("Test.java")) {
                tooLong.add(file + ": " + lines);
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    @DisplayName("no line is longer than 160 characters")
    void linesStayShort() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST_LINE) {
                    tooLong.add(file + ":" + (i + 1));
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    @DisplayName("docs/rooms.md is the picture of the compiled code")
    void pictureIsUpToDate() throws IOException {
        assertThat(Files.readString(Rooms.FILE)).as("%s is stale: %s", Rooms.FILE, Rooms.COMMAND).isEqualTo(Rooms.render());
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }
}
