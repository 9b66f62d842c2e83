package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.FoundDelivery.DOOR;
import static relevo.testing.FoundDelivery.FOUND;
import static relevo.testing.FoundDelivery.SHUT_DOOR;
import static relevo.testing.FoundDelivery.SIDE_DOOR;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Balancer;
import relevo.observation.Doorway;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Machine;
import relevo.observation.Program;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.substrate.delivery.Mapping.May;
import relevo.substrate.delivery.Mapping.ToldBalancer;
import relevo.substrate.delivery.Mapping.ToldServer;
import relevo.testing.FoundDelivery;
import relevo.words.Text;

class WhatWasFoundTest {

    private static final String MARKER = "/relevo-abcd.txt";
    private static final List<Doorway> DOORS = List.of(DOOR, SIDE_DOOR, SHUT_DOOR);
    private static final Mapping TOLD = new Mapping("", List.of(), List.of("vm1", "vm2"), new ToldBalancer("vm1", "lb",
            Optional.of(URI.create("http://127.0.0.1:3000/"))), Mapping.NOTHING.statistics(),
            Map.of("web/web3", new ToldServer("web3backup", Optional.of(Role.PRODUCTION)), "web/gone", new ToldServer("u1", Optional.empty())),
            new May(true, true), "");

    @Test
    @DisplayName("a door that was found and not opened, as when nothing may be touched, is said to be so")
    void unopened() {
        assertThat(page(FOUND, Mapping.NOTHING, List.of(new Doorway("192.168.100.5", 1080, 0, "", true))).en())
                .contains("http://192.168.100.5:1080/ → not opened, through the balancer");
    }

    @Test
    void whatWasFoundIsToldInSpanish() {
        assertThat(page(FOUND, Mapping.NOTHING, DOORS).es()).isEqualTo("""
                MÁQUINAS (3)
                  vm1: oracle; eth0 10.0.2.15, eth1 192.168.100.5
                    gestor de instancias: LXD (snap) /var/snap/lxd/common/lxd/unix.socket
                    instancias:
                      lb (container, Running) 240.5.0.2
                  vm2: oracle; eth0 10.0.2.15, eth1 192.168.100.5
                    gestor de instancias: LXD (snap) /var/snap/lxd/common/lxd/unix.socket
                    instancias:
                      u1 (container, Running) 240.6.0.3
                      web3backup (container, Running) 240.6.0.4
                      copia (container, Stopped)
                  cliente: oracle; eth1 192.168.100.9
                    gestor de instancias: ninguno
                    instancias: ninguna
                BALANCEADOR
                  en vm1/lb (encontrado)
                    archivos con que arrancó: /etc/haproxy/haproxy.cfg
                    cambiados después de arrancar: /etc/haproxy/haproxy.cfg; lo que corre no es lo que está escrito
                    sockets de estadísticas: /run/haproxy/admin.sock, @/run/haproxy-master.sock
                SERVIDORES (2)
                  web/web1  240.6.0.3:80
                    instancia u1 (encontrado: de allí volvió su propia página)
                    producción (encontrado: activo en web, adonde va una petición corriente)
                  web/web3  240.6.0.4:80
                    instancia desconocida: 2 instancias tienen esa dirección; al pedirle una página: HTTP/1.1 404 Not Found
                    respaldo (encontrado: marcado backup en web)
                  granjas adonde ninguna regla lleva: vieja
                PUERTAS QUE ESTE EQUIPO ALCANZA (3)
                  http://192.168.100.5:1080/ → 200, contenido de u1, por el balanceador
                  http://192.168.100.6:2580/ → 200, contenido de web3backup, sin pasar por el balanceador
                  http://[fe80::1]:22/ → sin respuesta HTTP
                LO QUE LA EJECUCIÓN TOCARÁ
                  un archivo /relevo-abcd.txt en el DocumentRoot de: u1; se retira al final
                  se detienen y se arrancan de nuevo: u1
                  carga en http://192.168.100.5:1080/, y en ninguna otra puerta
                  no se permite: apagar y encender máquinas (may.power_off_machines: true lo permite)
                  no se permite: arrancar, mientras dura, instancias que se entregaron detenidas (may.start_stopped: true lo permite)
                  cada cambio se anota antes de hacerlo, se deshace y se comprueba
                """);
    }

