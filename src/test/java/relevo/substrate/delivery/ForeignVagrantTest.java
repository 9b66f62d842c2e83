package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Progress;
import relevo.substrate.vagrant.Provider;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;

/** With a script in Vagrant's place, which writes down what it was asked. */
class ForeignVagrantTest {

    private static final String UUID = "4f6e0c1a-1111-2222-3333-0123456789ab";

    @TempDir
    private Path folder;
    private Path root;
    private Path vagrantfile;
    private Path log;

    @BeforeEach
    void aDelivery() throws IOException {
        root = Files.createDirectories(folder.resolve("entrega \"3\""));
        vagrantfile = Files.writeString(Files.createDirectories(root.resolve("part 1")).resolve("VagrantFile"), "Vagrant…");
        log = folder.resolve("log");
    }

    @Test
    void allMachinesOfTheFileAreThereAlsoThoseThatWereNeverCreated() throws IOException {
        try (var foreign = workshop("echo 1,vm1,state,running; echo 1,vm2,state,not_created").inPlace(root, vagrantfile)) {
            assertThat(foreign.states()).containsExactly(entry("vm1", "running"), entry("vm2", "not_created"));
        }
        assertThat(asked()).containsExactly("status --machine-readable in part 1 of VagrantFile");
        assertThat(root.resolve("part 1/.vagrant")).doesNotExist();
    }

    @Test
    void aHostileNameReachesNeitherAFolderNorACommand() throws IOException {
        for (var name : List.of("../../etc", "-h", ".", "a/b", "\u001b]0;x", "x".repeat(65))) {
            try (var foreign = workshop("printf '1,%s,state,running\\n' '" + name + "'").inPlace(root, vagrantfile)) {
                assertThatThrownBy(foreign::states).isInstanceOf(CannotStart.class).hasMessageContaining("define").hasMessageNotContaining("\u001b");
                assertThatThrownBy(() -> foreign.powerSwitch(name)).isInstanceOf(CannotStart.class);
                assertThatThrownBy(() -> foreign.ports(name)).isInstanceOf(CannotStart.class);
            }
        }
        try (var foreign = workshop("i=0; while [ $i -lt 51 ]; do echo 1,vm$i,state,running; i=$((i+1)); done").inPlace(root, vagrantfile)) {
            assertThatThrownBy(foreign::states).isInstanceOf(CannotStart.class).hasMessageContaining("51");
        }
    }

    @Test
    void whereMachinesAreUpNothingIsBroughtUpOrTakenDown() throws IOException {
        noted(root.resolve("part 1"), "vm1");

        try (var foreign = workshop("echo 1,vm1,state,running").inPlace(root, vagrantfile)) {
            foreign.states();
            assertThat(foreign.powerSwitch("vm1").toString()).contains("virsh", UUID);
            assertThatThrownBy(() -> foreign.powerSwitch("vm2")).isInstanceOf(CannotCheck.class);
            assertThatThrownBy(foreign::up).isInstanceOf(IllegalStateException.class);
        }
        assertThat(asked()).singleElement().asString().startsWith("status");
        assertThat(folder.resolve("base")).isEmptyDirectory();
    }

    @Test
    void aCopyIsBroughtUpAndTakenDownAndGone() throws IOException {
        noted(root.resolve("part 1"), "author");

        try (var foreign = workshop("exit 0").inACopy(root, vagrantfile, Provider.LIBVIRT)) {
            assertThat(foreign.up().complaint()).isEmpty();
        }
        assertThat(asked()).containsExactly("up --no-color --provider=libvirt in part 1 of VagrantFile", "destroy --no-color --force in part 1 of VagrantFile");
        assertThat(folder.resolve("base")).isEmptyDirectory();
        assertThat(root.resolve("part 1/.vagrant")).exists();
    }

    @Test
    void whatFailedHalfwayIsTakenDown() throws IOException {
        try (var foreign = workshop("[ \"$2\" != up ]").inACopy(root, vagrantfile, Provider.LIBVIRT)) {
            assertThatThrownBy(foreign::up).isInstanceOf(CannotStart.class);
        }
        assertThat(asked()).last().asString().startsWith("destroy");
    }

    @Test
    void whereOneMachineFailsTheOthersAreTriedAndTheComplaintIsKept() throws IOException {
        var vagrant = "case \"$2 $4\" in\n'up --provider=libvirt') echo 'web.sh: line 3: lcx: command not found'; exit 1 ;;\nup*) ;;\n"
                + "status*) echo 1,vm1,state,running; [ -e tried ] && echo 1,vm2,state,running || echo 1,vm2,state,not_created; touch tried ;;\nesac";
        try (var foreign = workshop(vagrant).inACopy(root, vagrantfile, Provider.LIBVIRT)) {
            var up = foreign.up();

            assertThat(up.complaint()).contains("ended with status 1", "lcx: command not found");
            assertThat(up.missing()).containsExactly("vm2");
        }
        assertThat(asked().stream().filter(line -> line.startsWith("up")).toList()).containsExactly(
                "up --no-color --provider=libvirt in part 1 of VagrantFile", "up --no-color vm2 --provider=libvirt in part 1 of VagrantFile");
    }

