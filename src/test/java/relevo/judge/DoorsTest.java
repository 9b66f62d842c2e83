package relevo.judge;

import java.util.List;
import org.junit.jupiter.api.Test;
import relevo.observation.Doorway;
import relevo.testing.Expect;

class DoorsTest {

    private static final Doorway BALANCER = new Doorway("127.0.0.1", 8080, 200, "web1", true);
    private static final Doorway SILENT = new Doorway("10.88.57.12", 8443, 400, "", false);

    @Test
    void onlyTheBalancersDoorsLeadToAServer() {
        Expect.met(Doors.onlyThroughTheBalancer(List.of(BALANCER, SILENT, new Doorway("10.88.57.11", 80, 200, "web2", true))),
                "127.0.0.1:8080, 10.88.57.11:80");
    }

    @Test
    void aPublishedWebServerIsADoorAroundIt() {
        var verdict = Doors.onlyThroughTheBalancer(List.of(BALANCER, SILENT, new Doorway("10.88.57.12", 8081, 200, "web1", false)));

        Expect.notMet(verdict, "10.88.57.12:8081", "web1");
        Expect.remedy(verdict, "web1", "lxc config device show");
    }

    @Test
    void whereNothingLeadsToAServerNothingIsKnown() {
        Expect.couldNotCheck(Doors.onlyThroughTheBalancer(List.of(SILENT)), "10.88.57.12:8443");
        Expect.couldNotCheck(Doors.onlyThroughTheBalancer(List.of()), "0");
    }
}