    @Test
    @DisplayName("beside what was found stands what was told, in English")
    void whatWasToldIsToldApart() {
        var page = page(FOUND, TOLD, List.of(DOOR)).en();

        assertThat(page).contains("  cliente: does not count as a machine (told)\n", "  in vm1/lb (told)\n  in vm1/lb (found)\n",
                "  http://127.0.0.1:3000/ (told)\n",
                "    instance u1 (found: its own page came back from there)\n    production (found: active in web, where an ordinary request goes)\n",
                "    instance web3backup (told)\n    production (told)\n", "  told and not found: web/gone\n",
                "  a file /relevo-abcd.txt in the DocumentRoot of: u1, web3backup; removed afterwards\n", "  stopped and started again: u1, web3backup\n",
                "  load on http://127.0.0.1:3000/, and on no other door\n", "  switching machines off and on: vm1, vm2 (may.power_off_machines: allowed)\n",
                "  starting, while it lasts, instances that were handed in stopped (may.start_stopped: allowed)\n");
        assertThat(page).doesNotContain("not allowed");
    }

    @Test
    void whereNothingIsThereThatIsTold() {
        assertThat(page(Inventory.NOTHING, Mapping.NOTHING, List.of()).en()).contains("MACHINES (0)", "no HAProxy runs", "SERVERS (0)",
                "no web server: of none",
                "no load: no door leads to the balancer (balancer.url)").doesNotContain("relevo-abcd");
    }

    @Test
    void whyAMachineCouldNotBeLookedAtIsToldInTheReadersLanguage() {
        var page = page(FoundDelivery.withSilentMachine(), Mapping.NOTHING, DOORS);

        assertThat(page.es()).contains("  vm4: no se pudo mirar: vm4 no contesta.\n").doesNotContain("does not answer");
        assertThat(page.en()).contains("  vm4: could not be looked at: vm4 does not answer.\n").doesNotContain("no contesta");
    }

    @Test
    void anInstanceOfAMemberThatNoMachineIsKnownToBeIsNotLost() {
        var found = new Inventory(List.of(FoundDelivery.VM1), List.of(FoundDelivery.LB, FoundDelivery.COPY, FoundDelivery.instance("same", "a", "Running"),
                FoundDelivery.instance("own", "vm1", "Stopped")), List.of(), List.of(), List.of(), Map.of());

        assertThat(page(found, Mapping.NOTHING, List.of()).en()).contains("      own (container, Stopped)\n",
                "  member uno, of an unknown machine\n    instances:\n      copia (container, Stopped)\n", "  member a, of an unknown machine\n");
    }

    @Test
    @DisplayName("the door for load is this computer's, or that of the lowest port, and leads through the balancer")
    void theDoorForLoad() {
        var high = new Doorway("192.168.1.2", 8080, 200, "u1", true);
        var here = new Doorway("127.0.0.1", 9999, 200, "u1", true);

        assertThat(Touches.of(MARKER, FOUND, Mapping.NOTHING, List.of(SIDE_DOOR, high, DOOR), List.of()).load())
                .contains(URI.create("http://192.168.100.5:1080/"));
        assertThat(Touches.of(MARKER, FOUND, Mapping.NOTHING, List.of(DOOR, here), List.of()).load()).contains(URI.create("http://127.0.0.1:9999/"));
        assertThat(Touches.of(MARKER, FOUND, Mapping.NOTHING, List.of(SIDE_DOOR, SHUT_DOOR), List.of()).load()).isEmpty();
        assertThat(Touches.of(MARKER, FOUND, Mapping.NOTHING, List.of(new Doorway("a b/@evil", 80, 200, "u1", true)), List.of()).load()).isEmpty();
    }

