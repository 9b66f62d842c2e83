package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.LoadRun;
import relevo.observation.Page;
import relevo.observation.Windows;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Figure;

class ApologyTest {

    private static final double DETECTION = Windows.SHORTEST.detectionMs();
    private static final double RETURN = Windows.SHORTEST.returnMs();
    private static final String STOCK = "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n";
    private static final Page OWN_503 = new Page(503, Map.of(), "la aplicación descansa");

    private static Page page(int status, String type, String body) {
        return new Page(status, type == null ? Map.of() : Map.of("content-type", type), body);
    }

    private static Page page(String body) {
        return page(503, "text/html; charset=utf-8", "<html><head><title>503</title></head><body><h1>" + body + "</h1></body></html>");
    }

    // S1

    @ParameterizedTest
    @ValueSource(strings = {"Lo sentimos mucho", "Disculpa las molestias", "Le pedimos disculpas", "Disc&uacute;lpenos", "¡Perdón!", "Perdonen la espera",
            "Lamentamos lo ocurrido",
        "We are sorry", "Our apologies", "We apologise", "Please accept our apology", "Lo <em>sentimos</em>", "LO SIENTO", "Ofrecemos excusas",
        "We&#39;re sorry"})
    void apologiesInBothLanguagesAreRecognised(String words) {
        Expect.met(Apology.shown(page(words)), "503");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Servicio no disponible", "Error 503", "Consentimos cookies", "Vuelva pronto", "The service is down", "Nature's resorry"})
    void otherPagesAreNot(String words) {
        Expect.notMet(Apology.shown(page(words)), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- sorry -->cerrado", "<script>var sorry = 1</script>cerrado", "<style>.disculpa{}</style>cerrado"})
    void wordsThatNobodyReadsDoNotCount(String body) {
        Expect.notMet(Apology.shown(page(body)), "cerrado");
    }

    @Test
    void theStockPageIsNotTheTeams() {
        Verdict verdict = Apology.shown(page(503, "text/html; charset=utf-8", STOCK));

        Expect.notMet(verdict, "No server is available");
        Expect.remedy(verdict, "errorfile 503");
    }

    @Test
    void statusTypeAndCharsetCount() {
        Expect.notMet(Apology.shown(page(200, "text/html; charset=utf-8", "Lo sentimos")), "200");
        Expect.notMet(Apology.shown(page(503, "text/html", "Lo sentimos")), "text/html");
        Expect.notMet(Apology.shown(page(503, "text/plain; charset=utf-8", "Lo sentimos")), "text/plain");
        Expect.notMet(Apology.shown(page(503, "text/html; charset=iso-8859-1", "Lo sentimos")), "iso-8859-1");
        Expect.notMet(Apology.shown(page(503, null, "Lo sentimos")), "Content-Type");
        Expect.met(Apology.shown(page(503, "Text/HTML;charset=\"UTF-8\"", "Lo sentimos")));
    }

    @Test
    void anEmptyPageIsNotMetAndNoResponseDecidesNothing() {
        Expect.notMet(Apology.shown(page("")));
        Expect.notMet(Apology.shown(page(503, "text/html; charset=utf-8", "")));
        Expect.couldNotCheck(Apology.shown(page(0, null, "")));
    }

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
        return Apology.onlyThen(scene.seen(), OWN_503, OWN_503);
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
        Page apology = page("Lo sentimos");
        Expect.notMet(Apology.onlyThen(good().seen(), apology, OWN_503), "503", "Lo sentimos", "la aplicación descansa");
        Expect.notMet(Apology.onlyThen(good().seen(), new Page(502, Map.of(), ""), OWN_503), "502");
        Expect.couldNotCheck(Apology.onlyThen(good().seen(), OWN_503, new Page(404, Map.of(), "no")), "404");
        Expect.couldNotCheck(Apology.onlyThen(good().seen(), new Page(0, Map.of(), ""), OWN_503));
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
        Expect.met(Apology.holdsUnderLoad(spike(), with("cache-control", control)), "400", "200.0/s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=60", "public, max-age=3600"})
    void aPageThatClientsKeepIsNotMet(String control) {
        Verdict verdict = Apology.holdsUnderLoad(spike(), with("cache-control", control));

        Expect.notMet(verdict, control);
        Expect.remedy(verdict, "no-store");
    }

    @Test
    void expiresCountsToo() {
        Expect.notMet(Apology.holdsUnderLoad(spike(), with("expires", "Tue, 04 Mar 2025 11:00:00 GMT")), "11:00");
        Expect.met(Apology.holdsUnderLoad(spike(), with("expires", "Tue, 04 Mar 2025 10:00:00 GMT")));
        Expect.met(Apology.holdsUnderLoad(spike(), with("expires", "0")));
        Expect.met(Apology.holdsUnderLoad(spike(), with("x-nothing", "")));
    }

    @Test
    void oneLostAnswerIsOneTooMany() {
        LoadRun run = new Scene().every(5).blind().fail(399, 503, "").fail(1, 0, "connect refused").run("spike");
        Verdict verdict = Apology.holdsUnderLoad(run, with("cache-control", "no-store"));

        Expect.notMet(verdict, "1", "connect refused");
        Expect.remedy(verdict, "maxconn");
    }

    @Test
    void aSpikeThatProvesNothing() {
        Page page = with("cache-control", "no-store");
        Expect.couldNotCheck(Apology.holdsUnderLoad(new Scene().blind().fail(99, 503, "").run("spike"), page), "99");
        Expect.couldNotCheck(Apology.holdsUnderLoad(new Scene().blind().fail(200, 503, "").serve(1, "backup1").run("spike"), page), "1");
        Expect.couldNotCheck(Apology.holdsUnderLoad(new Scene().every(5).blind().fail(400, 503, "").run("spike", 500, 5, 0), page), "400", "500");
        Expect.couldNotCheck(Apology.holdsUnderLoad(spike(), new Page(0, Map.of(), "")));
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
        Scene scene = stopAll(new Scene().serve(Apology.ENOUGH, "web1", "web2").pass(DETECTION + 100)).fail(20, 503, "").pass(DETECTION).event("start", "web1")
                .pass(RETURN + 50).serve(Apology.ENOUGH, "web1");

        Expect.met(onlyThen(scene), String.valueOf(2 * Apology.ENOUGH));
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
