package org.dapple.bench.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers of HTTP/1.1 (RFC 9112) whose bodies nobody wants. */
final class ResponseReader {

    /** Bytes of a body that are kept for a message. */
    private static final int KEPT = 2000;

    private final InputStream in;
    private final byte[] buffer;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int at;
    private int end;

    ResponseReader(InputStream in, int bufferSize) {
        this.in = in;
        this.buffer = new byte[bufferSize];
    }

    /** Returns when the server has begun to answer. */
    void awaitFirstByte() throws IOException {
        if (at == end) {
            fill();
        }
    }

    /**
     * Reads one answer to its end.
     *
     * @return bytes of its body
     * @throws IOException when it is not 200 OK, or is cut
     */
    long readAnswer() throws IOException {
        kept.reset();
        String status = line();
        long length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
        }
        long bytes = length >= 0 ? skip(length) : chunks();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + "\n" + kept.toString(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private long chunks() throws IOException {
        long bytes = 0;
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            bytes += skip(size);
            line();
        }
        line();
        return bytes;
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private long skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            awaitFirstByte();
            int part = (int) Math.min(left, end - at);
            kept.write(buffer, at, Math.min(part, KEPT - Math.min(KEPT, kept.size())));
            at += part;
            left -= part;
        }
        return count;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = read(); b != '\n'; b = read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    private int read() throws IOException {
        awaitFirstByte();
        return buffer[at++];
    }

    private void fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException("the server has closed the connection");
        }
    }
}
