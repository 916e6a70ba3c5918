package org.dapple.bench.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A kept-alive HTTP connection that throws bodies away: it costs next to nothing, so that what is measured is the
 * server.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int READ_BUFFER = 256 * 1024;

    private final Socket socket;
    private final OutputStream out;
    private final ResponseReader in;

    /** Connects to a port of this machine. */
    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new ResponseReader(socket.getInputStream(), READ_BUFFER);
    }

    /**
     * How an answer came.
     *
     * @param bytes of its body
     * @param firstByteNanos from the request to its first byte
     * @param nanos from the request to its last byte
     */
    public record Answer(long bytes, long firstByteNanos, long nanos) {

        /** Milliseconds from the request to its first byte. */
        public double firstByteMillis() {
            return firstByteNanos / 1e6;
        }
    }

    /**
     * GET of a path with its query.
     *
     * @throws IOException with what the server said, when it is not 200 OK, or when the answer is cut
     */
    public Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);
    }

    /**
     * POST of a body.
     *
     * @param headers each with its line end, such as that of the media type
     * @throws IOException with what the server said, when it is not 200 OK, or when the answer is cut
     */
    public Answer post(String path, String headers, byte[] body) throws IOException {
        return send(
                "POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(path, headers, body.length),
                body);
    }

    private Answer send(String head, byte[] body) throws IOException {
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        long begin = System.nanoTime();
        out.write(request);
        in.awaitFirstByte();
        long firstByte = System.nanoTime();
        long bytes = in.readAnswer();
        return new Answer(bytes, firstByte - begin, System.nanoTime() - begin);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
