package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.FoundDelivery.FOUND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.discovery.Told;
import relevo.observation.Balancer;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.testing.FoundDelivery;
import relevo.words.Text;

class ContradictionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "counts_as_machine: [vm1, vm2]", "balancer: {machine: vm1, instance: lb}", "balancer: {instance: lb}",
            "balancer: {machine: vm1}",
            "servers: {web/web1: {instance: u1, role: production}, web/web3: {instance: web3backup, role: backup}}", "servers: {web/web3: {instance: u1}}",
            "servers: {web/web1: {role: backup}, web/web3: {role: production}}", "balancer: {url: 'http://10.0.0.1/'}"})
    void whatIsThereContradictsNothing(String yaml) throws IOException {
        assertThat(against(yaml, FOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            counts_as_machine: [vm1, vm22]                     | counts_as_machine: «vm22» | lo más parecido es «vm2» (hay vm1, vm2, cliente)
            counts_as_machine: [VM1]                           | counts_as_machine: «VM1»  | lo más parecido es «vm1»
            balancer: {machine: uno}                           | balancer.machine: «uno»   | (hay vm1, vm2, cliente)
            balancer: {instance: 1b}                           | balancer.instance: «1b»   | lo más parecido es «lb»
            balancer: {machine: vm2}                           | en «vm2» no hay           | corre en vm1/lb
            balancer: {instance: u1}                           | en «u1» no hay            | corre en vm1/lb
            balancer: {machine: vm2, instance: lb}             | en «vm2/lb» no hay        | corre en vm1/lb
            servers: {web/wbe3: {role: backup}}                | servers: «web/wbe3»       | lo más parecido es «web/web3» (hay web/web1, web/web3)
            servers: {web/web3: {instance: web3-backup}}       | servers.web/web3.instance: «web3-backup» | lo más parecido es «web3backup»
            servers: {web/web1: {instance: web3backup}}        | servers.web/web1.instance: se dijo «web3backup» | solo tiene «u1»
            servers: {web/web1: {role: production}, web/web3: {instance: u1, role: backup}} | servers: «u1» es production en web/web1 y | mismo papel
            """)
    void whatIsNotThereOrProvenOtherwiseIsToldWithTheNearest(String yaml, String named, String nearest) throws IOException {
        assertThat(against(yaml, FOUND)).singleElement().satisfies(told -> {
            assertThat(told.es()).contains(named).contains(nearest);
            assertThat(told.en()).isNotEqualTo(told.es());
        });
    }

    @Test
    @DisplayName("an address is only a hint, which a person may know better than")
    void onlyProofContradicts() throws IOException {
        var hinted = new Server("web", "web1", "240.6.0.3:80", Role.PRODUCTION, Known.found(""), "u1",
                Known.found("no other instance has that address; asked for a page: closed"));
        var found = new Inventory(FOUND.machines(), FOUND.instances(), FOUND.balancers(), List.of(hinted), List.of(), Map.of());

        assertThat(against("servers: {web/web1: {instance: web3backup}}", found)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"balancer: {instance: other}", "balancer: {machine: vm4}", "servers: {other/x: {role: backup}}",
            "servers: {web/web3: {instance: other}}"})
    @DisplayName("what may be on a machine that could not be looked at contradicts nothing")
    void whatCouldNotBeSeenContradictsNothing(String yaml) throws IOException {
        assertThat(against(yaml, FoundDelivery.withSilentMachine())).isEmpty();
    }

    @Test
    void aMachineIsKnownAlsoWhenItCouldNotBeLookedAt() throws IOException {
        assertThat(against("counts_as_machine: [vm44]", FoundDelivery.withSilentMachine())).singleElement()
                .satisfies(told -> assertThat(told.es()).contains("vm4"));
    }

    @Test
    @DisplayName("a balancer that does not run is for its requirement to tell, and so are its servers")
    void aStoppedBalancerContradictsNothing() throws IOException {
        assertThat(against("balancer: {machine: vm2, instance: lb}\nservers: {web/web1: {role: backup}}", FoundDelivery.withoutBalancer())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'balancer: {instance: lb}', lb@vm1", "'balancer: {machine: vm2, instance: lb}', ''", "'balancer: {instance: lb@vm2}', ''",
        "'servers: {web/web1: {instance: u1}}', u1@vm1", "'servers: {web/web3: {instance: u1@vm2}}', ''"})
    @DisplayName("of a name that two machines have, the machine is told too")
    void twins(String yaml, String nearest) throws IOException {
        var instances = Stream.of("lb@vm1", "lb@vm2", "u1@vm1", "u1@vm2").map(name -> FoundDelivery.instance(name, name.substring(3), "Running")).toList();
        var balancer = new Balancer("vm2", "lb@vm2", 1, List.of(), List.of(), List.of(), List.of());
        var found = new Inventory(FOUND.machines(), instances, List.of(balancer),
                List.of(FoundDelivery.S3, new Server("web", "web1", "a:80", Role.PRODUCTION, Known.found(""), "", Known.unknown(""))), List.of(), Map.of());

        assertThat(against(yaml, found)).hasSize(nearest.isEmpty() ? 0 : 1).allSatisfy(told -> assertThat(told.es()).contains("«" + nearest + "»"));
    }

    @Test
    void whereThereIsNothingThatIsSaid() throws IOException {
        assertThat(against("counts_as_machine: [vm1]", Inventory.NOTHING)).containsExactly(new Text(
                "counts_as_machine: «vm1» no está: no se encontró ningún nombre de máquina.",
                "counts_as_machine: \"vm1\" is not there: no name of a machine was found."));
    }

    @Test
    void hostileAndManyNamesAreShownShortAndHarmless() throws IOException {
        var instances = IntStream.range(0, 5_000).mapToObj(i -> FoundDelivery.instance("\u001b[2J" + i + "\n" + "x".repeat(500), "uno", "Running")).toList();
        var found = new Inventory(FOUND.machines(), instances, List.of(), List.of(), List.of(), Map.of());

        assertThat(against("balancer: {instance: none}", found)).singleElement().satisfies(told -> {
            assertThat(told.es()).hasSizeLessThan(1_500).contains("·[2J0·x").contains(", …");
            assertThat(told.toString().lines()).hasSize(2).allMatch(line -> line.codePoints().noneMatch(Character::isISOControl));
        });
    }

    @Test
    void whatIsToldTakesThePlaceOfWhatWasFound() throws IOException {
        var told = read("servers: {web/web3: {instance: web3backup, role: production}, web/web1: {role: backup}}").told();

        assertThat(FOUND.servers().stream().map(told.servers())).containsExactly(
                new Server("web", "web1", "240.6.0.3:80", Role.BACKUP, Told.BY, "u1", Server.PROOF),
                new Server("web", "web3", "240.6.0.4:80", Role.PRODUCTION, Told.BY, "web3backup", Told.BY));
        assertThat(FOUND.servers().stream().map(Mapping.NOTHING.told().servers())).isEqualTo(FOUND.servers());
    }

    @Test
    void theMachinesThatCountAreThoseNamedOrAll() throws IOException {
        assertThat(Mapping.NOTHING.counts("cliente")).isTrue();
        assertThat(read("counts_as_machine: [vm1]").counts("cliente")).isFalse();
        assertThat(read("counts_as_machine: [vm1]").counts("vm1")).isTrue();
    }

    private List<Text> against(String yaml, Inventory found) throws IOException {
        return read(yaml).contradictions(found);
    }

    private Mapping read(String yaml) throws IOException {
        return MappingFile.read(Files.writeString(folder.resolve("mapping.yaml"), yaml));
    }
}
