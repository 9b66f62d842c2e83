package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.LoadRun;
import relevo.observation.NobodyLeft;
import relevo.observation.Page;
import relevo.observation.Windows;
import relevo.testing.Expect;
import relevo.testing.Farewell;
import relevo.testing.Scene;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Figure;

class LastResortTest {

    private static final double DETECTION = Windows.SHORTEST.detectionMs();
    private static final double RETURN = Windows.SHORTEST.returnMs();
    private static final Page OWN_503 = new Page(503, Map.of(), "la aplicación descansa");

    private static final NobodyLeft PAGE = Farewell.page("Lo sentimos");

    // S2

    private static Scene allStopped() {
        Scene scene = new Scene().serve(40, "web1", "web2").pass(DETECTION + 100);
        for (String name : new String[] {"web1", "web2", "backup1", "backup2"}) {
            scene.event("stop", name);
        }
        return scene.fail(20, 503, "").pass(DETECTION);
    }

    private static Scene good() {
        return allStopped().event("start", "web1").fail(10, 503, "").pass(RETURN).serve(40, "web1");
    }

    private static Verdict onlyThen(Scene scene) {
        return LastResort.onlyThen(scene.seen(), PAGE, OWN_503, OWN_503);
    }

    @Test
    void thePageComesAndGoes() {
        Expect.met(onlyThen(good()), "80");
    }

    @Test
    void aPageWhileServersWereUpIsNotMet() {
        Scene scene = new Scene().serve(40, "web1", "web2").fail(1, 503, "").pass(DETECTION + 100);
        for (String name : new String[] {"web1", "web2", "backup1", "backup2"}) {
            scene.event("stop", name);
        }
        scene.fail(20, 503, "").pass(DETECTION).event("start", "web1").pass(RETURN + 50).serve(40, "web1");

        Expect.notMet(onlyThen(scene), "1", "2.0 s");
    }

    @Test
    void aPageWhileOneBackupIsStillUpIsNotMet() {
        Scene scene = new Scene().serve(40, "web1", "web2").pass(DETECTION + 100).event("stop", "web1").event("stop", "web2").event("stop", "backup1")
                .fail(3, 503, "").pass(DETECTION).fail(4, 503, "").pass(DETECTION + 100).event("stop", "backup2").fail(20, 503, "").pass(DETECTION)
                .event("start", "web1").pass(RETURN + 50).serve(40, "web1");

        Expect.notMet(onlyThen(scene), "4");
    }

    @Test
    void aPageThatStaysTooLongIsNotMet() {
        Expect.notMet(onlyThen(allStopped().event("start", "web1").pass(RETURN + 50).fail(2, 503, "").serve(40, "web1")), "2", Figure.seconds(RETURN));
    }

    /** As short as a watch can be that follows what the balancer shows: one backup stays up for a while, alone. */
    private static Scene brisk(int pagesWithOneUp, int pagesAfterReturn) {
        Scene scene = new Scene().serve(10, "web1", "web2").event("answers", "").fail(4, 503, "");
        for (String name : new String[] {"web1", "web2", "backup2"}) {
            scene.event("stop", name);
        }
        scene.fail(10, 503, "");
        for (String name : new String[] {"web1", "web2", "backup2"}) {
            scene.status(name, "DOWN");
        }
        scene.pass(250).event("detected", "").pass(50).serve(20, "backup1").fail(pagesWithOneUp, 503, "").event("answers", "").fail(6, 503, "")
                .event("stop", "backup1").fail(10, 503, "")
                .status("backup1", "DOWN").pass(250).fail(20, 503, "").event("answers", "").event("start", "backup1").fail(20, 503, "").status("backup1", "UP")
                .pass(300);
        return scene.fail(pagesAfterReturn, 503, "").serve(20, "backup1");
    }

    @Test
    void whatTheBalancerShowsShortensTheWaits() {
        Expect.met(onlyThen(brisk(0, 0)), "50");
        Expect.notMet(onlyThen(brisk(3, 0)), "3");
        Expect.notMet(onlyThen(brisk(0, 2)), "2");
    }

    @Test
    void anApplicationsOwn503MustPassUnchanged() {
        Page apology = new Page(503, Map.of(), "<h1>Lo sentimos</h1>");
        Expect.notMet(LastResort.onlyThen(good().seen(), PAGE, apology, OWN_503), "503", "Lo sentimos", "la aplicación descansa");
        Expect.notMet(LastResort.onlyThen(good().seen(), PAGE, new Page(502, Map.of(), ""), OWN_503), "502");
        Expect.couldNotCheck(LastResort.onlyThen(good().seen(), PAGE, OWN_503, new Page(503, Map.of(), " ")), "503");
        Expect.couldNotCheck(LastResort.onlyThen(good().seen(), PAGE, new Page(0, Map.of(), ""), OWN_503));
    }

