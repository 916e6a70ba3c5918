package org.dapple.tap.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.tap.change.ChangeFeed;
import org.dapple.tap.change.db.ChangePage;

/**
 * {@code /tap/changes}: what came, changed and went in ivoa.obscore after a cursor, as lines of JSON, or as server-sent
 * events to those who accept text/event-stream. Nobody who waits holds a thread.
 */
final class ChangesServlet extends Resource {

    private static final int MAX_PARAMETER_BYTES = 64 << 10;
    private static final String READER = ChangesServlet.class.getName();

    /** Something is sent that often, so that neither side takes the other for dead. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient ChangeFeed feed;

    ChangesServlet(ChangeFeed feed) {
        this.feed = feed;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean first = request.getDispatcherType() != DispatcherType.ASYNC;
        ChangeReader reader = first
                ? ChangeReader.of(parameters.read(request), request, feed)
                : (ChangeReader) request.getAttribute(READER);
        request.setAttribute(READER, reader);
        response.setHeader("Cache-Control", "no-store");
        if (!reader.isStream()) {
            lines(reader, request, response);
        } else if (first) {
            // The stream is written uncompressed, as what is written asynchronously is.
            request.startAsync().dispatch();
        } else {
            events(reader, request, response);
        }
    }

    private void lines(ChangeReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ChangePage page = feed.page(reader.cursor(), reader.limit());
        if (page.changes().isEmpty() && reader.left() > 0) {
            suspend(reader, reader.left(), request);
            return;
        }
        response.setContentType("application/x-ndjson");
        response.getOutputStream().write(ChangeText.lines(page).getBytes(StandardCharsets.UTF_8));
    }

    /** One page at a time; the client that has read it comes back for the next. */
    private void events(ChangeReader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ChangePage page = feed.page(reader.cursor(), reader.limit());
        reader.goTo(page.next());
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(ChangeText.events(page).getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        if (reader.left() > 0) {
            suspend(reader, page.isEnd() ? Math.min(reader.left(), SIGN_OF_LIFE.toMillis()) : 1, request);
        }
    }

    /** Whatever may fail comes before the request is suspended. What has come since the page was read wakes at once. */
    private void suspend(ChangeReader reader, long milliseconds, HttpServletRequest request) {
        reader.leave();
        Runnable leaveRoom = feed.enter();
        reader.occupies(leaveRoom);
        WaitingClient client = new WaitingClient(wake -> {
            Runnable listenNoMore = feed.onChange(wake);
            return () -> {
                listenNoMore.run();
                leaveRoom.run();
            };
        });
        try {
            if (!feed.page(reader.cursor(), 1).isEnd()) {
                client.wake();
            }
        } catch (RuntimeException e) {
            client.leave();
            throw e;
        }
        client.await(request.startAsync(), milliseconds);
    }
}
