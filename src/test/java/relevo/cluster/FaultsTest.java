package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.Power;
import relevo.observation.Event.Kind;
import relevo.observation.Role;
import relevo.outside.Credentials;
import relevo.outside.StatisticsSource;
import relevo.verdict.CannotCheck;

class FaultsTest {

    private static final Instance WEB1 = new Instance("web1", "node2", Role.PRODUCTION, "10.0.0.2");
    private static final Instance WEB2 = new Instance("web2", "node2", Role.PRODUCTION, "10.0.0.3");

    @TempDir
    private Path folder;

    private final Recording node = new Recording();

    /** A machine whose manager has one instance; it writes down what it is told, with what the journal says at that moment. */
    private final class Recording implements Node {
        private final List<String> told = new ArrayList<>();
        private String status = "Running";
        private String link = "veth1";
        private boolean bridge = true;
        private boolean obeys = true;
        private boolean ephemeral;
        private boolean power = true;

        @Override
        public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
            var line = String.join(" ", command);
            if (line.equals("lxc query /1.0/instances/web1")) {
                return new Output(0, "{\"status\":\"" + status + "\",\"ephemeral\":" + ephemeral + "}", "");
            }
            if (line.equals("lxc query /1.0/instances/web1/state")) {
                return new Output(0, "{\"network\":{\"eth0\":{\"host_name\":\"" + link + "\"},\"lo\":{\"host_name\":\"\"}}}", "");
            }
            if (line.contains("\"freeze\"") && obeys) {
                status = "Frozen";
            } else if (line.contains("\"unfreeze\"")) {
                status = "Running";
            }
            told.add(journal() + ": " + (command[0].equals("bash") ? "in " + command[4] + " " + command[9] : line));
            return new Output(line.startsWith("bridge") && !bridge ? 1 : 0, "", "");
        }

        @Override
        public String name() {
            return "node2";
        }

        @Override
        public String address() {
            return "192.0.2.2";
        }

