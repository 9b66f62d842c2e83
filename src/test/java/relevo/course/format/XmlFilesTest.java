package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import relevo.testing.CourseSamples;
import relevo.testing.TeamSamples;
import relevo.testing.Untrusted;

class XmlFilesTest {

    static final List<String> HOSTILE = TeamSamples.HOSTILE;
    private static final String OPEN_TEST = "/org/opentest4j/reporting/schema/hierarchy-0.2.0.xsd";

    private static void requireValid(String schema, String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(XmlFilesTest.class.getResource(schema)).newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static Element read(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    private static Element named(Element root, String element, String id) {
        return elements(root.getElementsByTagName(element)).stream().filter(node -> node.getAttribute("name").startsWith(id + " ")).findFirst().orElseThrow();
    }

    private static Element child(Element parent, String name) {
        return elements(parent.getElementsByTagName(name)).stream().findFirst().orElseThrow(() -> new AssertionError("no <%s>".formatted(name)));
    }

    @Test
    @DisplayName("JUnit's XML is read by Surefire's own reader, every test of it")
    void surefire(@TempDir Path folder) throws Exception {
        for (var team : CourseSamples.three()) {
            assertThat(parsed(folder, JunitXml.render(team))).hasSameSizeAs(team.cells());
        }
        var team = CourseSamples.three().get(1);
        var tests = parsed(folder, JunitXml.render(team));
        assertThat(tests).noneMatch(ReportTestCase::hasError).allSatisfy(test -> assertThat(test.getFullClassName()).isNotBlank());
        assertThat(tests).filteredOn(ReportTestCase::hasFailure).hasSize(1);
        assertThat(tests).filteredOn(ReportTestCase::hasSkipped).hasSize(4);
        var broken = JunitXml.render(TeamSamples.corrected()).replace("</testcase>", "");
        assertThatThrownBy(() -> parsed(folder, broken)).isInstanceOf(SAXException.class);
    }

    /** Surefire makes a suite of each class. */
    private static List<ReportTestCase> parsed(Path folder, String xml) throws Exception {
        var file = Files.writeString(folder.resolve("TEST-team.xml"), xml);
        return new TestSuiteXmlParser(new NullConsoleLogger()).parse(file.toString()).stream().flatMap(suite -> suite.getTestCases().stream()).toList();
    }

    @Test
    @DisplayName("Open Test Reporting's XML is as its published schema has it")
    void openTest() throws Exception {
        for (var team : CourseSamples.three()) {
            requireValid(OPEN_TEST, OpenTestXml.render(team));
        }
        requireValid(OPEN_TEST, OpenTestXml.render(TeamSamples.corrected()));
        var broken = OpenTestXml.render(TeamSamples.corrected()).replace("SUCCESSFUL", "PASSED");
        assertThatThrownBy(() -> requireValid(OPEN_TEST, broken)).isInstanceOf(SAXException.class);
    }

    @Test
    @DisplayName("JUnit's XML fails what is not met alone; the rest is skipped, and says first how it stands")
    void junitStates() throws Exception {
        var suite = read(JunitXml.render(CourseSamples.three().get(1)));

        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(suite.getElementsByTagName("skipped").getLength())).isEqualTo("4");
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(suite.getElementsByTagName("testcase").getLength()));
        assertThat(elements(suite.getElementsByTagName("failure"))).hasSize(1);
        assertThat(child(named(suite, "testcase", "B2"), "failure").getAttribute("message"))
                .startsWith("No se cumple: Sirvieron 0 de 400.").contains(" / Not met: They served 0 of 400.");
        assertThat(child(named(suite, "testcase", "G1.1"), "skipped").getAttribute("message")).startsWith("No se pudo comprobar: ");
        assertThat(child(named(suite, "testcase", "G1.2"), "skipped").getAttribute("message")).startsWith("Espera a G1.1.");
        assertThat(child(named(suite, "testcase", "S1"), "skipped").getAttribute("message")).startsWith("La califica el docente: ");
    }

    @Test
    @DisplayName("Open Test Reporting fails what is not met alone; what could not be checked came to no end")
    void openTestStates() throws Exception {
        var root = read(OpenTestXml.render(CourseSamples.three().get(1)));

        assertThat(List.of("B1", "B2", "G1.1", "G1.2", "S1", "D1").stream().map(id -> child(named(root, "h:child", id), "result").getAttribute("status")))
                .containsExactly("SUCCESSFUL", "FAILED", "ABORTED", "SKIPPED", "SKIPPED", "SKIPPED");
        assertThat(child(named(root, "h:child", "G1.1"), "reason").getTextContent()).startsWith("No se pudo comprobar: ");
        var earned = elements(named(root, "h:child", "G1.1").getElementsByTagName("entry")).stream()
                .filter(entry -> entry.getAttribute("key").equals("earned")).map(Element::getTextContent);
        assertThat(earned).containsExactly("");
        assertThat(elements(root.getElementsByTagName("result"))).hasSameSizeAs(CourseSamples.three().get(1).cells());
    }

    @Test
    @DisplayName("the teacher's points win in both")
    void byHand() throws Exception {
        var suite = read(JunitXml.render(TeamSamples.corrected()));
        var open = read(OpenTestXml.render(TeamSamples.corrected()));

        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        assertThat(suite.getAttribute("skipped")).isEqualTo("0");
        assertThat(child(named(suite, "testcase", "D1"), "failure").getAttribute("message")).startsWith("La calificó el docente: 0.5 de 1.0");
        assertThat(List.of("B2", "G1.1", "D1").stream().map(id -> child(named(open, "h:child", id), "result").getAttribute("status")))
                .containsExactly("FAILED", "SUCCESSFUL", "FAILED");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("a stranger's words break neither, and act on no terminal")
    void hostile(String word, @TempDir Path folder) throws Exception {
        var team = TeamSamples.hostile(word);
        for (var xml : List.of(JunitXml.render(team), OpenTestXml.render(team))) {
            Untrusted.harmless(xml);
            read(xml);
        }
        assertThat(parsed(folder, JunitXml.render(team))).hasSameSizeAs(team.cells());
        requireValid(OPEN_TEST, OpenTestXml.render(team));
    }
}
