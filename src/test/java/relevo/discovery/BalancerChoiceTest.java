package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.machine.Output;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Known;
import relevo.observation.Program;
import relevo.testing.RecordedNode;

class BalancerChoiceTest {

    private static final String FARM = "frontend web\n  bind :80\n  default_backend farm\nbackend farm\n  server s1 10.0.0.1:80\n";
    private static final List<InstanceState> INSTANCES = List.of(instance("lb", "vm1"), instance("lb2", "vm2"), instance("off", "vm2"));

    private static final String FILE = "/etc/haproxy/haproxy.cfg";

    private final RecordedNode vm1 = new RecordedNode("vm1").answers(said("100\n"), "sh -s -- 1 100").answers(said(FARM), "cat /proc/100/root" + FILE)
            .answers(said(FARM), "cat /proc/101/root" + FILE);
    private final RecordedNode vm2 = new RecordedNode("vm2").answers(said("1\n200\n77\nx\n"), "sh -s -- 1 200")
            .answers(said("global\n"), "cat /proc/1/root" + FILE).answers(said(FARM), "cat /proc/200/root" + FILE)
            .answers(said(FARM), "cat /proc/201/root" + FILE).answers(said("global\n"), "cat /proc/9/root" + FILE);
    private final Map<String, Probe> probes = new HashMap<>();

    @Test
    @DisplayName("of two that run, both are found where nobody said which is meant, and the servers of both count")
    void both() {
        vm1(program("lb", "haproxy", 101));
        vm2(program("lb2", "haproxy", 201));

        var found = found("", "");

        assertThat(found).extracting(Balancer::instance).containsExactly("lb", "lb2");
        assertThat(found).noneMatch(Balancer::told);
        assertThat(choice("", "").counted(found)).hasSize(2);
    }

    @Test
    @DisplayName("of two that run, the one that was named is the balancer, and only its servers count")
    void named() {
        vm1(program("lb", "haproxy", 101));
        vm2(program("lb2", "haproxy", 201));

        var found = found("", "lb2");

        assertThat(found).hasSize(2);
        assertThat(choice("", "lb2").counted(found)).singleElement().satisfies(one -> {
            assertThat(one.instance()).isEqualTo("lb2");
            assertThat(one.evidence()).isEqualTo(Told.BY);
        });
        assertThat(found("vm1", "").stream().filter(Balancer::told)).extracting(Balancer::instance).containsExactly("lb");
        assertThat(found("vm2", "lb").stream().filter(Balancer::told)).isEmpty();
    }

    @Test
    @DisplayName("on a machine that was named alone, the one that takes connections is meant")
    void machineAlone() {
        vm2(program("", "haproxy", 9), program("lb2", "haproxy", 201));

        assertThat(found("vm2", "").stream().filter(Balancer::told)).extracting(Balancer::instance).containsExactly("lb2");
    }

    @Test
    @DisplayName("where none runs, one with a configuration that takes connections would, and that is not in force")
    void idle() {
        vm2(program("lb2", "sleep", 200));

        assertThat(found("", "")).singleElement().satisfies(one -> {
            assertThat(one.instance()).isEqualTo("lb2");
            assertThat(one.runs()).isFalse();
            assertThat(one.evidence()).isEqualTo(Known.found("not in force: HAProxy does not run"));
            assertThat(new ServerRoles(one.configuration()).servers()).hasSize(1);
            assertThat(choice("", "").process(one)).isEqualTo(200);
        });
    }

    @Test
    @DisplayName("of two that would take connections the one in an instance is likelier; where its machine alone was named, the one on the machine")
    void idleTwice() {
        vm2.answers(said(FARM), "cat /proc/1/root" + FILE);
        vm2(program("lb2", "sleep", 200));

        assertThat(found("", "")).extracting(Balancer::instance).containsExactly("lb2");
        assertThat(found("vm2", "")).extracting(Balancer::instance).containsExactly("");
    }

    @Test
    @DisplayName("one that was named and does not run is the balancer, whatever runs elsewhere")
    void namedAndIdle() {
        vm1(program("lb", "sleep", 100));
        vm2(program("lb2", "haproxy", 201));

        var found = found("", "lb");

        assertThat(choice("", "lb").counted(found)).singleElement().satisfies(one -> {
            assertThat(one.machine()).isEqualTo("vm1");
            assertThat(one.evidence()).isEqualTo(Told.BY.and("not in force: HAProxy does not run"));
        });
    }

    @Test
    @DisplayName("one that was named and cannot be looked into is the balancer all the same; one that is nowhere is none")
    void namedAndOff() {
        vm2(program("lb2", "haproxy", 201));

        assertThat(found("", "off").stream().filter(Balancer::told)).singleElement().satisfies(one -> {
            assertThat(one.machine()).isEqualTo("vm2");
            assertThat(one.configuration()).isEmpty();
            assertThat(one.runs()).isFalse();
        });
        assertThat(found("", "gone")).noneMatch(Balancer::told);
    }

    @Test
    @DisplayName("one of a name that two machines have is named with its machine, in either way")
    void twins() {
        vm2(program("lb@vm2", "haproxy", 201));

        assertThat(found("", "lb@vm2")).allMatch(Balancer::told);
        assertThat(found("vm2", "lb")).allMatch(Balancer::told);
        assertThat(found("vm3", "lb")).noneMatch(Balancer::told);
        assertThat(new Told("", "lb@vm2", UnaryOperator.identity()).means(new Balancer("vm2", "lb", 1, List.of(), List.of(), List.of(), List.of()))).isTrue();
    }

    private void vm1(Program... programs) {
        probes.put("vm1", new Probe("", List.of(), List.of(), List.of(programs)));
    }

    private void vm2(Program... programs) {
        probes.put("vm2", new Probe("", List.of(), List.of(), List.of(programs)));
    }

    private BalancerChoice choice(String machine, String instance) {
        return new BalancerChoice(List.of(vm1, vm2), probes, new Told(machine, instance, UnaryOperator.identity()));
    }

    private List<Balancer> found(String machine, String instance) {
        return choice(machine, instance).found(INSTANCES);
    }

    private static Program program(String instance, String name, int pid) {
        return new Program(instance, name, pid, 1, List.of(name, "-f", FILE), 0, "", List.of());
    }

    private static InstanceState instance(String name, String machine) {
        return new InstanceState(name, machine, "container", "Running", List.of(), false);
    }

    private static Output said(String text) {
        return new Output(0, text, "");
    }
}
