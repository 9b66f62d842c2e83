package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.SshAddress;
import relevo.verdict.CannotStart;

class HandoverTest {

    private static final String OF_THE_ASSIGNMENT = "Vagrant.configure('2') { |c| } # lxd, haproxy\n";

    @TempDir
    private Path home;

    @BeforeEach
    void aKey() throws IOException {
        Files.writeString(home.resolve("key"), "no key at all");
        Files.createDirectories(home.resolve("delivery"));
    }

    private Path put(String name, String text) throws IOException {
        var file = home.resolve("delivery").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Handover read(Path typed, String... which) {
        return new HandoverReading(typed.toString(), Stream.of(which).findFirst(), home).open();
    }

    private List<SshAddress> hosts(String name, String text, String... which) throws IOException {
        return ((Handover.OfHosts) read(put(name, text), which)).addresses();
    }

    /** What it says, which must be one line in each language that a terminal shows as it is. */
    private static String refusal(ThrowingCallable reading) {
        var said = new StringBuilder();
        assertThatThrownBy(reading).isInstanceOfSatisfying(CannotStart.class, cannot -> {
            for (var text : List.of(cannot.what().es(), cannot.what().en(), cannot.remedy().es(), cannot.remedy().en())) {
                assertThat(text).isNotBlank().hasSizeLessThan(1_500).doesNotContainPattern("[\\p{Cc}\\p{Cf}]").doesNotContain("Exception", "null", "Optional");
            }
            assertThat(cannot.getStackTrace()).isEmpty();
            said.append(cannot.what().en()).append(' ').append(cannot.remedy().en());
        });
        return said.toString();
    }

    private void refuses(String name, String text, String because) throws IOException {
        var file = put(name, text);
        assertThat(refusal(() -> read(file))).contains(because);
    }

    // The kinds.

    @Test
    void theWordLocalIsThisMachine() {
        assertThat(Handover.of("local", Optional.empty())).isEqualTo(new Handover.ThisMachine());
    }

    @Test
    void aFolderWithAVagrantfileIsVagrants() throws IOException {
        put("Vagrantfile", OF_THE_ASSIGNMENT);

        var folder = home.resolve("delivery").toRealPath();

        assertThat(read(home.resolve("delivery"))).isEqualTo(new Handover.OfVagrant(folder, folder, "Vagrantfile", List.of()));
    }

    @Test
    void aVagrantfileItselfMayBeNamed() throws IOException {
        assertThat(read(put("Parcial 1/VagrantFile", OF_THE_ASSIGNMENT))).isInstanceOfSatisfying(Handover.OfVagrant.class, vagrant -> {
            assertThat(vagrant.folder()).hasFileName("Parcial 1");
            assertThat(vagrant.vagrantfile()).isEqualTo("VagrantFile");
        });
    }

    @Test
    void theHomeFolderMayBeWrittenShort() throws IOException {
        put("machines", "Host a\n HostName 10.0.0.1\n IdentityFile ~/key\n");

        assertThat(new HandoverReading("~/delivery/machines", Optional.empty(), home).open()).isInstanceOf(Handover.OfHosts.class);
    }

    @Test
    void whatPowerShellRedirectedIsRead() throws IOException {
        var file = home.resolve("delivery/machines");
        Files.write(file, "\ufeffHost a\r\n  HostName 10.0.0.1\r\n  IdentityFile ~/key\r\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(((Handover.OfHosts) read(file)).addresses()).extracting(SshAddress::machine).containsExactly("a");
    }

    // Folders.

    @ParameterizedTest
    @ValueSource(strings = {"vagrantfile", "VagrantFile", "VAGRANTFILE", "Microproyecto 1/Vagrantfile", "a/b/c/Vagrantfile", "ñandú ü/vagrantfile"})
    void aVagrantfileIsFoundHoweverItIsWritten(String name) throws IOException {
        put(name, OF_THE_ASSIGNMENT);
        var real = home.toRealPath();

        assertThat(read(home.resolve("delivery"))).isInstanceOfSatisfying(Handover.OfVagrant.class, vagrant ->
                assertThat(vagrant.folder().resolve(vagrant.vagrantfile())).isEqualTo(real.resolve("delivery").resolve(name)));
    }

    @Test
    void ofManyTheOneThatSpeaksOfTheAssignmentIsTaken() throws IOException {
        put("practica 1/Vagrantfile", "apache");
        put("practica 2/Vagrantfile", "lxd");
        put("Microproyecto 1/Vagrantfile", "config.vm.provision :shell, path: \"../scripts/vm1.sh\"");
        put("scripts/vm1.sh", "lxc launch ubuntu: haproxy");

        assertThat(read(home.resolve("delivery"))).isInstanceOfSatisfying(Handover.OfVagrant.class, vagrant -> {
            assertThat(vagrant.folder()).hasFileName("Microproyecto 1");
            assertThat(vagrant.notes()).hasSize(1);
        });
    }

    @Test
    void ofTwoInOneFolderVagrantsOwnChoiceCounts() throws IOException {
        put("vagrantfile", OF_THE_ASSIGNMENT);
        put("Vagrantfile", "old");

        assertThat(((Handover.OfVagrant) read(home.resolve("delivery"))).vagrantfile()).isEqualTo("Vagrantfile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microproyecto 2", "microproyecto 2", "./Microproyecto 2/", "Microproyecto 2/Vagrantfile"})
    void theOneThatIsAskedForIsTaken(String which) throws IOException {
        put("Microproyecto 1/Vagrantfile", OF_THE_ASSIGNMENT);
        put("Microproyecto 2/Vagrantfile", OF_THE_ASSIGNMENT);

        assertThat(((Handover.OfVagrant) read(home.resolve("delivery"), which)).folder()).hasFileName("Microproyecto 2");
    }

    @Test
    void severalAlikeAreListedWithBothWaysOfChoosing() throws IOException {
        put("Microproyecto 1/Vagrantfile", OF_THE_ASSIGNMENT);
        put("Microproyecto 2/Vagrantfile", OF_THE_ASSIGNMENT);

        assertThat(refusal(() -> read(home.resolve("delivery")))).contains("«Microproyecto 1», «Microproyecto 2»", "/delivery/Microproyecto 1\"",
                "delivery: \"Microproyecto 1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microproyecto 3", "../..", "/", "", "\u001b[2J", "*"})
    void oneThatIsNotThereIsAnsweredWithTheNearest(String which) throws IOException {
        put("Microproyecto 1/Vagrantfile", OF_THE_ASSIGNMENT);
        put("Microproyecto 2/Vagrantfile", OF_THE_ASSIGNMENT);

        assertThat(refusal(() -> read(home.resolve("delivery"), which))).contains("The nearest is \"Microproyecto");
    }

    @ParameterizedTest
    @ValueSource(strings = {".vagrant/Vagrantfile", ".git/Vagrantfile", "node_modules/x/Vagrantfile", "a/b/c/d/Vagrantfile", "Vagrantfile.txt", "Vagrantfile/x",
        "README.md"})
    void whatIsNoDeliveredVagrantfileIsNotFound(String name) throws IOException {
        put(name, OF_THE_ASSIGNMENT);

        assertThat(refusal(() -> read(home.resolve("delivery")))).contains("no Vagrantfile");
    }

    @Test
    void anEmptyFolderIsRefused() {
        assertThat(refusal(() -> read(home.resolve("delivery")))).contains("no Vagrantfile");
    }

    @Test
    void aFolderWithAnArchiveAloneIsToBeUnpacked() throws IOException {
        put("entrega \u001b]0;x\u0007.zip", "PK");

        assertThat(refusal(() -> read(home.resolve("delivery")))).contains("Unpack entrega ·]0;x·.zip");
    }

    @Test
    void linksLeadNowhere() throws IOException {
        Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(home.resolve("elsewhere/Vagrantfile"), OF_THE_ASSIGNMENT);
        Files.createSymbolicLink(home.resolve("delivery/inside"), home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("delivery/Vagrantfile"), home.resolve("elsewhere/Vagrantfile"));
        Files.createSymbolicLink(home.resolve("delivery/loop"), home.resolve("delivery"));

        assertThat(refusal(() -> read(home.resolve("delivery")))).contains("no Vagrantfile");
    }

    @Test
    void scriptsElsewhereDoNotSpeakForADelivery() throws IOException {
        Files.writeString(home.resolve("outside.sh"), "lxd haproxy");
        put("one/Vagrantfile", "s.path = '../../outside.sh'\npath: '/etc/passwd'\n");
        put("two/Vagrantfile", "lxd");

        assertThat(((Handover.OfVagrant) read(home.resolve("delivery"))).folder()).hasFileName("two");
    }

    @Test
    void whatAFolderIsCalledReachesNoTerminal() throws IOException {
        put("\u001b[31mred\u202e/Vagrantfile", OF_THE_ASSIGNMENT);
        put("blue\n\t\u0007/Vagrantfile", OF_THE_ASSIGNMENT);

        assertThat(refusal(() -> read(home.resolve("delivery")))).contains("«·[31mred·»");
    }

    @Test
    void manyAlikeAreListedInPart() throws IOException {
        for (int i = 0; i < 40; i++) {
            put("d" + i + "/Vagrantfile", OF_THE_ASSIGNMENT);
        }

        assertThat(refusal(() -> read(home.resolve("delivery")))).contains("40 Vagrantfiles", ", …");
    }

    // What is none of these.

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "/no/such/thing", "C:\\Users\\x\\entrega", "\u001b[2J", "../../../../../../../../no-such"})
    void aPathThatLeadsNowhereIsRefused(String typed) {
        assertThat(refusal(() -> new HandoverReading(typed, Optional.empty(), home).open())).contains("-Drelevo.delivery");
    }

