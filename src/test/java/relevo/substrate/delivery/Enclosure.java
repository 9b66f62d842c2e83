package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import relevo.machine.Progress;
import relevo.substrate.vagrant.Provider;
import relevo.substrate.vagrant.Vagrant;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Where somebody else's Vagrantfile runs, and what it finds there.
 *
 * @param root        folder that it may read; a copy it may change, too
 * @param vagrantfile below it
 * @param copied      whether that is a copy, made to be brought up
 * @param providers   whose sockets it is given
 * @param work        what the run keeps of it
 * @param fence       what is put before its command line
 */
record Enclosure(Path root, Path vagrantfile, boolean copied, List<Provider> providers, WorkFolder work, Fence fence) {

    /**
     * What is put before {@code vagrant}.
     *
     * @param sandbox   none where the user wanted none
     * @param otherwise words in its place
     */
    record Fence(Optional<Sandbox> sandbox, List<String> otherwise) {
    }

    /** Of these, what the user's own Vagrant has serves a delivery's as well; the rest holds tokens, keys and locks. */
    private static final List<String> LENT = List.of("plugins.json", "gems");
    private static final String BOXES = "boxes";

    /** A delivery where it lies, with its own {@code .vagrant/}, if it has one. */
    static Enclosure inPlace(Path root, Path vagrantfile, WorkFolder work, Fence fence) {
        var notes = vagrantfile.resolveSibling(DeliveryCopy.NOT_CARRIED);
        if (Files.exists(notes, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(notes, LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotStart(Text.of("%s no es una carpeta.", "%s is no folder.", notes), Text.of("Quítelo: Vagrant hace la suya.",
                    "Remove it: Vagrant makes its own."));
        }
        return new Enclosure(root, vagrantfile, false, providersIn(notes.resolve("machines")), work, fence).furnished();
    }

    /** A delivery in its copy, to be brought up by a provider. */
    static Enclosure ofCopy(Path vagrantfile, Provider provider, WorkFolder work, Fence fence) {
        return new Enclosure(work.copy(), vagrantfile, true, List.of(provider), work, fence).furnished();
    }

    private static List<Provider> providersIn(Path machines) {
        if (!Files.isDirectory(machines)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(machines)) {
            return names.flatMap(name -> Provider.of(machines, name.getFileName().toString()).stream()).distinct().sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Boxes and plugins of the user's Vagrant, to be read; what a delivery adds to them stays with it. */
    private Enclosure furnished() {
        try {
            for (var lent : lent()) {
                var place = work.home().resolve(userHome().toRealPath().relativize(lent));
                Files.createDirectories(place.getParent());
                if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(place, lent);
                }
            }
            return this;
        } catch (IOException failed) {
            throw new CannotStart(Text.of("Las cajas de %s no se pueden prestar (%s).", "The boxes in %s cannot be lent (%s).", userHome(), failed.toString()),
                    Text.of("Vea si se pueden leer.", "See whether they can be read."), failed);
        }
    }

    private List<Path> lent() throws IOException {
        if (fence.sandbox().isEmpty() || !Files.isDirectory(userHome())) {
            return List.of();
        }
        var lent = new ArrayList<Path>();
        var real = userHome().toRealPath();
        if (Files.exists(real.resolve(LENT.get(0)))) {
            LENT.stream().map(real::resolve).filter(Files::exists).forEach(lent::add);
        }
        if (Files.isDirectory(real.resolve(BOXES))) {
            try (Stream<Path> boxes = Files.list(real.resolve(BOXES))) {
                boxes.filter(Files::isDirectory).sorted().forEach(lent::add);
            }
        }
        return lent;
    }

    /** {@code VAGRANT_HOME} of the user. */
    private Path userHome() {
        return Optional.ofNullable(System.getenv("VAGRANT_HOME")).map(Path::of).orElse(Path.of(System.getProperty("user.home"), ".vagrant.d"));
    }

    /** Where Vagrant notes the machines; not in the delivery while it has none. */
    private Path notes() {
        var own = vagrantfile.resolveSibling(DeliveryCopy.NOT_CARRIED);
        return copied || Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS) ? own : work.home().resolve("no-machines");
    }

    Path machines() {
        return notes().resolve("machines");
    }

    /** Who brings the machines of a copy up. */
    Provider provider() {
        return providers.get(0);
    }

    /** Folders in which the key of a machine may be. */
    List<Path> keyFolders() {
        return fence.sandbox().isPresent() ? List.of(root, work.home()) : List.of(root, work.home(), userHome());
    }

    /** Asks: no network. */
    Vagrant asking(Progress progress) {
        return vagrant(false, progress);
    }

    /** Brings up and takes down: boxes and packages come over the network, and so do Vagrant's own commands to the machines. */
    Vagrant bringing(Progress progress) {
        return vagrant(true, progress);
    }

    private Vagrant vagrant(boolean network, Progress progress) {
        var folder = vagrantfile.getParent();
        return fence.sandbox().map(box -> new Vagrant(folder, box.words(folder, access(network), variables()), Map.of(), progress))
                .orElseGet(() -> new Vagrant(folder, fence.otherwise(), variables(), progress));
    }

    private Sandbox.Access access(boolean network) {
        var readable = new ArrayList<Path>();
        var writable = new ArrayList<>(List.of(work.home()));
        try {
            readable.addAll(lent());
        } catch (IOException gone) {
            // Vagrant says which box it does not find.
        }
        if (copied) {
            writable.add(root);
        } else {
            readable.add(root);
        }
        if (!copied && !notes().startsWith(work.home())) {
            writable.add(notes());
        }
        return new Sandbox.Access(network, providers, readable, writable);
    }

    private Map<String, String> variables() {
        var variables = new TreeMap<>(Map.of("VAGRANT_VAGRANTFILE", vagrantfile.getFileName().toString(), "VAGRANT_DOTFILE_PATH", notes().toString(),
                "VAGRANT_NO_PARALLEL", "1", "VAGRANT_CHECKPOINT_DISABLE", "1", "VAGRANT_BOX_UPDATE_CHECK_DISABLE", "1"));
        if (fence.sandbox().isPresent()) {
            variables.put("VAGRANT_HOME", work.home().toString());
        }
        if (copied) {
            variables.put("VAGRANT_DEFAULT_PROVIDER", provider().word());
        }
        return variables;
    }

    /** What a progress line says of it. */
    String note(boolean network) {
        return fence.sandbox().isPresent() ? Sandbox.note(access(network))
                : "somebody else's Vagrantfile runs without a sandbox, as -Drelevo.delivery.sandbox=false wants it: it may do all that you may";
    }
}