    @Test
    void closingEndsWhatIsStillBeingBroughtUpAndTakesItDown() throws IOException {
        var foreign = workshop("[ \"$2\" != up ] || exec sleep 600").inACopy(root, vagrantfile, Provider.LIBVIRT);
        var up = CompletableFuture.runAsync(foreign::up);
        while (asked().isEmpty()) {
            Thread.onSpinWait();
        }

        foreign.close();

        assertThatThrownBy(up::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(CannotStart.class);
        assertThat(asked()).last().asString().startsWith("destroy");
        assertThat(folder.resolve("base")).isEmptyDirectory();
    }

    @Test
    void anInterruptedThreadTakesDownAllTheSameAndStaysInterrupted() throws IOException {
        var foreign = workshop("exit 0").inACopy(root, vagrantfile, Provider.LIBVIRT);
        foreign.up();

        Thread.currentThread().interrupt();
        foreign.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked()).last().asString().startsWith("destroy");
        assertThat(folder.resolve("base")).isEmptyDirectory();
    }

    @Test
    void whatCannotBeTakenDownIsLeftForTheNextRun() throws IOException {
        try (var foreign = workshop("[ \"$2\" != destroy ]").inACopy(root, vagrantfile, Provider.LIBVIRT)) {
            foreign.up();
        }
        assertThat(folder.resolve("base")).isNotEmptyDirectory();

        workshop("exit 0").clearLeftOvers();

        assertThat(asked()).hasSize(3).last().asString().startsWith("destroy --no-color --force in part 1");
        assertThat(folder.resolve("base")).isEmptyDirectory();
    }

    @Test
    void aVagrantfileThatNeverBeganAMachineIsNotAskedToDestroyAny() throws IOException {
        try (var foreign = workshop("rm -r .vagrant; exit 1").inACopy(root, vagrantfile, Provider.LIBVIRT)) {
            assertThatThrownBy(foreign::up).isInstanceOf(CannotStart.class);
        }
        assertThat(asked()).noneMatch(line -> line.startsWith("destroy"));
        assertThat(folder.resolve("base")).isEmptyDirectory();
    }

    @Test
    void whatIsKeptOutlivesThisRunAndTheNext() throws IOException {
        Path kept;
        try (var foreign = workshop("exit 0").inACopy(root, vagrantfile, Provider.LIBVIRT)) {
            foreign.up();
            kept = foreign.keep();
        }
        workshop("exit 0").clearLeftOvers();

        assertThat(kept.resolve("part 1/VagrantFile")).exists();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aDeliveryThatContainsTheHomeOrTheCacheIsRefused() throws IOException {
        var outer = Files.writeString(folder.resolve("Vagrantfile"), "…");
        var workshop = workshop("exit 0");

        assertThatThrownBy(() -> workshop.inPlace(folder, outer)).isInstanceOf(CannotStart.class).hasMessageContaining("which contains");
        assertThatThrownBy(() -> workshop.inACopy(folder, outer, Provider.LIBVIRT)).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> workshop.inPlace(root, outer)).isInstanceOf(CannotStart.class).hasMessageContaining("no file of delivery");
        assertThatThrownBy(() -> workshop.inPlace(root, root.resolve("absent"))).isInstanceOf(CannotStart.class).hasMessageContaining("absent");
    }

    @Test
    void notesOfMachinesThatAreALinkWouldOpenWhatItLeadsTo() throws IOException {
        Files.createSymbolicLink(root.resolve("part 1/.vagrant"), folder);

        assertThatThrownBy(() -> workshop("exit 0").inPlace(root, vagrantfile)).isInstanceOf(CannotStart.class).hasMessageContaining(".vagrant");
    }

    private void noted(Path where, String machine) throws IOException {
        Files.writeString(Files.createDirectories(where.resolve(".vagrant/machines").resolve(machine).resolve("libvirt")).resolve("id"), UUID);
    }

    private List<String> asked() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private Workshop workshop(String script) throws IOException {
        var vagrant = Files.writeString(folder.resolve("vagrant"), "#!/bin/sh\nlog=%s\n".formatted(log)
                + "[ \"$2\" != up ] || mkdir -p .vagrant/machines/vm1/libvirt\n"
                + "(shift; echo \"$* in ${PWD##*/} of $VAGRANT_VAGRANTFILE\") >>$log\n" + script + "\n");
        Files.setPosixFilePermissions(vagrant, PosixFilePermissions.fromString("rwx------"));
        var fence = new Enclosure.Fence(Optional.empty(), List.of(vagrant.toString()));
        return new Workshop(fence, Files.createDirectories(folder.resolve("user")), Files.createDirectories(folder.resolve("base")), new Progress());
    }
}