    @Test
    void whereNoApplicationAnswers503ThatHalfIsLeftOut() {
        Expect.met(LastResort.onlyThen(good().seen(), PAGE, new Page(404, Map.of(), "no"), new Page(404, Map.of(), "no")), "80");
        assertThat(LastResort.onlyThen(good().seen(), PAGE, OWN_503, new Page(404, Map.of(), "no")).seen().en()).contains("the delivery has none");
        assertThat(onlyThen(good()).seen().en()).contains("passed unchanged").doesNotContain("the delivery has none");
    }

    /** As {@link #good}, or with pages while servers were up, where the page ends in another way. */
    private static Scene with(int status, String error, int early) {
        return stopAll(new Scene().serve(40, "web1", "web2").fail(early, status, error).pass(DETECTION + 100)).fail(20, status, error).pass(DETECTION)
                .event("start", "web1").pass(RETURN + 50).serve(40, "web1");
    }

    @Test
    void aPageOfAnotherStatusOrOfNoneIsKnownAllTheSame() {
        NobodyLeft ok = Farewell.came("HTTP/1.1 200 OK\r\ncontent-type: text/html", "<h1>Lo sentimos</h1>");
        Expect.met(LastResort.onlyThen(with(200, "", 0).seen(), ok, OWN_503, OWN_503), "80");
        Expect.notMet(LastResort.onlyThen(with(200, "", 2).seen(), ok, OWN_503, OWN_503), "2");

        NobodyLeft bare = Farewell.came("", "<h1>Lo sentimos</h1>");
        Expect.met(LastResort.onlyThen(with(0, bare.page().body(), 0).seen(), bare, OWN_503, OWN_503), "80");
        Expect.notMet(LastResort.onlyThen(with(0, bare.page().body(), 2).seen(), bare, OWN_503, OWN_503), "2");
        Expect.couldNotCheck(LastResort.onlyThen(with(0, "closed", 0).seen(), bare, OWN_503, OWN_503));
    }

    @Test
    void withoutAPageItWaitsUnlessTheBalancerSaid503() {
        NobodyLeft stock = Farewell.page("No server is available to handle this request.");
        Expect.met(LastResort.onlyThen(good().seen(), stock, OWN_503, OWN_503), "80");
        for (NobodyLeft seen : new NobodyLeft[] {Farewell.silence("closed"), Farewell.came("HTTP/1.1 302 Found\r\nlocation: /x", "")}) {
            assertThat(LastResort.onlyThen(good().seen(), seen, OWN_503, OWN_503).waitsFor()).isEqualTo("S1");
        }
    }

    @Test
    void anAnswerThatIsAServersIsNoPage() {
        Scene scene = new Scene().serve(40, "web1", "web2").answer(503, "web1", "").pass(DETECTION + 100);
        for (String name : new String[] {"web1", "web2", "backup1", "backup2"}) {
            scene.event("stop", name);
        }
        Expect.met(onlyThen(scene.fail(20, 503, "").event("start", "web1").pass(RETURN + 50).serve(40, "web1")));
    }

    @Test
    void whatWasNotSeenDecidesNothing() {
        Expect.couldNotCheck(onlyThen(new Scene().serve(40, "web1", "web2")));
        Expect.couldNotCheck(onlyThen(allStopped().serve(0, "web1")));
        Expect.couldNotCheck(onlyThen(allStopped().event("start", "web1").pass(RETURN + 50).serve(13, "web1")), "13", "14");
        Expect.couldNotCheck(onlyThen(new Scene()));
        Scene neverShown = new Scene().serve(40, "web1", "web2").pass(DETECTION + 100);
        for (String name : new String[] {"web1", "web2", "backup1", "backup2"}) {
            neverShown.event("stop", name);
        }
        Expect.couldNotCheck(onlyThen(neverShown.fail(20, 0, "closed").event("start", "web1").pass(RETURN + 50).serve(40, "web1")));
    }

    // S3

    private static Page with(String header, String value) {
        Map<String, String> headers = new HashMap<>(Map.of("content-type", "text/html; charset=utf-8", "date", "Tue, 04 Mar 2025 10:00:00 GMT"));
        headers.put(header, value);
        return new Page(503, headers, "Lo sentimos");
    }