    @Test
    @DisplayName("no name, address, path or reason of a delivery acts on a terminal, forges a line, or makes the page endless")
    void hostileNamesAreHarmless() {
        var evil = "\u001b]0;owned\u0007\u001b[2J\r\n  web/fake  1.2.3.4:80 (found)\u202e\u009b31m\u0000%s%n$1\\" + "x".repeat(5_000);
        var machine = new Machine(evil, evil, List.of(evil), List.of(evil), List.of(new Program(evil, evil, 1, 1, List.of(evil), 0, evil, List.of(evil))), "");
        var silent = new Machine(evil + "2", evil, List.of(), List.of(), List.of(), evil + "\n" + evil);
        var balancer = new Balancer(evil, evil, 1, List.of(evil), List.of(evil), List.of(evil), List.of());
        var server = new Server(evil, evil, evil, Role.PRODUCTION, Known.found("marked backup in " + evil), evil, Known.found(evil));
        var door = new Doorway(evil, 80, 200, evil, true);
        var found = new Inventory(List.of(machine, silent), Collections.nCopies(5_000, FoundDelivery.instance(evil, evil, evil, evil)),
                Collections.nCopies(500, balancer), Collections.nCopies(5_000, server), Collections.nCopies(5_000, evil), Map.of());
        var told = new Mapping("", List.of(), List.of(), new ToldBalancer(evil, evil, Optional.empty()), Mapping.NOTHING.statistics(),
                Map.of(evil, new ToldServer(evil, Optional.empty())), new May(true, true), "");

        var page = page(found, told, Collections.nCopies(5_000, door));

        for (var side : List.of(page.es(), page.en())) {
            assertThat(side.length()).isLessThan(150_000);
            assertThat(side.codePoints().filter(c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)).toArray())
                    .isEmpty();
            assertThat(side.lines()).noneMatch(line -> line.startsWith("  web/fake")).hasSizeLessThan(600);
        }
        assertThat(page.en()).contains("… and 4960 more", "·]0;owned··[2J··");
    }

    @Test
    @DisplayName("a web server that nothing starts with its instance is told before it is lost; that of an instance that no run stops is not")
    void startedByHand() {
        var touches = Touches.of(MARKER, FOUND, Mapping.NOTHING, DOORS, List.of("u1", "lb"));

        assertThat(touches.byHand()).containsExactly("u1");
        assertThat(touches.text().es()).contains("  OJO: no se ve qué arranque el servidor web con la instancia en: u1; al detenerla se pierde");
        assertThat(Touches.of(MARKER, FOUND, Mapping.NOTHING, DOORS, List.of()).text().en()).doesNotContain("MIND");
    }

    @Test
    void aReasonThatNobodyTranslatedStaysAsItIs() {
        assertThat(Reasons.of("in farm, where only a rule leads"))
                .isEqualTo(new Text("en farm, adonde solo lleva una regla", "in farm, where only a rule leads"));
        assertThat(Reasons.of("the same address is active in $1\\"))
                .isEqualTo(new Text("la misma dirección está activa en $1\\", "the same address is active in $1\\"));
        assertThat(Reasons.of("no instance has that address; asked for a page: closed").es())
                .isEqualTo("ninguna instancia tiene esa dirección; al pedirle una página: closed");
        assertThat(Reasons.of("no other instance has that address; asked for a page: x").es()).startsWith("ninguna otra instancia");
        assertThat(Reasons.of("marked backup in farm; not in force: HAProxy does not run"))
                .isEqualTo(new Text("marcado backup en farm; no está en vigor: HAProxy no corre", "marked backup in farm; not in force: HAProxy does not run"));
        assertThat(Reasons.of("something new")).isEqualTo(Text.same("something new"));
    }

    private static Text page(Inventory found, Mapping told, List<Doorway> doors) {
        return WhatWasFound.of(found, told, doors, Touches.of(MARKER, found, told, doors, List.of()));
    }
}