        @Override
        public Power power() {
            return !power ? Node.super.power() : new Power() {
                @Override
                public void cut() {
                    told.add("power");
                }

                @Override
                public void stopClock() {
                    told.add("freeze");
                }

                @Override
                public void letClockGoOn() {
                    told.add("unfreeze");
                }

                @Override
                public void switchOn() {
                    told.add("on");
                }
            };
        }
    }

    private String journal() {
        try {
            return Files.exists(file()) ? String.join(", ", Files.readAllLines(file())) : "";
        } catch (IOException unreadable) {
            return "?";
        }
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private Faults faults() {
        var nowhere = URI.create("http://127.0.0.1:1/");
        var observatory = new Observatory(nowhere, page -> "", new StatisticsSource(nowhere, new Credentials("", "")), new Roster(List.of(WEB1)), Map.of());
        return new Faults(new Machines(List.of(node), List.of(WEB1), "inside"), observatory, file());
    }

    @Test
    @DisplayName("a machine that may not be switched off is asked first: nothing of it is left to be undone")
    void noPower() {
        node.power = false;
        var faults = faults();

        assertThatThrownBy(() -> faults.cutPower("node2")).isInstanceOf(CannotCheck.class).hasMessageContaining("node2");
        assertThatThrownBy(() -> faults.freeze("node2")).isInstanceOf(CannotCheck.class);

        assertThat(journal()).isEmpty();
        assertThat(faults.undo()).isFalse();
    }

    @Test
    @DisplayName("a pause is in the journal before it begins, and out of it once it is undone")
    void paused() {
        var faults = faults();
        faults.pause(WEB1);
        assertThat(node.status).isEqualTo("Frozen");

        faults.resume(WEB1);
        faults.resume(WEB1);

        assertThat(node.told).hasSize(2);
        assertThat(node.told.get(0)).startsWith("RESUME web1: lxc query --wait -X PUT /1.0/instances/web1/state").contains("{\"action\":\"freeze\"");
        assertThat(node.told.get(1)).contains("{\"action\":\"unfreeze\"");
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("an instance that does not freeze is said so, and what was begun is undone with the rest")
    void obstinate() {
        node.obeys = false;
        var faults = faults();

        assertThatThrownBy(() -> faults.pause(WEB1)).isInstanceOf(CannotCheck.class).hasMessageContaining("Frozen");
        assertThat(faults.undo()).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("an ephemeral instance is not stopped: it would be gone")
    void ephemeral() {
        node.ephemeral = true;
        var faults = faults();

        assertThatThrownBy(() -> faults.stop(List.of(WEB1))).isInstanceOf(CannotCheck.class).hasMessageContaining("web1").hasMessageContaining("ephemeral");
        assertThat(node.told).isEmpty();
        assertThat(faults.undo()).isTrue();
    }

    @Test
    @DisplayName("an instance is cut off at its machine's bridge, and let in again there")
    void cutOff() {
        var faults = faults();
        faults.cutOff(WEB1);
        faults.reconnect(WEB1);

        assertThat(node.told).containsExactly("RECONNECT web1: bridge link set dev veth1 state 0", "RECONNECT web1: bridge link set dev veth1 state 3");
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("one that hangs on no bridge cannot be cut off there, and nothing is left to undo")
    void noBridge() {
        node.bridge = false;
        var faults = faults();

        assertThatThrownBy(() -> faults.cutOff(WEB1)).isInstanceOf(CannotCheck.class).hasMessageContaining("web1").hasMessageContaining("node2");
        assertThat(faults.standing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"APACHE_DEAD, dead", "SICK, sick", "SLOW, slow", "SILENT, silent"})
    @DisplayName("Apache is hurt inside its instance, and given back there")
    void apache(Kind how, String word) {
        var faults = faults();
        faults.hurtApache(WEB1, how);
        faults.mend(WEB1);

        assertThat(node.told).containsExactly("MEND web1: in web1 " + word, "MEND web1: in web1 mend");
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisplayName("all have stopped once each was switched off by a fault that stands, or was off before; a frozen one has not")
    void haveStopped() {
        var faults = faults();
        assertThat(faults.haveStopped(List.of(WEB1))).isFalse();
        assertThat(faults.haveStopped(List.of())).as("nobody").isFalse();

        faults.pause(WEB1);
        assertThat(faults.haveStopped(List.of(WEB1))).as("frozen").isFalse();
        faults.resume(WEB1);

        faults.stop(List.of(WEB1));
        assertThat(faults.haveStopped(List.of(WEB1))).isTrue();
        assertThat(faults.haveStopped(List.of(WEB1, WEB2))).as("one of two").isFalse();

        faults.leaveOff(Set.of("web2"));
        assertThat(faults.haveStopped(List.of(WEB1, WEB2))).as("the other was off before").isTrue();

        faults.start(List.of(WEB1));
        assertThat(faults.haveStopped(List.of(WEB1))).isFalse();
    }

    @Test
    @DisplayName("those on a machine without power have stopped")
    void haveStoppedWithTheirMachine() {
        var faults = faults();
        faults.cutPower("node2");
        assertThat(faults.haveStopped(List.of(WEB1))).isTrue();

        faults.giveBack("node2");
        assertThat(faults.haveStopped(List.of(WEB1))).isFalse();
    }

    @Test
    @DisplayName("what an interrupted run left is put right: in an instance that is off there is nothing to mend")
    void takenOver() throws IOException {
        Files.writeString(file(), "MEND web1\nRECONNECT web1\nRESUME web1\n");
        node.status = "Frozen";

        faults().takeOver();

        assertThat(node.status).isEqualTo("Running");
        assertThat(node.told).hasSize(3);
        assertThat(node.told.get(1)).endsWith("state 3");
        assertThat(node.told.get(2)).endsWith("in web1 mend");
        assertThat(file()).doesNotExist();

        Files.writeString(file(), "MEND web1\n");
        node.status = "Stopped";
        node.told.clear();
        faults().takeOver();
        assertThat(node.told).isEmpty();
        assertThat(Optional.of(file())).hasValueSatisfying(left -> assertThat(left).doesNotExist());
    }

    @Test
    @DisplayName("a fault that is being made is made to the end, also when whoever waits for it is interrupted; so it can be put right")
    void interrupted() {
        var faults = faults();
        Thread.currentThread().interrupt();

        faults.stop(List.of(WEB1));

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(node.told).anyMatch(told -> told.contains("stop"));
        assertThat(faults.haveStopped(List.of(WEB1))).isTrue();
    }
}
