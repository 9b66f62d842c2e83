package relevo.substrate.vagrant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Power;
import relevo.machine.Progress;
import relevo.machine.SshAddress;
import relevo.timing.Timing;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** The {@code vagrant} command, run where a Vagrantfile is: the only class that knows its words. */
public final class Vagrant {

    /** What an emulated cluster takes to be made, and as much again. */
    private static final Duration LONGEST_UP = Duration.ofMinutes(40);
    private static final Duration LONGEST_DESTROY = Duration.ofMinutes(15);
    private static final Duration LONGEST_QUESTION = Duration.ofMinutes(3);
    private static final int LONGEST_COMPLAINT = 2000;
    /** Lines; the last four or five of them are Vagrant's own. */
    private static final int LAST_WORDS = 8;
    private static final String VAGRANT = "vagrant";
    private static final String RUNNING = "running";
    private static final String ABSENT = "not_created";

    private final Path folder;
    private final List<String> prefix;
    private final Map<String, String> environment;
    private final Progress progress;

    /**
     * @param folder      where the Vagrantfile is
     * @param environment added to what Vagrant is started with: {@code RELEVO_HTTP_PORT}, …
     */
    public Vagrant(Path folder, Map<String, String> environment, Progress progress) {
        this(folder, List.of(), environment, progress);
    }

    /** @param prefix the words before {@code vagrant} on its command line, as of a sandbox; the environment is that of the first of them */
    public Vagrant(Path folder, List<String> prefix, Map<String, String> environment, Progress progress) {
        this.folder = folder;
        this.prefix = List.copyOf(prefix);
        this.environment = environment;
        this.progress = progress;
    }

    /** The state of each machine of the Vagrantfile, in Vagrant's words ({@code running}, {@code shutoff}, {@code not_created}, …) and the file's order. */
    public Map<String, String> states() {
        return readStates(ask("status", "--machine-readable"));
    }

    /** Reads lines of time, machine, kind and value; what a Vagrantfile itself prints among them is passed over. */
    static Map<String, String> readStates(String output) {
        var states = new LinkedHashMap<String, String>();
        for (var line : output.split("\n")) {
            var columns = line.split(",");
            if (columns.length > 3 && columns[2].equals("state")) {
                states.put(columns[1].replace("%!(VAGRANT_COMMA)", ","), columns[3].strip());
            }
        }
        return states;
    }

    public static boolean isRunning(String state) {
        return RUNNING.equals(state);
    }

    public static boolean exists(String state) {
        return !ABSENT.equals(state);
    }

    /** Brings all machines up, and the cluster in them, as somebody does who types it. @param options of {@code vagrant up} */
    public void up(String... options) {
        var last = new ArrayDeque<String>();
        var words = Stream.concat(Stream.of("up", "--no-color"), Stream.of(options)).toArray(String[]::new);
        var output = attempt(LONGEST_UP, line -> {
            show(line);
            // Why a script failed is said among its own words; Vagrant says only that it did.
            keep(last, plain(line).strip());
        }, words);
        if (!output.ok()) {
            throw failed(words, output.exit(), String.join(" | ", last));
        }
    }

    private static void keep(Deque<String> last, String line) {
        // The two outputs are read at once.
        synchronized (last) {
            if (!line.isEmpty()) {
                last.add(line);
            }
            if (last.size() > LAST_WORDS) {
                last.remove();
            }
        }
    }

    /** The switch of a machine that is there. */
    public Power powerSwitch(String machine) {
        return PowerSwitch.of(folder.resolve(".vagrant/machines"), machine);
    }

    /** Takes all machines down, and says nothing of it. */
    public void destroy() {
        run(LONGEST_DESTROY, line -> { }, "destroy", "--no-color", "--force");
    }

    /** How to reach the machines that run. */
    List<SshAddress> addresses() {
        return SshAddress.parse(ask("ssh-config"));
    }

    /** How to reach each of these, as {@code ssh-config} prints it: asked at once, for each question costs seconds. */
    public String sshConfig(List<String> machines) {
        return ask(Stream.concat(Stream.of("ssh-config"), machines.stream()).toArray(String[]::new));
    }

    /** TCP ports of the machine, each with the port of this host that leads there; nothing where its provider cannot tell. */
    public Optional<Map<Integer, Integer>> ports(String machine) {
        var output = attempt(LONGEST_QUESTION, line -> { }, "port", "--machine-readable", machine);
        return output.ok() ? Optional.of(readPorts(output.out())) : Optional.empty();
    }

    static Map<Integer, Integer> readPorts(String output) {
        var ports = new TreeMap<Integer, Integer>();
        for (var line : output.split("\n")) {
            var columns = line.strip().split(",");
            if (columns.length == 5 && columns[2].equals("forwarded_port") && columns[3].matches("\\d{1,5}") && columns[4].matches("\\d{1,5}")) {
                ports.put(Integer.valueOf(columns[3]), Integer.valueOf(columns[4]));
            }
        }
        return ports;
    }

    private void show(String line) {
        // A percentage is rewritten in place on a terminal; here each would be a line.
        if (!line.isBlank() && !line.contains("Progress: ")) {
            progress.say(VAGRANT, plain(line).strip());
        }
    }

    /** Without colours, and with nothing that could act on a terminal, whoever wrote it; bounded in length. */
    public static String plain(String text) {
        var some = text.substring(0, Math.min(text.length(), LONGEST_COMPLAINT));
        return some.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("[[\\p{Cntrl}\\p{Cf}\\p{Cs}\u0080-\u009f\u2028\u2029]&&[^\n\t]]", "·").replace('\t', ' ');
    }

    /** The last lines: what went wrong is said at the end. */
    private static String complaint(Output output) {
        var all = output.complaint();
        return plain(all.substring(Math.max(0, all.length() - LONGEST_COMPLAINT)));
    }

    private String ask(String... words) {
        return run(LONGEST_QUESTION, line -> { }, words);
    }

    /** Standard output. What it says on standard error is shown only when it fails. */
    private String run(Duration limit, Consumer<String> onLine, String... words) {
        var output = attempt(limit, onLine, words);
        if (!output.ok()) {
            throw failed(words, output.exit(), complaint(output));
        }
        return output.out();
    }

    private CannotStart failed(String[] words, int exit, String complaint) {
        return new CannotStart(Text.of("«vagrant %s» terminó con estado %d: %s", "\"vagrant %s\" ended with status %d: %s", words[0], exit, complaint),
                Text.of("Corrija lo que dice y repita «vagrant %s» en %s.", "Correct what it says and repeat \"vagrant %s\" in %s.",
                        String.join(" ", words), folder));
    }

    private Output attempt(Duration limit, Consumer<String> onLine, String... words) {
        var line = Stream.of(prefix.stream(), Stream.of(VAGRANT), Stream.of(words)).flatMap(part -> part).toArray(String[]::new);
        var output = Command.of(line).in(folder).with(environment).within(Timing.stretched(limit)).telling(onLine, onLine).run();
        if (output.exit() == Output.NOT_RUN || output.complaint().contains("execvp " + VAGRANT)) {
            throw new CannotStart(Text.of("No se puede ejecutar vagrant (%s).", "vagrant cannot be run (%s).", complaint(output)),
                    Text.of("Ejecute infra/setup --vagrant, que lo instala.", "Run infra/setup --vagrant, which installs it."));
        }
        return output;
    }
}