    private static LoadRun spike() {
        return new Scene().every(5).blind().fail(400, 503, "").run("spike");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "no-cache", "max-age=0", "private, max-age=0, must-revalidate", "No-Store, max-age=600"})
    void aPageThatIsNotKeptHolds(String control) {
        Expect.met(LastResort.holdsUnderLoad(spike(), with("cache-control", control)), "400", "200.0/s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=60", "public, max-age=3600"})
    void aPageThatClientsKeepIsNotMet(String control) {
        Verdict verdict = LastResort.holdsUnderLoad(spike(), with("cache-control", control));

        Expect.notMet(verdict, control);
        Expect.remedy(verdict, "no-store");
    }

    @Test
    void expiresCountsToo() {
        Expect.notMet(LastResort.holdsUnderLoad(spike(), with("expires", "Tue, 04 Mar 2025 11:00:00 GMT")), "11:00");
        Expect.met(LastResort.holdsUnderLoad(spike(), with("expires", "Tue, 04 Mar 2025 10:00:00 GMT")));
        Expect.met(LastResort.holdsUnderLoad(spike(), with("expires", "0")));
        Expect.met(LastResort.holdsUnderLoad(spike(), with("x-nothing", "")));
    }

    @Test
    void aPageOfAnotherStatusHoldsTooAndIsNotTakenForA503() {
        Page ok = new Page(200, Map.of("cache-control", "no-store"), "Lo sentimos");
        Expect.met(LastResort.holdsUnderLoad(new Scene().every(5).blind().fail(400, 200, "").run("spike"), ok), "400");
        Expect.notMet(LastResort.holdsUnderLoad(spike(), ok), "400", "HTTP 503");
    }

    @Test
    void oneLostAnswerIsOneTooMany() {
        LoadRun run = new Scene().every(5).blind().fail(399, 503, "").fail(1, 0, "connect refused").run("spike");
        Verdict verdict = LastResort.holdsUnderLoad(run, with("cache-control", "no-store"));

        Expect.notMet(verdict, "1", "connect refused");
        Expect.remedy(verdict, "maxconn");
    }

    @Test
    void aSpikeThatProvesNothing() {
        Page page = with("cache-control", "no-store");
        Expect.couldNotCheck(LastResort.holdsUnderLoad(new Scene().blind().fail(99, 503, "").run("spike"), page), "99");
        Expect.couldNotCheck(LastResort.holdsUnderLoad(new Scene().blind().fail(200, 503, "").serve(1, "backup1").run("spike"), page), "1");
        Expect.couldNotCheck(LastResort.holdsUnderLoad(new Scene().every(5).blind().fail(400, 503, "").run("spike", 500, 5, 0), page), "400", "500");
        Expect.couldNotCheck(LastResort.holdsUnderLoad(spike(), new Page(0, Map.of(), "")));
    }

    @Test
    void tooFewAnswersBeforeTheStopDecideNothing() {
        Scene scene = new Scene().serve(13, "web1", "web2").pass(DETECTION + 100);
        for (String name : new String[] {"web1", "web2", "backup1", "backup2"}) {
            scene.event("stop", name);
        }
        Expect.couldNotCheck(onlyThen(scene.fail(20, 503, "").event("start", "web1").pass(RETURN + 50).serve(40, "web1")), "13", "14");
    }

    @Test
    void aPageAskedForWhileServersWereUpAndAnsweredWhenNoneWasLeftIsRight() {
        Scene scene = new Scene().serve(40, "web1", "web2").taking(2 * DETECTION + 500).fail(1, 503, "").taking(5).pass(2 * DETECTION);
        for (String name : new String[] {"web1", "web2", "backup1", "backup2"}) {
            scene.event("stop", name);
        }
        Expect.met(onlyThen(scene.fail(20, 503, "").event("start", "web1").pass(RETURN + 50).serve(40, "web1")));
    }

    @Test
    void serversThatNeverReturnDecideNothing() {
        Expect.couldNotCheck(onlyThen(allStopped().fail(40, 503, "")));
    }

    private static Scene stopAll(Scene scene) {
        for (String name : new String[] {"web1", "web2", "backup1", "backup2"}) {
            scene.event("stop", name);
        }
        return scene;
    }

    @Test
    void aPageTooSoonAndAPageTooLateAreToldApart() {
        Scene early = stopAll(new Scene().serve(40, "web1", "web2").fail(1, 503, "").pass(DETECTION + 100)).fail(20, 503, "").pass(DETECTION)
                .event("start", "web1").pass(RETURN + 50).serve(40, "web1");
        assertThat(onlyThen(early).seen().en()).contains("appeared 1 times with servers up").doesNotContain("With a server back");

        Scene late = allStopped().event("start", "web1").pass(RETURN + 50).fail(2, 503, "").serve(40, "web1");
        assertThat(onlyThen(late).seen().en()).contains("still appeared 2 times").doesNotContain("with servers up");
    }

    @Test
    void asFewAnswersAsAreNeededBeforeAndAfterAreEnough() {
        Scene scene = stopAll(new Scene().serve(LastResort.ENOUGH, "web1", "web2").pass(DETECTION + 100)).fail(20, 503, "").pass(DETECTION)
                .event("start", "web1").pass(RETURN + 50).serve(LastResort.ENOUGH, "web1");

        Expect.met(onlyThen(scene), String.valueOf(2 * LastResort.ENOUGH));
    }

    @Test
    void serversThatNeverReturnAreTheReasonGiven() {
        assertThat(onlyThen(allStopped().fail(40, 503, "")).seen().en()).contains("not all stopped and one of them started again");
    }

    @Test
    void aSecondStopWithoutReturnTakesNothingBack() {
        Expect.met(onlyThen(stopAll(good().pass(DETECTION + 100)).fail(20, 503, "")), "80");
    }

    @Test
    void aPageWhileOneWasStillGoingDownIsNoneOfTheTimeWithoutServers() {
        Scene scene = new Scene().serve(40, "web1", "web2").pass(DETECTION + 100).event("stop", "web1").event("stop", "web2").event("stop", "backup1")
                .fail(3, 503, "")
                .event("stop", "backup2").fail(20, 0, "closed").pass(DETECTION).event("start", "web1").pass(RETURN + 50).serve(40, "web1");

        Verdict verdict = onlyThen(scene);
        Expect.couldNotCheck(verdict);
        assertThat(verdict.seen().en()).contains("page did not appear");
    }

    @Test
    void aPageAtTheVeryLimitIsForgiven() {
        Expect.met(onlyThen(allStopped().event("start", "web1").pass(RETURN).fail(1, 503, "").serve(40, "web1")));
        Expect.notMet(onlyThen(allStopped().event("start", "web1").pass(RETURN + 1).fail(1, 503, "").serve(40, "web1")));

        // One backup stays: the page may come until the limit for the others' detection, and from as long before as their stop may have taken.
        for (double off : new double[] {0, 1}) {
            Scene after = new Scene().serve(40, "web1", "web2").pass(DETECTION + 100).event("stop", "web1").event("stop", "web2").event("stop", "backup1")
                    .pass(DETECTION + off).fail(1, 503, "")
                    .pass(DETECTION + 100).event("stop", "backup2").fail(20, 503, "").pass(DETECTION).event("start", "web1").pass(RETURN + 50)
                    .serve(40, "web1");
            Scene before = stopAll(new Scene().serve(40, "web1", "web2").taking(5 - off).fail(1, 503, "").taking(5).pass(DETECTION + 5 - 50)).fail(20, 503, "")
                    .pass(DETECTION)
                    .event("start", "web1").pass(RETURN + 50).serve(40, "web1");
            for (Scene scene : new Scene[] {after, before}) {
                assertThat(onlyThen(scene).outcome()).as("%s ms off, %s", off, scene == after ? "after" : "before")
                        .isEqualTo(off == 0 ? Outcome.MET : Outcome.NOT_MET);
            }
        }
    }

    @Test
    void aPageUnderWayWhenTheLastServerStoppedWasShownAndOneAskedForAtTheReturnWasNot() {
        Scene underWay = stopAll(new Scene().serve(40, "web1", "web2").pass(DETECTION + 100).taking(50).fail(1, 503, "").taking(5)).fail(20, 0, "closed")
                .pass(DETECTION)
                .event("start", "web1").pass(RETURN + 50).serve(40, "web1");
        Expect.met(onlyThen(underWay));

        Scene atReturn = stopAll(new Scene().serve(40, "web1", "web2").pass(DETECTION + 100)).fail(20, 0, "closed").pass(DETECTION)
                .event("start", "web1").fail(1, 503, "").pass(RETURN).serve(40, "web1");
        Expect.couldNotCheck(onlyThen(atReturn));
    }
}
