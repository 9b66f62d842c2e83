package relevo.substrate.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.substrate.vagrant.Provider;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * A Vagrantfile is a program, and somebody else wrote it: bubblewrap shuts in whatever runs it. Inside, the root directory is empty but for programs
 * and libraries, all read-only; there is no home, no key, no process of this host, no variable of this process, no privilege, and no network unless it
 * was asked for.
 *
 * <p>What it does not keep in: <b>whoever reaches the socket of a Docker engine or of libvirt's system daemon is root on this host</b>, for either
 * starts machines that see any of its files. A socket is there only where the machines are that provider's, for then Vagrant can do nothing without it,
 * and {@link #note} says so. With the network, everything that listens on this host is within reach, abstract sockets included. Memory and disk are
 * not rationed.
 *
 * <p>VirtualBox is untried: its programs become root by themselves, which a sandbox forbids, so its service has to run outside before.
 *
 * @param home        the user's, of which nothing is seen inside
 * @param environment of this process; only the variables that Vagrant needs are handed on
 */
record Sandbox(Path home, Map<String, String> environment) {

    static final String PROGRAM = "bwrap";

    /** What dynamic linking, names, the clock and certificates need; nothing with a key or a password in it. */
    private static final List<String> SETTINGS = List.of("alternatives", "ca-certificates", "debian_version", "group", "host.conf", "hosts", "ld.so.cache",
            "ld.so.conf", "ld.so.conf.d", "localtime", "nsswitch.conf", "os-release", "passwd", "protocols", "resolv.conf", "services", "ssl/certs",
            "ssl/openssl.cnf", "pki/tls/certs", "pki/ca-trust/extracted");
    private static final List<String> PROGRAMS = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/opt/vagrant", "/opt/VirtualBox", "/var/lib/gems");
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final List<String> HANDED_ON = List.of("LANG", "LC_ALL", "TZ", "VAGRANT_SERVER_URL", "RELEVO_DELIVERY_IMAGE");
    private static final List<String> FOR_THE_NETWORK = List.of("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY");
    private static final List<String> CERTIFICATES = List.of("SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE");
    private static final List<String> LIBVIRT_SOCKETS = List.of("libvirt-sock", "libvirt-sock-ro", "virtqemud-sock", "virtqemud-sock-ro",
            "virtnetworkd-sock", "virtnetworkd-sock-ro", "virtstoraged-sock", "virtstoraged-sock-ro");
    private static final String ENGINE = "/run/docker.sock";
    private static final String READ_ONLY = "--ro-bind";
    private static final String READ_ONLY_IF_THERE = "--ro-bind-try";
    private static final String WRITABLE = "--bind";
    private static final String WRITABLE_IF_THERE = "--bind-try";
    private static final String SET = "--setenv";
    private static final String FRESH = "--tmpfs";

    /**
     * What one command may do.
     *
     * @param network   reach the network, this host's included
     * @param providers whose sockets it needs
     * @param readable  files and folders that it sees where they are
     * @param writable  those that it may change; a place below a readable one comes out writable
     */
    record Access(boolean network, Collection<Provider> providers, List<Path> readable, List<Path> writable) {
    }

    /** Of this process and its user. */
    static Sandbox here() {
        return new Sandbox(Path.of(System.getProperty("user.home")), System.getenv());
    }

    /**
     * The words before the program's own on the command line.
     *
     * @param folder    where it starts
     * @param variables set inside, beyond those handed on
     * @throws CannotStart when the Docker engine is one that no file leads to
     */
    List<String> words(Path folder, Access access, Map<String, String> variables) {
        var words = new ArrayList<>(List.of(PROGRAM, "--die-with-parent", "--new-session", "--unshare-ipc", "--unshare-pid", "--unshare-uts",
                "--unshare-cgroup-try", "--cap-drop", "ALL"));
        if (!access.network()) {
            words.add("--unshare-net");
        }
        same(words, READ_ONLY, "/usr");
        PROGRAMS.forEach(place -> same(words, READ_ONLY_IF_THERE, place));
        SETTINGS.forEach(name -> same(words, READ_ONLY_IF_THERE, "/etc/" + name));
        words.addAll(List.of("--dev", "/dev", "--proc", "/proc", FRESH, "/tmp", FRESH, "/run", "--symlink", "/run", "/var/run", FRESH, home.toString()));
        access.providers().stream().distinct().forEach(provider -> open(words, provider));
        access.readable().forEach(place -> same(words, READ_ONLY, place.toString()));
        access.writable().forEach(place -> same(words, WRITABLE, place.toString()));
        var inside = inside(access, variables);
        if (access.network()) {
            CERTIFICATES.stream().filter(inside::containsKey).forEach(name -> same(words, READ_ONLY_IF_THERE, inside.get(name)));
        }
        words.addAll(List.of("--remount-ro", "/", "--chdir", folder.toString(), "--clearenv"));
        inside.forEach((name, value) -> words.addAll(List.of(SET, name, value)));
        words.add("--");
        return List.copyOf(words);
    }

    /** The same with variables that this process does not have itself. */
    Sandbox with(Map<String, String> added) {
        var all = new TreeMap<>(environment);
        all.putAll(added);
        return new Sandbox(home, all);
    }

    private static void same(List<String> words, String how, String place) {
        words.addAll(List.of(how, place, place));
    }

    private Map<String, String> inside(Access access, Map<String, String> variables) {
        var inside = new TreeMap<String, String>();
        var names = access.network() ? Stream.of(HANDED_ON, FOR_THE_NETWORK, CERTIFICATES).flatMap(List::stream) : HANDED_ON.stream();
        names.filter(environment::containsKey).forEach(name -> inside.put(name, environment.get(name)));
        // Without it Ruby reads files as ASCII, and stops at the first accent.
        inside.putIfAbsent("LANG", "C.UTF-8");
        inside.put("HOME", home.toString());
        inside.put("PATH", PATH);
        if (access.providers().contains(Provider.DOCKER)) {
            inside.put("DOCKER_HOST", "unix://" + ENGINE);
        }
        inside.putAll(variables);
        return inside;
    }

    private void open(List<String> words, Provider provider) {
        switch (provider) {
            case DOCKER -> words.addAll(List.of(WRITABLE, engine(), ENGINE));
            case LIBVIRT -> {
                LIBVIRT_SOCKETS.forEach(socket -> same(words, WRITABLE_IF_THERE, "/run/libvirt/" + socket));
                same(words, READ_ONLY_IF_THERE, "/etc/libvirt/libvirt.conf");
            }
            case VIRTUALBOX -> {
                Stream.of("/dev/vboxdrv", "/dev/vboxdrvu", "/dev/vboxnetctl").forEach(device -> same(words, "--dev-bind-try", device));
                Stream.of(home + "/.config/VirtualBox", home + "/VirtualBox VMs", "/tmp/.vbox-" + environment.getOrDefault("USER", "root") + "-ipc")
                        .forEach(place -> same(words, WRITABLE_IF_THERE, place));
            }
            default -> throw new IllegalArgumentException(provider.name());
        }
    }

    private String engine() {
        var host = environment.getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        if (!host.startsWith("unix://")) {
            throw new CannotStart(Text.of("DOCKER_HOST=%s no es un motor de esta máquina.", "DOCKER_HOST=%s is no engine of this machine.", host),
                    Text.of("Quite DOCKER_HOST o póngale unix:///var/run/docker.sock.", "Unset DOCKER_HOST, or set it to unix:///var/run/docker.sock."));
        }
        return host.substring("unix://".length());
    }

    /** What a progress line says of it. */
    static String note(Access access) {
        var network = access.network() ? "with the network" : "without a network";
        var sockets = access.providers().stream().distinct().sorted().map(Sandbox::reached).toList();
        return "somebody else's Vagrantfile runs in a sandbox, " + network
                + (sockets.isEmpty() ? "" : "; it reaches " + String.join(", and ", sockets));
    }

    private static String reached(Provider provider) {
        return switch (provider) {
            case DOCKER -> "the Docker engine, and who does that is root on this host";
            case LIBVIRT -> "libvirt's system daemon, and who does that is root on this host";
            case VIRTUALBOX -> "VirtualBox, and who does that can use what its user can";
        };
    }

    /** @throws CannotStart where there is no bubblewrap, or where it may not do its work */
    void mustWork() {
        var nothing = new Access(false, List.of(), List.of(), List.of());
        var words = new ArrayList<>(words(Path.of("/"), nothing, Map.of()));
        words.add("true");
        var output = Command.of(words.toArray(String[]::new)).run();
        if (output.exit() == Output.NOT_RUN) {
            throw cannot(Text.of("Falta bubblewrap (bwrap), que encierra el Vagrantfile ajeno.",
                    "bubblewrap (bwrap) is missing, which shuts in somebody else's Vagrantfile."), "apt-get install bubblewrap");
        }
        if (!output.ok()) {
            var said = output.complaint();
            throw cannot(Text.of("bubblewrap no puede encerrar nada en esta máquina: %s.", "bubblewrap cannot shut anything in on this machine: %s.", said),
                    "sysctl kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0");
        }
    }

    private static CannotStart cannot(Text what, String remedy) {
        return new CannotStart(what, Text.of("Ejecute «%1$s» como root, o use -Drelevo.delivery.sandbox=false: entonces lo que el Vagrantfile lleve escrito "
                + "se ejecuta con los permisos, los ficheros, las llaves y la red de usted.",
                "Run \"%1$s\" as root, or use -Drelevo.delivery.sandbox=false: then whatever the Vagrantfile says runs with your permissions, your files, "
                        + "your keys and your network.", remedy));
    }
}
