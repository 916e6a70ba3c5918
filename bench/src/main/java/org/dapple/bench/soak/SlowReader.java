package org.dapple.bench.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A client that asks for a large result, reads a kilobyte each second, and comes again when it is sent away. */
final class SlowReader implements Runnable {

    private static final String LARGE = "SELECT a.* FROM ivoa.obscore AS a, tap_schema.columns AS b";
    private static final int SIP = 1024;
    private static final long PAUSE_MILLIS = 1000;
    private static final long RETRY_MILLIS = 5000;
    private static final int HEAD = 1200;

    private final int port;
    private final Tally tally;
    private final AtomicBoolean ended;

    /** What all of them have seen. */
    record Tally(AtomicLong answered, AtomicLong refused, AtomicLong refusedWithoutAdvice, AtomicLong brokenOff) {
        Tally() {
            this(new AtomicLong(), new AtomicLong(), new AtomicLong(), new AtomicLong());
        }
    }

    SlowReader(int port, Tally tally, AtomicBoolean ended) {
        this.port = port;
        this.tally = tally;
        this.ended = ended;
    }

    @Override
    public void run() {
        while (!ended.get()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setReceiveBufferSize(SIP);
                ask(socket);
                read(socket.getInputStream());
            } catch (IOException e) {
                tally.brokenOff.incrementAndGet();
            }
            sleep(RETRY_MILLIS);
        }
    }

    private static void ask(Socket socket) throws IOException {
        String request =
                "GET /tap/sync?MAXREC=20000000&QUERY=%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .formatted(URLEncoder.encode(LARGE, StandardCharsets.UTF_8));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private void read(InputStream in) throws IOException {
        String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        if (!head.startsWith("HTTP/1.1 200")) {
            tally.refused.incrementAndGet();
            boolean advised = head.startsWith("HTTP/1.1 503") && head.contains("\r\nRetry-After: ");
            tally.refusedWithoutAdvice.addAndGet(advised ? 0 : 1);
            return;
        }
        tally.answered.incrementAndGet();
        while (!ended.get()) {
            if (in.readNBytes(SIP).length < SIP) {
                tally.brokenOff.incrementAndGet();
                return;
            }
            sleep(PAUSE_MILLIS);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
