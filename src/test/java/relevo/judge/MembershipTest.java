package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relevo.observation.Member;
import relevo.observation.Reach;
import relevo.testing.Expect;
import relevo.verdict.Verdict;

class MembershipTest {

    private static final Member N1 = new Member("n1", "10.0.0.1:8443", "ONLINE");
    private static final Member N2 = new Member("n2", "10.0.0.2:8443", "ONLINE");
    private static final Member N3 = new Member("n3", "10.0.0.3:8443", "ONLINE");
    private static final List<Member> ALL = List.of(N1, N2, N3);
    private static final Set<String> NODES = Set.of("n1", "n2", "n3");

    private static Map<String, List<Member>> but(String node, List<Member> says) {
        Map<String, List<Member>> told = new HashMap<>(Map.of("n1", ALL, "n2", ALL, "n3", ALL));
        if (says == null) {
            told.remove(node);
        } else {
            told.put(node, says);
        }
        return told;
    }

    @Test
    void allTellTheSameInAnyOrder() {
        Expect.met(Membership.oneStory(but("n2", List.of(N3, N2, N1)), NODES), "3", "n1", "n2", "n3", "ONLINE");
    }

    @Test
    void membersMayBearOtherNamesThanTheirMachines() {
        Expect.met(Membership.oneStory(Map.of("vm1", ALL, "vm2", ALL, "vm3", ALL), Set.of("vm1", "vm2", "vm3")));
    }

    @Test
    void standAloneMachinesAreNoCluster() {
        Verdict empty = Membership.oneStory(Map.of("n1", List.of(), "n2", List.of(), "n3", List.of()), NODES);
        Expect.notMet(empty, "n1", "n2", "n3");
        Expect.remedy(empty, "lxc cluster add n2");
        Expect.notMet(Membership.oneStory(Map.of("n1", List.of(N1), "n2", List.of(N2), "n3", List.of(N3)), NODES), "n1 →", "1");
    }

    @Test
    void oneThatTellsAnotherStoryIsFound() {
        Expect.notMet(Membership.oneStory(but("n3", List.of(N1, N2, new Member("n3", "10.9.9.9:8443", "ONLINE"))), NODES), "10.9.9.9");
    }

    @Test
    void aMemberThatIsOfflineIsNamed() {
        List<Member> half = List.of(N1, N2, new Member("n3", "10.0.0.3:8443", "OFFLINE"));
        Expect.notMet(Membership.oneStory(Map.of("n1", half, "n2", half, "n3", half), NODES), "n3 OFFLINE");
        Expect.remedy(Membership.oneStory(Map.of("n1", half, "n2", half, "n3", half), NODES), "systemctl status lxd", "10.0.0.3:8443");

        List<Member> away = List.of(N1, N2, new Member("n3", "10.0.0.3:8443", "EVACUATED"));
        Expect.notMet(Membership.oneStory(Map.of("n1", away, "n2", away, "n3", away), NODES), "n3 EVACUATED");
        Expect.remedy(Membership.oneStory(Map.of("n1", away, "n2", away, "n3", away), NODES), "lxc cluster restore n3");
    }

    @Test
    void aMachineThatNobodyListsIsNamed() {
        List<Member> two = List.of(N1, N2);
        Expect.notMet(Membership.oneStory(Map.of("n1", two, "n2", two), NODES), "n3");
        Expect.notMet(Membership.oneStory(Map.of("n1", two, "n2", two, "n3", List.of()), NODES), "n3");
    }

    @Test
    void oneMachineIsNoCluster() {
        Expect.notMet(Membership.oneStory(Map.of("n1", List.of(N1)), Set.of("n1")), "n1");
    }

    @Test
    void oneThatCouldNotBeAskedDecidesNothing() {
        Expect.couldNotCheck(Membership.oneStory(but("n3", null), NODES), "n3");
        Expect.couldNotCheck(Membership.oneStory(Map.of(), NODES));
        Expect.couldNotCheck(Membership.oneStory(but("n3", ALL), Set.of()));
    }

    @Test
    void everyAttemptMustBeAnswered() {
        Reach good = new Reach("haproxy", "web1", true, "HTTP/1.1 200 OK");
        Expect.met(Membership.reachable(List.of(good, good)), "2");
        Verdict verdict = Membership.reachable(List.of(good, new Reach("haproxy", "web2", false, "curl: (28) timed\nout")));
        Expect.notMet(verdict, "haproxy", "web2", "timed out");
        Expect.remedy(verdict, "ping");
        Verdict silent = Membership.reachable(List.of(new Reach("haproxy", "web2", false, "")));
        Expect.notMet(silent, "haproxy", "web2");
        assertThat(silent.seen().es()).contains("ninguna respuesta");
        Expect.remedy(Membership.reachable(List.of(good, new Reach("haproxy", "web2", false, ""), new Reach("haproxy", "backup1", false, ""))),
                "web2, backup1");
        Expect.couldNotCheck(Membership.reachable(List.of()));
    }

    @Test
    void aMachineThatNobodyListsAndNobodyAskedIsNoMember() {
        List<Member> two = List.of(N1, N2);
        Verdict verdict = Membership.oneStory(Map.of("n1", two, "n2", two), NODES);

        Expect.notMet(verdict, "n3", "2", "3");
        Expect.remedy(verdict, "lxc cluster add n3");
    }

    @Test
    void aMachineThatOthersListButCouldNotBeAskedDecidesNothingByItself() {
        List<Member> four = List.of(N1, N2, N3, new Member("n4", "10.0.0.4:8443", "ONLINE"));
        Expect.couldNotCheck(Membership.oneStory(Map.of("n1", four, "n2", four), Set.of("n1", "n2", "vm4")), "vm4");
    }

    @Test
    void twoMachinesAreAClusterToo() {
        List<Member> two = List.of(N1, N2);
        Expect.met(Membership.oneStory(Map.of("n1", two, "n2", two), Set.of("n1", "n2")), "2");
    }

    @Test
    void aListAsLongAsThereAreMachinesMayHoldTheOneThatCouldNotBeAsked() {
        Expect.couldNotCheck(Membership.oneStory(Map.of("vm1", ALL, "vm2", ALL), Set.of("vm1", "vm2", "vm3")), "vm3");
    }

    @Test
    void aMachineThatSomebodyListsIsNotSaidToBeNoMember() {
        List<Member> withoutN2 = List.of(N1, N3);
        assertThat(Membership.oneStory(Map.of("n1", withoutN2, "n2", withoutN2), NODES).seen().en()).contains("n1 tells of 2 members")
                .doesNotContain("n3 is no member");
    }
}
