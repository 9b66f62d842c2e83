package relevo.mutant;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import relevo.cluster.Cluster;
import relevo.load.Load;
import relevo.machine.Progress;
import relevo.machine.Script;
import relevo.outside.Visitor;
import relevo.substrate.Settings;
import relevo.substrate.docker.DockerSubstrate;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * The cluster that {@code infra/} describes, made of a copy of it so that it can be altered, and brought back. Not for several threads.
 *
 * <p>Node containers only: virtual machines take minutes for what takes seconds here, and show the same.
 */
final class Original implements AutoCloseable {

    /** What does not belong to the description: what a run of Vagrant left. */
    private static final String MACHINES = ".vagrant";
    /** The reference's name of the instance with HAProxy. It lacks Debian's error pages, which every haproxy.cfg that began as Debian's names. */
    private static final String BALANCER = "balancer";

    private final Settings settings;
    private final Path copy;
    private final Progress progress;
    private DockerSubstrate substrate;
    private Cluster cluster;
    private List<String> looksLike = List.of();

    /** @param work a folder for the copy of {@code infra/} */
    Original(Settings settings, Path work, Progress progress) {
        if (settings.substrate().equals("vagrant")) {
            throw new CannotStart(Text.of("Los mutantes se prueban solo en contenedores.", "Mutants are tried on containers only."),
                    Text.of("Quite -Drelevo.substrate=vagrant.", "Leave -Drelevo.substrate=vagrant out."));
        }
        this.settings = settings;
        this.copy = work.resolve("infra");
        this.progress = progress;
    }

    /** The copy of {@code infra/} that the cluster is made of. */
    Path delivery() {
        return copy;
    }

    /** The cluster that this change makes of it, until {@link #restore}. */
    Cluster altered(Change change) {
        if (change.founds()) {
            close();
            bring();
            change.edit(copy);
            up();
        } else {
            if (substrate == null) {
                bring();
                up();
                cluster.console().alter(BALANCER, Script.text("debian-errors"));
                looksLike = look();
            }
            if (!change.edits().isEmpty()) {
                change.edit(copy);
                substrate.balance();
            }
        }
        change.deeds().forEach(deed -> cluster.console().alter(deed.on(), deed.run()));
        cluster.prepare();
        return cluster;
    }

    /**
     * Undoes the change.
     *
     * @throws IllegalStateException when the cluster does not look as it did before; it is made anew for the next change
     */
    void restore(Change change) {
        if (change.founds()) {
            close();
            return;
        }
        try {
            for (var i = change.deeds().size() - 1; i >= 0; i--) {
                cluster.console().alter(change.deeds().get(i).on(), change.deeds().get(i).undo());
            }
            for (var file : change.edits().keySet()) {
                Files.copy(settings.infra().resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (change.deeds().isEmpty()) {
                substrate.balance();
            } else {
                substrate.provisioning().settle(() -> { });
            }
            cluster.prepare();
            mustLookAsBefore();
        } catch (IOException unwritable) {
            close();
            throw new UncheckedIOException(unwritable);
        } catch (RuntimeException failed) {
            close();
            throw new IllegalStateException("not restored: " + failed.getMessage(), failed);
        }
    }

    private void mustLookAsBefore() {
        var now = look();
        if (!now.equals(looksLike)) {
            var differences = new TreeSet<>(now);
            looksLike.forEach(line -> {
                if (!differences.remove(line)) {
                    differences.add("missing: " + line);
                }
            });
            throw new IllegalStateException(String.join("; ", differences));
        }
    }

    /** Members, instances, and who listens where in each; and what the cluster complains of, which is nothing. */
    private List<String> look() {
        var inspection = cluster.inspection();
        return Stream.of(inspection.members(), inspection.instances(), inspection.programs().listeners(), List.of(cluster.complaint())).flatMap(List::stream)
                .map(String::valueOf).collect(toCollection(TreeSet::new)).stream().toList();
    }

    private void up() {
        substrate = new DockerSubstrate(settings.of(copy), progress);
        cluster = substrate.up(() -> {
            Visitor.warmUp();
            Load.warmUp();
        });
    }

    /** Overwrites the copy, and removes nothing: a cluster that was kept looks into that very folder. */
    private void bring() {
        try (var files = Files.walk(settings.infra())) {
            for (var file : files.filter(path -> !settings.infra().relativize(path).startsWith(MACHINES)).toList()) {
                var to = copy.resolve(settings.infra().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException uncopied) {
            throw new UncheckedIOException(uncopied);
        }
    }

    @Override
    public synchronized void close() {
        if (substrate != null) {
            substrate.close();
            substrate = null;
        }
    }
}