    @Test
    void aMisspeltPathIsAnsweredWithTheNearest() {
        assertThat(refusal(() -> read(home.resolve("dleivery")))).contains("does not exist", "the nearest name is \"delivery\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery.zip", "delivery.RAR", "x.tar.gz", "x.tgz", "x.7z"})
    void anArchiveIsToBeUnpacked(String name) throws IOException {
        refuses(name, "Host a\n", "Unpack it");
    }

    @Test
    void anArchiveUnderAnotherNameIsOneToo() throws IOException {
        refuses("delivery", "PK\u0003\u0004Host a\n", "Unpack it");
    }

    @Test
    void aFileThatIsNeitherIsRefused() throws IOException {
        refuses("empty", "", "neither");
        refuses("README.md", "# Our delivery\nRun everything.\n", "neither");
        refuses("binary", "Host a\0\n", "neither");
        refuses("huge", "Host a\n".repeat(50_000), "256 KiB");
        refuses("dynamic", "#!/bin/sh\ntouch /tmp/run\n[all]\n", "is a program");
        assertThat(refusal(() -> new HandoverReading("/dev/zero", Optional.empty(), home).open())).contains("neither a folder nor a file");
    }

    @Test
    void aFileThatCannotBeOpenedIsRefused() throws IOException {
        Files.createSymbolicLink(home.resolve("delivery/round"), home.resolve("delivery/round"));

        assertThat(refusal(() -> read(home.resolve("delivery/round")))).contains("-Drelevo.delivery=");
    }

