package org.dapple.bench.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A kept-alive HTTP connection that throws bodies away: it costs next to nothing, so that what is measured is the
 * server.
 */
public final class TapConnection implements AutoCloseable {

    private static final int READ_BUFFER = 256 * 1024;

    private final Socket socket;
    private final OutputStream out;
    private final ResponseReader in;

    /** Connects to a port of this machine. */
    public TapConnection(int port) throws IOException {
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
     * A synchronous query.
     *
     * @param parameters such as QUERY
     * @throws IOException with what the server said, when it is not 200 OK, or when the answer is cut
     */
    public Answer sync(Map<String, String> parameters) throws IOException {
        String form = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "LANG=ADQL&", ""));
        return post("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII));
    }

    /** A synchronous query in a form of any media type. */
    public Answer post(String mediaType, byte[] form) throws IOException {
        String head = "POST /tap/sync HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType
                + "\r\nContent-Length: " + form.length + "\r\n\r\n";
        byte[] request = new byte[head.length() + form.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(form, 0, request, head.length(), form.length);
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
