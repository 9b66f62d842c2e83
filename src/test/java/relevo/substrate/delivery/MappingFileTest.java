package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.SshAddress;
import relevo.observation.Role;
import relevo.substrate.delivery.Mapping.May;
import relevo.substrate.delivery.Mapping.ToldBalancer;
import relevo.substrate.delivery.Mapping.ToldServer;
import relevo.substrate.delivery.Mapping.ToldStatistics;
import relevo.verdict.CannotStart;

class MappingFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void key() throws IOException {
        Files.writeString(folder.resolve("key"), "not read here");
    }

    @Test
    void everyKeyIsRead() throws IOException {
        var read = read("""
                delivery: "Microproyecto 1/vagrant/"
                hosts:
                  - {name: vm1, ssh: "vagrant@127.0.0.1:2222", key: key}
                  - {name: VM-2, ssh: ana.b@host.example, password_env: VM_PW}
                  - {name: vm3, ssh: "root@[fe80::1]:22"}
                counts_as_machine: [vm1, VM-2, 3]
                balancer: {machine: vm1, instance: haproxy, url: "http://192.168.100.5:1080/"}
                statistics: {url: "https://[::1]:1080/haproxy?stats", user: admin, password_env: STATS_PW}
                servers:
                  web-backend/web3: {instance: web3backup, role: backup}
                  web-backend/web1: {role: production}
                  a.b_c:1/x: {instance: x}
                may: {start_stopped: true, power_off_machines: true}
                notes: |
                  team runs haproxy.sh
                  by hand
                """);

        assertThat(read).isEqualTo(new Mapping("Microproyecto 1/vagrant",
                List.of(new SshAddress("vm1", "127.0.0.1", 2222, "vagrant", folder.resolve("key")),
                        new SshAddress("VM-2", "host.example", 22, "ana.b", Path.of("")).withPassword("VM_PW"),
                        new SshAddress("vm3", "fe80::1", 22, "root", Path.of(""))),
                List.of("vm1", "VM-2", "3"), new ToldBalancer("vm1", "haproxy", Optional.of(URI.create("http://192.168.100.5:1080/"))),
                new ToldStatistics(Optional.of(URI.create("https://[::1]:1080/haproxy?stats")), "admin", "STATS_PW"),
                Map.of("web-backend/web3", new ToldServer("web3backup", Optional.of(Role.BACKUP)), "web-backend/web1",
                        new ToldServer("", Optional.of(Role.PRODUCTION)), "a.b_c:1/x", new ToldServer("x", Optional.empty())),
                new May(true, true), "team runs haproxy.sh\nby hand"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "---\n", "\ufeff", "~", "notes: x", "notes: x\r\n", "may: {start_stopped: false}"})
    void everyKeyMayBeLeftOutAndNothingIsAllowed(String yaml) throws IOException {
        var read = read(yaml);

        assertThat(read.may()).isEqualTo(May.NOTHING);
        assertThat(new Mapping(read.delivery(), read.hosts(), read.countsAsMachine(), read.balancer(), read.statistics(), read.servers(), read.may(), ""))
                .isEqualTo(Mapping.NOTHING);
    }

    @Test
    void eachPermissionIsItsOwn() throws IOException {
        assertThat(read("may: {start_stopped: true}").may()).isEqualTo(new May(true, false));
        assertThat(read("may: {power_off_machines: true}").may()).isEqualTo(new May(false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache_conf", "restart_haproxy", "password_login"})
    @DisplayName("a permission that nothing would come of is none")
    void noEmptyPermissions(String key) {
        assertThatThrownBy(() -> read("may: {" + key + ": true}")).hasMessageContaining("«may." + key + "»");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            servres: {}                                     | 1 | «servres»                         | parecido es «servers»
            Balancer: {machine: vm1}                        | 1 | «Balancer»                        | parecido es «balancer»
            statistic: {}                                   | 1 | «statistic»                       | parecido es «statistics»
            '': x                                           | 1 | «»                                | se admite: delivery
            1: x                                            | 1 | «1»                               | se admite: delivery
            <<: {may: {}}                                   | 1 | «<<»                              | se admite: delivery
            balancer: {host: vm1}                           | 1 | «balancer.host»                   | machine, instance, url
            balancer: {ulr: http://h/}                      | 1 | «balancer.ulr»                    | parecido es «url»
            statistics: {password: s3cret}                  | 1 | «statistics.password»             | parecido es «password_env»
            servers: {a/b: {rol: backup}}                   | 1 | «servers.a/b.rol»                 | parecido es «role»
            may: {power_off_vms: true}                      | 1 | «may.power_off_vms»               | parecido es «power_off_machines»
            hosts: [{nmae: vm1, ssh: a@b}]                  | 1 | «hosts[1].nmae»                   | parecido es «name»
            [a, b]                                          | 1 | El archivo                        | ninguna clave es obligatoria
            just a sentence                                 | 1 | El archivo                        | ninguna clave es obligatoria
            delivery: [a]                                   | 1 | «delivery: […]»                   | Corrija esa línea
            delivery:                                       | 1 | «delivery: »                      | ninguna clave es obligatoria
            delivery: /home/x                               | 1 | «delivery: /home/x»               | dentro de la entrega
            delivery: ../x                                  | 1 | «delivery: ../x»                  | dentro de la entrega
            delivery: a/../../x                             | 1 | «delivery: a/../../x»             | dentro de la entrega
            delivery: C:/x                                  | 1 | «delivery: C:/x»                  | dentro de la entrega
            delivery: ~/x                                   | 1 | «delivery: ~/x»                   | dentro de la entrega
            delivery: a\\b                                  | 1 | «delivery: a\\b»                  | con barras
            delivery: "a\\0b"                               | 1 | «delivery: a·b»                   | dentro de la entrega
            hosts: vm1                                      | 1 | «hosts: vm1»                      | lista
            hosts: []                                       | 1 | «hosts: […]»                      | lista
            hosts: {name: vm1}                              | 1 | «hosts: {…}»                      | lista
            hosts: [vm1]                                    | 1 | «hosts[1]: vm1»                   | bloque
            hosts: [{name: vm1}]                            | 1 | «hosts[1]: {…}»                   | no tiene «ssh»
            hosts: [{ssh: a@b}]                             | 1 | «hosts[1]: {…}»                   | no tiene «name»
            hosts: [{name: a b, ssh: a@b}]                  | 1 | «hosts[1].name: a b»              | como vm1
            hosts: [{name: ../x, ssh: a@b}]                 | 1 | «hosts[1].name: ../x»             | como vm1
            hosts: [{name: v, ssh: a@b}, {name: v, ssh: a@b}] | 1 | «hosts[2].name: v»              | dos veces
            hosts: [{name: v, ssh: 127.0.0.1}]              | 1 | «hosts[1].ssh: 127.0.0.1»         | vagrant@127.0.0.1:2222
            hosts: [{name: v, ssh: -oProxyCommand=x@h}]     | 1 | «hosts[1].ssh: -oProxyCommand=x@h» | vagrant@127.0.0.1:2222
            hosts: [{name: v, ssh: a@-oX}]                  | 1 | «hosts[1].ssh: a@-oX»             | vagrant@127.0.0.1:2222
            hosts: [{name: v, ssh: a@h:ssh}]                | 1 | «hosts[1].ssh: a@h:ssh»           | vagrant@127.0.0.1:2222
            hosts: [{name: v, ssh: "a@h;rm"}]               | 1 | «hosts[1].ssh: a@h;rm»            | vagrant@127.0.0.1:2222
            hosts: [{name: v, ssh: a@h:0}]                  | 1 | «hosts[1].ssh: a@h:0»             | entre 1 y 65535
            hosts: [{name: v, ssh: a@h:65536}]              | 1 | «hosts[1].ssh: a@h:65536»         | entre 1 y 65535
            hosts: [{name: v, ssh: a@h:99999999999}]        | 1 | «hosts[1].ssh: a@h:99999999999»   | vagrant@127.0.0.1:2222
            hosts: [{name: v, ssh: a@h, key: none}]         | 1 | «hosts[1].key: none»              | llave privada
            hosts: [{name: v, ssh: a@h, key: .}]            | 1 | «hosts[1].key: .»                 | llave privada
            hosts: [{name: v, ssh: a@h, key: "a\\0"}]       | 1 | «hosts[1].key: a·»                | llave privada
            hosts: [{name: v, ssh: a@h, password: s3cret}]  | 1 | «hosts[1].password»               | parecido es «password_env»
            hosts: [{name: v, ssh: a@h, password_env: "s 3"}] | 1 | «hosts[1].password_env»         | RELEVO_SSH_PASSWORD
            counts_as_machine: vm1                          | 1 | «counts_as_machine: vm1»          | lista
            counts_as_machine: [vm1, vm1]                   | 1 | «counts_as_machine[2]: vm1»       | dos veces
            counts_as_machine: [[vm1]]                      | 1 | «counts_as_machine[1]: […]»       | texto
            counts_as_machine: [~]                          | 1 | «counts_as_machine[1]: ~»         | texto
            counts_as_machine: [-x]                         | 1 | «counts_as_machine[1]: -x»        | -Drelevo.discover
            counts_as_machine: ["a\\e[2Jb"]                 | 1 | «counts_as_machine[1]: a·[2Jb»    | -Drelevo.discover
            counts_as_machine: ["a\\u202eb"]                | 1 | «counts_as_machine[1]: a·b»       | -Drelevo.discover
            balancer: haproxy                               | 1 | «balancer: haproxy»               | bloque
            balancer: {}                                    | 1 | «balancer: {…}»                   | bloque
            balancer: {instance: {a: b}}                    | 1 | «balancer.instance: {…}»          | texto
            balancer: {url: "javascript:alert(1)"}          | 1 | «balancer.url: javascript:alert(1)» | http://192.168.56.11:8080/
            balancer: {url: "file:///etc/passwd"}           | 1 | «balancer.url: file:///etc/passwd» | http://192.168.56.11:8080/
            balancer: {url: "ftp://h/"}                     | 1 | «balancer.url: ftp://h/»          | http://192.168.56.11:8080/
            balancer: {url: 192.168.100.5}                  | 1 | «balancer.url: 192.168.100.5»     | http://192.168.56.11:8080/
            balancer: {url: "h:80"}                         | 1 | «balancer.url: h:80»              | http://192.168.56.11:8080/
            balancer: {url: "http:///x"}                    | 1 | «balancer.url: http:///x»         | http://192.168.56.11:8080/
            balancer: {url: "http://h/ x"}                  | 1 | «balancer.url: http://h/ x»       | http://192.168.56.11:8080/
            balancer: {url: "http://h/#x"}                  | 1 | «balancer.url: http://h/#x»       | http://192.168.56.11:8080/
            balancer: {url: "http://h:0/"}                  | 1 | «balancer.url: http://h:0/»       | entre 1 y 65535
            balancer: {url: "http://h:70000/"}              | 1 | «balancer.url: http://h:70000/»   | entre 1 y 65535
            balancer: {url: "http://h:x/"}                  | 1 | «balancer.url: http://h:x/»       | http://192.168.56.11:8080/
            statistics: {user: admin}                       | 1 | «statistics: {…}»                 | password_env
            statistics: {password_env: X}                   | 1 | «statistics: {…}»                 | user
            servers: [a/b]                                  | 1 | «servers: […]»                    | bloque
            servers: {web1: {role: backup}}                 | 1 | «servers.web1: {…}»               | granja/servidor
            servers: {a/b/c: {role: backup}}                | 1 | «servers.a/b/c: {…}»              | granja/servidor
            servers: {"a/b;c": {role: backup}}              | 1 | «servers.a/b;c: {…}»              | granja/servidor
            servers: {a/b: backup}                          | 1 | «servers.a/b: backup»             | bloque
            servers: {a/b: {role: backups}}                 | 1 | «servers.a/b.role: backups»       | parecido es «backup»
            servers: {a/b: {role: prod}}                    | 1 | «servers.a/b.role: prod»          | production
            servers: {a/b: {role: balancer}}                | 1 | «servers.a/b.role: balancer»      | production, backup
            servers: {a/b: {role: [backup]}}                | 1 | «servers.a/b.role: […]»           | texto
            may: all                                        | 1 | «may: all»                        | bloque
            may: [start_stopped]                            | 1 | «may: […]»                        | bloque
            may: {start_stopped: yes}                         | 1 | «may.start_stopped: yes»            | Escriba true
            may: {start_stopped: 1}                           | 1 | «may.start_stopped: 1»              | Escriba true
            may: {start_stopped: "true"}                      | 1 | «may.start_stopped: true»           | sin comillas
            may: {start_stopped: True}                        | 1 | «may.start_stopped: True»           | Escriba true
            may: {start_stopped: }                            | 1 | «may.start_stopped: »               | Escriba true
            may: {start_stopped: {x: true}}                   | 1 | «may.start_stopped: {…}»            | Escriba true
            notes: [a]                                      | 1 | «notes: […]»                      | texto
            notes: {a: b}                                   | 1 | «notes: {…}»                      | texto
            notes: !!java.lang.ProcessBuilder [id]          | 1 | etiquetas                         | comillas
            notes: !x y                                     | 1 | etiquetas                         | comillas
            notes: &a b                                     | 1 | anclas                            | comillas
            notes: *a                                       | 1 | anclas                            | comillas
            ? [a]                                           | 1 | Una clave es una lista            | claves, listas y textos
            notes: [a                                       | 1 | No es YAML válido                 | Corrija esa línea
            notes: "a                                       | 1 | No es YAML válido                 | Corrija esa línea
            notes: @a                                       | 1 | No es YAML válido                 | Corrija esa línea
            notes: a: b                                     | 1 | No es YAML válido                 | Corrija esa línea
            """)
    void whatMakesNoSenseIsToldWithFileLineValueAndRemedy(String yaml, int line, String named, String remedy) {
        assertThatThrownBy(() -> read("# a comment\n" + yaml.strip())).isInstanceOf(CannotStart.class)
                .hasMessageContaining(folder.resolve("mapping.yaml") + ":" + (line + 1) + ":").hasMessageContaining(named).hasMessageContaining(remedy);
    }

    static Stream<List<String>> deepOrMany() {
        var bomb = IntStream.range(1, 10)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + "*a%d,".formatted(i - 1).repeat(9) + "x]\n").collect(Collectors.joining());
        return Stream.of(
                List.of("notes: " + "[".repeat(60_000), ":1: ", "niveles"),
                List.of("notes: " + "{a: ".repeat(10_000), ":1: ", "niveles"),
                List.of(IntStream.range(0, 300).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining()), ":9: ", "niveles"),
                List.of("- ".repeat(20_000), ":1: ", "niveles"),
                List.of("a0: &a0 [x]\n" + bomb, ":1: ", "anclas"),
                List.of("notes: ok\nmay: &m {a: *m}\n", ":2: ", "anclas"),
                List.of("notes: ok\nbalancer:\n\tmachine: vm1\n", ":3: ", "tabulador"),
                List.of("notes: ok\nbalancer:\n  \tmachine: vm1\n", ":3: ", "tabulador"),
                List.of("notes: ok\nmay: {}\nnotes: again\n", ":3: ", "«notes» está dos veces; la primera, en la línea 1"),
                List.of("may:\n  start_stopped: false\n  start_stopped: true\n", ":3: ", "«may.start_stopped» está dos veces"),
                List.of("notes: ok\n---\nmay: {start_stopped: true}\n", ":3: ", "segundo documento"),
                List.of("notes: ok\n# \u001b[31mred\n", ":2: ", "carácter de control"),
                List.of("notes: ok\nmay: {}\u0000\n", ":2: ", "carácter de control"),
                List.of("notes: ok # \u202e\n", ":1: ", "carácter de control"),
                List.of("notes: one\rmay: {start_stopped: true}", ":1: ", "carácter de control"),
                List.of("notes: \"" + "\\n".repeat(4_001) + "x\"", ":1: ", "4000"),
                List.of("notes: " + "x".repeat(4_001), ":1: ", "4000"),
                List.of("counts_as_machine: [" + "x".repeat(101) + "]", ":1: ", "no es un nombre"),
                List.of("? " + "k".repeat(60_000) + "\n: x", ":1: ", "parecido"),
                List.of("delivery: ok\nhosts:\n  - name: vm1\n    ssh: vagrant@h\n  - name: vm2\n    ssh: vagrant@h:70000\n", ":6: ",
                        "«hosts[2].ssh: vagrant@h:70000»"),
                List.of("servers:\n  a/b:\n    instance: x\n    role: bakcup\n", ":4: ", "parecido es «backup»"),
                List.of("servers:\n  a/b:\n    instanec: x\n", ":3: ", "parecido es «instance»"));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("deepOrMany")
    void whatIsDeepOrManyLinesIsToldAtItsLine(List<String> yamlPlaceWords) {
        assertThatThrownBy(() -> read(yamlPlaceWords.get(0))).isInstanceOf(CannotStart.class).hasMessageContaining("mapping.yaml" + yamlPlaceWords.get(1))
                .hasMessageContaining(yamlPlaceWords.get(2)).satisfies(told -> assertThat(told.getMessage()).hasSizeLessThan(2_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            statistics: {user: u, password_env: "hunter2!"}      | statistics.password_env
            statistics: {user: "u:hunter2", password_env: X}     | statistics.user
            statistics: {url: "http://u:hunter2@h/"}             | statistics.url
            balancer: {url: "http://hunter2@h/"}                 | balancer.url
            statistics: {password: hunter2}                      | statistics.password
            """)
    void aPasswordIsNotRepeated(String yaml, String key) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(CannotStart.class).hasMessageContaining(key)
                .satisfies(told -> assertThat(told.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void aFileThatIsNoneIsTold() throws IOException {
        told(folder.resolve("none.yaml"), "none.yaml: No existe");
        told(folder, "No es un archivo");
        told(Path.of("/dev/zero"), "No es un archivo");
        told(Files.write(folder.resolve("large"), ("# " + "x".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8)), "64 KiB");
        told(Files.write(folder.resolve("binary"), new byte[]{0x7f, 'E', 'L', 'F', (byte) 0x80, (byte) 0xff, 0}), "UTF-8");
        told(Files.write(folder.resolve("latin1"), "notes: también".getBytes(StandardCharsets.ISO_8859_1)), "UTF-8");
        told(Files.write(folder.resolve("utf16"), "notes: a".getBytes(StandardCharsets.UTF_16)), "UTF-8");
    }

    @Test
    @DisplayName("whoever hands in gives no permissions: the file is not within the delivery, nor linked from there")
    void theDeliveryGivesNoPermissions() throws IOException {
        var delivery = Files.createDirectories(folder.resolve("delivery/inner"));
        var outside = Files.writeString(folder.resolve("mapping.yaml"), "may: {start_stopped: true}");
        var inside = Files.copy(outside, delivery.resolve("mapping.yaml"));
        var linkFromOutside = Files.createSymbolicLink(folder.resolve("link.yaml"), inside);
        var linkFromInside = Files.createSymbolicLink(delivery.resolve("link.yaml"), outside);

        assertThat(MappingFile.read(outside, delivery.getParent()).may().startStopped()).isTrue();
        for (var file : List.of(inside, linkFromOutside, linkFromInside, delivery.resolve("../inner/mapping.yaml"))) {
            assertThatThrownBy(() -> MappingFile.read(file, delivery.getParent())).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("dentro de la entrega").hasMessageContaining(file.toString());
        }
        assertThatThrownBy(() -> MappingFile.read(folder.resolve("none"), delivery)).hasMessageContaining("No existe");
    }

    @Test
    void aPasswordComesFromTheEnvironment() throws IOException {
        var told = read("statistics: {user: admin, password_env: PW}").statistics();

        assertThat(told.credentials(Map.of("PW", "x")).orElseThrow().password()).isEqualTo("x");
        assertThat(Mapping.NOTHING.statistics().credentials(Map.of())).isEmpty();
        assertThatThrownBy(() -> told.credentials(Map.of("PW", ""))).isInstanceOf(CannotStart.class).hasMessageContaining("PW");
    }

    private void told(Path file, String words) {
        assertThatThrownBy(() -> MappingFile.read(file)).isInstanceOf(CannotStart.class).hasMessageContaining(file.toString()).hasMessageContaining(words);
    }

    private Mapping read(String yaml) throws IOException {
        return MappingFile.read(Files.writeString(folder.resolve("mapping.yaml"), yaml));
    }
}
