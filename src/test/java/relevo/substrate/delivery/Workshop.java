package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.machine.Progress;
import relevo.substrate.vagrant.Provider;
import relevo.substrate.vagrant.Vagrant;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Gets a delivery's Vagrantfile ready to be run: where it lies, or in a copy.
 *
 * @param fence what runs it is shut in with
 * @param home  the user's
 * @param base  folder for what runs keep of deliveries
 */
record Workshop(Enclosure.Fence fence, Path home, Path base, Progress progress) {

    private static final int MOST_SHOWN = 20;

    /**
     * Of this process and its user.
     *
     * @param sandboxed {@code false} runs it with all that this process may do
     * @param added     variables for the Vagrantfile, of those that are handed on
     * @throws CannotStart when a sandbox is wanted and there is none
     */
    static Workshop here(boolean sandboxed, Map<String, String> added, Progress progress) {
        var sandbox = Sandbox.here().with(added);
        if (sandboxed) {
            sandbox.mustWork();
        }
        return new Workshop(new Enclosure.Fence(Optional.of(sandbox).filter(wanted -> sandboxed), bare(added)), sandbox.home(),
                WorkFolder.base(System.getenv(), sandbox.home()), progress);
    }

    private static List<String> bare(Map<String, String> added) {
        return Stream.concat(Stream.of("env"), added.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())).toList();
    }

    /**
     * A delivery whose machines are up: nothing is brought up or taken down, and nothing there changes but {@code .vagrant/}.
     *
     * @param root        what was handed in; all that the Vagrantfile may read
     * @param vagrantfile in it
     * @throws CannotStart when the folder is one that no sandbox can be given
     */
    ForeignVagrant inPlace(Path root, Path vagrantfile) {
        var place = placeOf(root, vagrantfile);
        var work = WorkFolder.make(base);
        try {
            var enclosure = Enclosure.inPlace(real(root), place, work, fence);
            progress.say("relevo", enclosure.note(false));
            return new ForeignVagrant(enclosure, progress);
        } catch (RuntimeException failed) {
            work.remove();
            throw failed;
        }
    }

    /**
     * The same delivery in a copy, to be brought up, and taken down when it is closed.
     *
     * @param provider who makes its machines: {@link ProviderChoice}
     * @throws CannotStart likewise, or when there is too much to copy
     */
    ForeignVagrant inACopy(Path root, Path vagrantfile, Provider provider) {
        var place = placeOf(root, vagrantfile);
        var work = WorkFolder.make(base);
        try {
            var copy = DeliveryCopy.of(root, work.copy(), DeliveryCopy.USUAL);
            copy.leftOut().stream().limit(MOST_SHOWN).forEach(path -> progress.say("relevo", "left out of the copy: " + Vagrant.plain(path.toString())));
            return new ForeignVagrant(Enclosure.ofCopy(work.copy().resolve(real(root).relativize(place)), provider, work, fence), progress);
        } catch (RuntimeException failed) {
            work.remove();
            throw failed;
        }
    }

    /** Takes down what runs that were killed had brought up. To be called by who holds the lock of the run. */
    void clearLeftOvers() {
        for (var work : WorkFolder.leftOver(base)) {
            work.broughtUp().ifPresentOrElse(up -> {
                progress.say("relevo", "taking down what an interrupted run brought up in " + work.copy());
                new ForeignVagrant(Enclosure.ofCopy(up.vagrantfile(), up.provider(), work, fence), progress).close();
            }, work::remove);
        }
    }

    /** The Vagrantfile's; all of the delivery is shown to it, or copied, so that must be a folder of its own. */
    private Path placeOf(Path root, Path vagrantfile) {
        var whole = real(root);
        for (var other : List.of(home, base)) {
            if (other.toAbsolutePath().normalize().startsWith(whole)) {
                throw new CannotStart(Text.of("La entrega es %1$s, que contiene %2$s.", "The delivery is %1$s, which contains %2$s.", whole, other),
                        Text.of("Ponga la entrega en una carpeta propia.", "Put the delivery into a folder of its own."));
            }
        }
        var place = real(vagrantfile);
        if (!place.startsWith(whole) || !Files.isRegularFile(vagrantfile, LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotStart(Text.of("%1$s no es un fichero de la entrega %2$s.", "%1$s is no file of delivery %2$s.", vagrantfile, whole),
                    Text.of("Ponga el Vagrantfile mismo en la entrega, no un enlace.", "Put the Vagrantfile itself into the delivery, not a link."));
        }
        return place;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            throw new CannotStart(Text.of("No se puede leer %s (%s).", "%s cannot be read (%s).", file, absent.toString()),
                    Text.of("Vea si está allí y si se puede leer.", "See whether it is there and can be read."), absent);
        }
    }
}