    @Test
    void aChoiceWhereThereIsNoneIsRefused() throws IOException {
        var file = put("machines", "Host a\n HostName 10.0.0.1\n IdentityFile ~/key\n");

        assertThat(refusal(() -> read(file, "Microproyecto 1"))).contains("chooses among several");
        assertThat(refusal(() -> Handover.of("local", Optional.of("x")))).contains("chooses among several");
    }

    // ssh_config.

    @Test
    void anSshConfigIsReadAsOpenSshDoes() throws IOException {
        assertThat(hosts("machines", """
                # ours
                User=deploy
                Host vm1 alias1
                  HostName = 192.168.56.11   # the first
                  IdentityFile "../key"
                  IdentityFile ~/other
                HOST vm2 vm3
                  hostname %h.example
                Host * !vm3
                  Port 2222
                  User nobody
                  IdentityFile %d/key
                Host vm3
                  IdentityFile ../key
                """)).containsExactly(
                new SshAddress("vm1", "192.168.56.11", 2222, "deploy", List.of(home.resolve("delivery/../key"), home.resolve("other"), home.resolve("key"))),
                new SshAddress("vm2", "vm2.example", 2222, "deploy", List.of(home.resolve("key"))),
                new SshAddress("vm3", "vm3.example", 22, "deploy", List.of(home.resolve("delivery/../key"))));
    }

