package org.dapple.datalink.replica.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.dapple.datalink.replica.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP with limits: an answer is there, whole, within a time, or it is a failure; of a long one no more is read than a
 * limit. Serves many threads.
 */
public final class Wire implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final HttpClient client;
    private final Duration timeout;
    private final long mostBytes;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Wire::thread);

    /**
     * A client.
     *
     * @param timeout from the question to the last byte of the answer
     * @param mostBytes of an answer that are read
     */
    public Wire(Duration timeout, long mostBytes) {
        this(HttpClient.newBuilder(), timeout, mostBytes);
    }

    /** A client that proves who it is by its certificate. */
    public Wire(SSLContext identity, Duration timeout, long mostBytes) {
        this(HttpClient.newBuilder().sslContext(identity), timeout, mostBytes);
    }

    private Wire(HttpClient.Builder builder, Duration timeout, long mostBytes) {
        this.client = builder.connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .build();
        this.timeout = timeout;
        this.mostBytes = mostBytes;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Makes something of an answer. */
    public interface AnswerReader<A> {

        A read(HttpResponse<?> head, InputStream body) throws IOException;
    }

    /**
     * Asks and reads the answer, of any status.
     *
     * @param until when it must be there, if that is earlier than the timeout
     * @throws HttpTimeoutException when it is not there in time
     * @throws IOException when it is not there, not whole, too long or not what the reader expects
     */
    public <A> A ask(HttpRequest request, Deadline until, AnswerReader<A> reader) throws IOException {
        Deadline end = until.atMost(timeout);
        throwIfLate(end, null);
        HttpResponse<InputStream> response = headOf(client.sendAsync(request, BodyHandlers.ofInputStream()), end);
        InputStream body = response.body();
        ScheduledFuture<?> guard = timer.schedule(() -> close(body), end.left().toNanos(), TimeUnit.NANOSECONDS);
        try (body) {
            A answer = reader.read(response, new BoundedStream(body, mostBytes));
            throwIfLate(end, null);
            return answer;
        } catch (IOException e) {
            throwIfLate(end, e);
            throw e;
        } finally {
            guard.cancel(false);
        }
    }

    private HttpResponse<InputStream> headOf(CompletableFuture<HttpResponse<InputStream>> sent, Deadline end)
            throws IOException {
        try {
            return sent.get(end.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new HttpTimeoutException("no answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sent.cancel(true);
            throw new IOException("interrupted", e);
        }
    }

    private void throwIfLate(Deadline end, IOException cause) throws HttpTimeoutException {
        if (end.isOver()) {
            HttpTimeoutException late = new HttpTimeoutException("no whole answer in time");
            late.initCause(cause);
            throw late;
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("the connection was gone already", e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dapple-datalink-timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
