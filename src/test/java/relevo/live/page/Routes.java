package relevo.live.page;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What is behind each address below the token. */
final class Routes extends Handler.Abstract {

    /** A stranger's page: shown, never run, and nobody's of this origin. */
    private static final Map<String, String> CAGE = Map.of("Content-Security-Policy",
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
    private static final String SHOWN = "(text/html|text/plain|application/xhtml\\+xml|image/[a-z0-9.+-]+)(;[ -~]*)?";

    private final Doorkeeper doorkeeper;
    private final Assets assets = new Assets();
    private final OrderDesk desk;
    private final Audience audience;
    private final LiveStage stage;
    private final NetworkConnector connector;

    Routes(LiveStage stage, Audience audience, String token, NetworkConnector connector) {
        this.stage = stage;
        this.audience = audience;
        this.connector = connector;
        doorkeeper = new Doorkeeper(token);
        desk = new OrderDesk(stage);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var refused = doorkeeper.refuse(request, connector.getLocalPort());
        if (refused.isPresent()) {
            send(refused.get(), request, response, callback);
            return true;
        }
        var path = request.getHttpURI().getPath();
        var end = path.indexOf('/', 1);
        if (end < 0) {
            send(new Reply(302, "text/plain", new byte[0], Map.of("Location", path + "/")), request, response, callback);
            return true;
        }
        switch (path.substring(end + 1)) {
            case "events" -> events(request, response, callback);
            case "orders" -> order(request, response, callback);
            case "visitor" -> get(request, response, callback, this::visitor);
            default -> get(request, response, callback, () -> assets.of(path.substring(end + 1)).orElseGet(() -> Reply.line(404, "There is no such page.")));
        }
        return true;
    }

    private static void get(Request request, Response response, Callback callback, Supplier<Reply> answer) {
        send(request.getMethod().equals("POST") ? Reply.line(405, "It can only be read.") : answer.get(), request, response, callback);
    }

    private static void send(Reply answer, Request request, Response response, Callback callback) {
        answer.send(!request.getMethod().equals("HEAD"), response, callback);
    }

    private void events(Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET")) {
            send(Reply.line(405, "It can only be listened to."), request, response, callback);
        } else if (!audience.join(request, response, callback, "teacher".equals(request.getHttpURI().getQuery()))) {
            send(Reply.line(503, "Too many pages are open."), request, response, callback);
        }
    }

    private void order(Request request, Response response, Callback callback) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (!request.getMethod().equals("POST")) {
            send(Reply.line(405, "Orders are posted."), request, response, callback);
        } else if (type == null || !type.matches("application/json(; ?charset=(?i)utf-8)?")) {
            send(Reply.line(415, "Orders are application/json."), request, response, callback);
        } else if (request.getLength() > PageBounds.ORDER) {
            send(tooLong(), request, response, callback);
        } else {
            Content.Source.asByteArrayAsync(request, PageBounds.ORDER).whenComplete((body, failure) -> {
                try {
                    send(failure == null ? desk.take(body) : tooLong(), request, response, callback);
                } catch (RuntimeException e) {
                    callback.failed(e);
                }
            });
        }
    }

    private static Reply tooLong() {
        return Reply.line(413, "An order has at most " + PageBounds.ORDER + " bytes.");
    }

    private Reply visitor() {
        Optional<LiveStage.VisitorPage> page = stage.visitorPage();
        // Whatever a browser would save in a file or hand to a program is shown as text.
        return page.map(got -> new Reply(200, got.contentType().matches(SHOWN) ? got.contentType() : "text/plain", got.body(), with(got.status())))
                .orElseGet(() -> Reply.line(404, "Nobody has opened it yet."));
    }

    private static Map<String, String> with(int status) {
        var headers = new java.util.HashMap<>(CAGE);
        headers.put("Visitor-Status", String.valueOf(status));
        return headers;
    }
}