    static Stream<Arguments> wrongSshConfigs() {
        var key = "  IdentityFile ~/key\n";
        return Stream.of(
                Arguments.of("Host a\nHost\n", "no value"),
                Arguments.of("Host a\n  HostName\n", "line 2"),
                Arguments.of("Host a\n  HostName \"10.0.0.1\n", "a quote is left open"),
                Arguments.of("Host *\n  User x\n", "names no machine"),
                Arguments.of("Host ?\nHost !a\n", "names no machine"),
                Arguments.of("Include /etc/passwd\nHost *\n", "Include:1"),
                Arguments.of("Host a\n  Port 0\n", "port \"0\""),
                Arguments.of("Host a\n  Port 65536\n", "port \"65536\""),
                Arguments.of("Host a\n  Port 99999999999\n", "port"),
                Arguments.of("Host a\n  Port 2\u001b[2J\n", "port \"2·[2J\""),
                Arguments.of("Host a\n  ProxyJump bastion\n" + key, "line 2: machine \"a\" is reached through ProxyJump"),
                Arguments.of("Host a\n  ProxyCommand touch /tmp/run %h\n" + key, "through ProxyCommand"),
                Arguments.of("Host *\n  ProxyCommand=sh -c \"touch x\"\nHost a\n" + key, "through ProxyCommand"),
                Arguments.of("Host a\n  HostName 10.0.0.1\n  IdentityFile ~/none\n", "the key of \"a\" is not there"),
                Arguments.of("Host a\n  HostName 10.0.0.1\n", "\"a\" has no key"),
                Arguments.of("Host a\n  HostName 10.0.0.1\n  IdentityFile none\n", "\"a\" has no key"),
                Arguments.of("Host a\n  IdentityFile ${HOME}/key\n", "environment variable"),
                Arguments.of("Host a\n  IdentityFile %C/key\n", "unknown \"%C\""),
                Arguments.of("Host a\n  IdentityFile key%\n", "unknown \"%\""),
                Arguments.of("Host a\n  IdentityFile a\u0000b\n", "neither"),
                Arguments.of("Host a\n  HostName -oProxyCommand=touch\n" + key, "the address \"-oProxyCommand=touch\""),
                Arguments.of("Host a\n  HostName $(touch)\n" + key, "the address"),
                Arguments.of("Host a\n  HostName \"1.1.1.1 ; reboot\"\n" + key, "the address"),
                Arguments.of("Host -a\n" + key, "the name \"-a\""),
                Arguments.of("Host a;b\n" + key, "the name \"a;b\""),
                Arguments.of("Host \u001b]0;pwned\u0007\n" + key, "the name \"·]0;pwned·\""),
                Arguments.of("Host a\n  User root;id\n" + key, "the user"),
                Arguments.of("Host " + "a".repeat(5_000) + "\n" + key, "the name"),
                Arguments.of("Host a\n HostName 1.1.1.1\nHost b\n HostName 1.1.1.1\nHost *\n" + key, "\"a\" and \"b\" are the same machine (1.1.1.1:22)"),
                Arguments.of(IntStream.range(0, 40).mapToObj(i -> "Host h" + i + "\n").reduce("", String::concat) + "Host *\n" + key, "more than 32 machines"),
                Arguments.of("Host a" + " a".repeat(100) + "\n", "more than 64 names"),
                Arguments.of("Host " + "*a".repeat(20_000) + "\nHost " + "a".repeat(60) + "b\n", "\"" + "a".repeat(60) + "b\" has no key"),
                Arguments.of("Match exec \"touch /tmp/run\"\nHost a\n  Port x\n", "port \"x\""),
                Arguments.of("Match exec x\n".repeat(15_000) + "Host a\n", "more than 64 names"),
                Arguments.of("Host\ta\n\tHostName\t\"\"\n" + key, "the address \"\""),
                Arguments.of("====\nHost a\n", "line 1"),
                Arguments.of("Host a\nHostName\\\n", "line 2"));
    }

