package relevo.load;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Locale;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.Interruptible;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.ThreadListener;

/**
 * JMeter's sampler of requests that keep a server busy for a known time ({@link HoldingConnection}); its samples read like those of JMeter's own
 * HTTP sampler. Public because JMeter makes one for each user. A plan with it runs where this class is on JMeter's class path.
 */
public final class HoldingSampler extends AbstractSampler implements ThreadListener, Interruptible {

    private static final long serialVersionUID = 1;
    private static final String TARGET = "HoldingSampler.target";
    private static final String HOLD = "HoldingSampler.hold_ms";
    private static final String KEEP = "HoldingSampler.keep_alive";
    private static final String CONNECT = "HoldingSampler.connect_ms";
    private static final String RESPONSE = "HoldingSampler.response_ms";
    /** As JMeter's own sampler says it, and {@link Cause} reads it. */
    private static final String NO_RESPONSE = "Non HTTP response ";

    private transient volatile HoldingConnection connection;
    private transient volatile boolean stopped;

    /** For JMeter, which sets its properties next. */
    public HoldingSampler() {
        // Everything is a property.
    }

    /** @param holdMs how long each request keeps a server busy, ms */
    HoldingSampler(URI target, long holdMs, boolean keepAlive, Patience patience) {
        setProperty(TARGET, target.toString());
        setProperty(HOLD, holdMs);
        setProperty(KEEP, keepAlive);
        setProperty(CONNECT, (int) patience.connect().toMillis());
        setProperty(RESPONSE, (int) patience.response().toMillis());
    }

    /** Asks once. */
    @Override
    public SampleResult sample(Entry entry) {
        var result = new SampleResult();
        result.setSampleLabel(getName());
        result.setDataType(SampleResult.TEXT);
        result.sampleStart();
        try {
            ask(result);
        } catch (IOException | HttpException e) {
            failed(result, stopped ? new SocketException("Socket closed") : e);
            leave();
        }
        result.sampleEnd();
        return result;
    }

    private void ask(SampleResult result) throws IOException, HttpException {
        var target = URI.create(getPropertyAsString(TARGET));
        result.setURL(target.toURL());
        if (connection == null || !connection.isOpen()) {
            connection = new HoldingConnection(target, getPropertyAsBoolean(KEEP), getPropertyAsInt(RESPONSE));
            connection.connect(getPropertyAsInt(CONNECT));
            result.connectEnd();
        }
        HttpResponse answer = connection.ask(getPropertyAsLong(HOLD), () -> { });
        result.latencyEnd();
        var rest = connection.rest(answer);
        var headers = HoldingConnection.headers(answer);
        var status = answer.getStatusLine();
        result.setResponseCode(String.valueOf(status.getStatusCode()));
        result.setResponseMessage(status.getReasonPhrase() == null ? "" : status.getReasonPhrase());
        result.setResponseHeaders(headers);
        result.setResponseData(rest.beginning());
        result.setHeadersSize((int) HoldingConnection.size(headers));
        result.setBodySize(rest.bytes());
        result.setSuccessful(status.getStatusCode() >= 200 && status.getStatusCode() < 400);
    }

    private static void failed(SampleResult result, Exception cause) {
        result.setResponseCode(String.format(Locale.ROOT, "%scode: %s", NO_RESPONSE, cause.getClass().getName()));
        result.setResponseMessage(String.format(Locale.ROOT, "%smessage: %s", NO_RESPONSE, cause.getMessage()));
        result.setSuccessful(false);
    }

    @Override
    public void threadStarted() {
        // A connection is opened for the first request.
    }

    @Override
    public void threadFinished() {
        leave();
    }

    /** Stops waiting, from another thread. */
    @Override
    public boolean interrupt() {
        stopped = true;
        leave();
        return true;
    }

    private void leave() {
        var open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Closed is all it had to be.
            }
        }
    }
}