    @ParameterizedTest
    @MethodSource("wrongSshConfigs")
    void aWrongSshConfigIsRefusedInOneClearLine(String text, String because) throws IOException {
        refuses("machines", text, because);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Include other", "Match exec \"touch run\"\n Port 99", "Match host a user root\n HostName 9.9.9.9", "LocalCommand touch run",
        "ProxyCommand none", "ProxyJump=none", "KnownHostsCommand touch run", "# Host b", "Host *.lan\n Port 99", "Host * !a\n Port 99", "Match all\n User x"})
    void whatCouldRunOrHoldsForOthersChangesNothing(String lines) throws IOException {
        var file = put("machines", lines + "\nHost a\n  HostName 10.0.0.1\n  IdentityFile ~/key\n");
        var hosts = (Handover.OfHosts) read(file);

        assertThat(hosts.addresses()).singleElement().satisfies(address -> {
            assertThat(address.host()).isEqualTo("10.0.0.1");
            assertThat(address.port()).isEqualTo(22);
        });
        assertThat(hosts.notes()).hasSize(lines.matches("(?s)(Include|Match (exec|host)|LocalCommand|KnownHostsCommand).*") ? 1 : 0);
        assertThat(home.resolve("run")).doesNotExist();
        assertThat(Path.of("run")).doesNotExist();
    }

    // Inventories.

    @Test
    void anIniInventoryIsReadAsAnsibleDoes() throws IOException {
        var ini = """
                # ours
                lb ansible_host=10.0.0.9 ansible_user="root" # the balancer
                [web]
                web[1:2]:2200
                [db]
                db-[a:c:2] ansible_host=10.0.1.1 ansible_port=23
                db-c ansible_host=10.0.1.2
                [cluster:children]
                web
                db
                [cluster:vars]
                ansible_user=cluster
                [web:vars]
                ansible_user='web'
                ; never used
                ansible_become_password=hunter2
                [all:vars]
                ansible_user=all
                ansible_ssh_private_key_file=~/key
                """;

        assertThat(hosts("hosts.ini", ini)).extracting(SshAddress::machine, SshAddress::host, SshAddress::port, SshAddress::user).containsExactly(
                tuple("lb", "10.0.0.9", 22, "root"), tuple("web1", "web1", 2200, "web"),
                tuple("web2", "web2", 2200, "web"), tuple("db-a", "10.0.1.1", 23, "cluster"),
                tuple("db-c", "10.0.1.2", 23, "cluster"));
        assertThat(hosts("hosts.ini", ini, "web")).extracting(SshAddress::machine).containsExactly("web1", "web2");
        assertThat(read(put("hosts.ini", ini)).notes()).singleElement()
                .satisfies(note -> assertThat(note.en()).contains("web1, web2").doesNotContain("hunter2"));
        assertThat(refusal(() -> read(put("hosts.ini", ini), "wbe"))).contains("The nearest name is \"web\"");
    }

    @Test
    void aYamlInventoryIsReadAlike() throws IOException {
        assertThat(hosts("inventory", """
                all:
                  vars:
                    ansible_ssh_private_key_file: ../key
                    ansible_user: all
                    packages: [lxd, haproxy]
                  children:
                    cluster:
                      vars: {ansible_user: cluster}
                      hosts:
                        vm[01:02]: {ansible_port: 2222}
                    lonely:
                  hosts:
                    lb: {ansible_host: 10.0.0.9, ansible_password: hunter2}
                """)).extracting(SshAddress::machine, SshAddress::host, SshAddress::port, SshAddress::user).containsExactlyInAnyOrder(
                tuple("vm01", "vm01", 2222, "cluster"), tuple("vm02", "vm02", 2222, "cluster"),
                tuple("lb", "10.0.0.9", 22, "all"));
    }

    static Stream<Arguments> wrongInventories() {
        var key = " ansible_ssh_private_key_file=~/key";
        return Stream.of(
                Arguments.of("i", "[web]\n", "names no machine"),
                Arguments.of("i", "[web\na ansible_port=1\n", "the section is not understood"),
                Arguments.of("i", "[]\na ansible_port=1\n", "the section is not understood"),
                Arguments.of("i", "[web:hsots]\na\n", "neither \":vars\" nor \":children\""),
                Arguments.of("i", "[a:b:c]\na\n", "the section is not understood"),
                Arguments.of("i", "[web]\na ansible_user=\"x\n", "a quote is left open"),
                Arguments.of("i", "[web]\na ansible_password = hunter2\n", "only \"name=value\""),
                Arguments.of("i", "[web:vars]\nhunter2\n", "\"name=value\" is missing"),
                Arguments.of("i", "[web]\na ansible_port=ssh\n", "port \"ssh\""),
                Arguments.of("i", "[web]\na:70000\n", "port \"70000\""),
                Arguments.of("i", "[web]\na ansible_host=\"{{ lookup('pipe', 'touch run') }}\"\n", "not computed here"),
                Arguments.of("i", "[web]\na ansible_connection=local\n", "is not SSH"),
                Arguments.of("i", "[web]\na ansible_connection=winrm\n", "is not SSH"),
                Arguments.of("i", "[web]\na ansible_ssh_common_args='-o ProxyCommand=\"touch run\"'\n", "through another machine"),
                Arguments.of("i", "[web]\na ansible_ssh_extra_args='-J bastion'\n", "through another machine"),
                Arguments.of("i", "[web]\nweb[1:999999999]" + key + "\n", "more than 32 machines"),
                Arguments.of("i", "[web]\nw" + "[1:9]".repeat(40) + key + "\n", "more than 32 machines"),
                Arguments.of("i", "[web]\nw" + "[1:9]".repeat(9_000) + key + "\n", "the name"),
                Arguments.of("i", "[web]\nweb[3:1]" + key + "\n", "names no machine"),
                Arguments.of("i", "[web]\nweb[1:" + key + "\n", "the name \"web[1:\""),
                Arguments.of("i", "[web]\nweb[99999999999:9]" + key + "\n", "the name"),
                Arguments.of("i", "[web:children]\nwbe\n[wbx]\na\n", "no group \"wbe\""),
                Arguments.of("i", "[a:children]\nb\n[b:children]\na\n", "contains itself"),
                Arguments.of("i", "[a:children]\na\n", "contains itself"),
                Arguments.of("i", IntStream.range(0, 300).mapToObj(i -> "[g" + i + "]\n").reduce("", String::concat), "more than 200 groups"),
                Arguments.of("i", "[web]\na;reboot" + key + "\n", "the name \"a;reboot\""),
                Arguments.of("i", "[web]\n\u001b[2Ja" + key + "\n", "the name \"·[2Ja\""),
                Arguments.of("i", "[web]\na ansible_host='x y'" + key + "\n", "the address"),
                Arguments.of("i", "[web]\na ansible_user=-l" + key + "\n", "the user"),
                Arguments.of("i", "[web]\na ansible_host=10.0.0.1\n", "\"a\" has no key"),
                Arguments.of("i", "[web]\na ansible_ssh_private_key_file=/no/key\n", "the key of \"a\" is not there"),
                Arguments.of("i", "[web]\na ansible_host=1.1.1.1" + key + "\nb ansible_host=1.1.1.1" + key + "\n", "are the same machine"),
                Arguments.of("y.yml", "", "names no machine"),
                Arguments.of("y.yml", "all: [hunter2]\n", "y.yml: all: must be a block"),
                Arguments.of("y.yml", "hunter2\n", "y.yml: must be a block"),
                Arguments.of("y.yml", "all:\n  hosts: hunter2\n", "must be a block"),
                Arguments.of("y.yml", "all:\n  hosts:\n    a: hunter2\n", "must be a block"),
                Arguments.of("y.yml", "all:\n  host: {}\n", "\"host\" is none of"),
                Arguments.of("y.yml", "all: {hosts: {a: {ansible_password: 'hunter2}}}\n", "not valid YAML (line"),
                Arguments.of("y.yml", "all:\n\thosts:\n", "not valid YAML (line 2)"),
                Arguments.of("y.yml", "all:\n  vars:\n    ansible_password: *hunter2\n", "not valid YAML (line 3)"),
                Arguments.of("y.yml", "all:\n  vars:\n    ansible_password: !vault |\n      hunter2\n", "\"!vault\""),
                Arguments.of("y.yml", "all: {}\nall: {}\n", "not valid YAML"),
                Arguments.of("y.yml", "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]\n", "not valid YAML"),
                Arguments.of("y.yml", "[".repeat(100_000), "y.yml"),
                Arguments.of("y.yml", "- ".repeat(100_000), "y.yml"),
                Arguments.of("y.yml", "a: &a\n  children:\n    b: *a\n", "y.yml"),
                Arguments.of("y.yml", "a: &a {hosts: {}}\nb: &b {children: {c: *a, d: *a, e: *a, f: *a}}\ng: &g {children: {h: *b, i: *b, j: *b, k: *b}}\n"
                        + "l: &l {children: {m: *g, n: *g, o: *g, p: *g}}\nq: {children: {r: *l, s: *l, t: *l}}\n", "too many groups"),
                Arguments.of("y.yml", "---\nall: {}\n---\nall: {}\n", "not valid YAML"),
                Arguments.of("y.yml", "all: {hosts: {? [a] : {}}}\n", "y.yml"));
    }

    @ParameterizedTest
    @MethodSource("wrongInventories")
    void aWrongInventoryIsRefusedInOneClearLineWithoutItsPasswords(String name, String text, String because) throws IOException {
        var file = put(name, text);

        assertThat(refusal(() -> read(file))).contains(because).doesNotContain("hunter2");
        assertThat(Path.of("run")).doesNotExist();
    }
}
