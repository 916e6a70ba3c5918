package org.dapple.dali.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A content that does not change: sent as a whole, in part, or not at all to who has it already (RFC 9110 §13, §14).
 *
 * @param name of this content, which no other one has, of letters, digits and dashes
 * @param mediaType what it is served as
 * @param since when it is there
 * @param channel the content; closed by the caller
 */
public record StoredContent(String name, String mediaType, Instant since, SeekableByteChannel channel) {

    private static final int BUFFER = 1 << 16;

    /** Answers a GET or HEAD. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EntityTag tag = EntityTag.of(name);
        response.setHeader("ETag", tag.text());
        response.setHeader("Accept-Ranges", "bytes");
        response.setDateHeader("Last-Modified", since.toEpochMilli());
        if (isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(mediaType);
        Optional<ByteRange> range = tag.isMeantBy(request.getHeader("If-Range"))
                ? ByteRange.of(request.getHeader("Range"), channel.size())
                : Optional.empty();
        if (range.isEmpty()) {
            copy(new ByteRange(0, channel.size() - 1), request, response);
        } else {
            part(range.get(), request, response);
        }
    }

    /** By its tag if one is given, else by its time (RFC 9110 §13.2.2). */
    private boolean isKnown(EntityTag tag, HttpServletRequest request) {
        String tags = request.getHeader("If-None-Match");
        return tags == null ? isNotModified(request) : tag.isAmong(tags);
    }

    /** What is no date is as if it were not there; dates of HTTP have whole seconds. */
    private boolean isNotModified(HttpServletRequest request) {
        try {
            return request.getDateHeader("If-Modified-Since")
                    >= since.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        } catch (IllegalArgumentException noDate) {
            return false;
        }
    }

    private void part(ByteRange range, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!range.isSatisfiable()) {
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            response.setHeader("Content-Range", "bytes */" + channel.size());
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), channel.size()));
        copy(range, request, response);
    }

    private void copy(ByteRange range, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentLengthLong(range.length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        InputStream in = Channels.newInputStream(channel.position(range.first()));
        OutputStream out = response.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        long left = range.length();
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("a stored content is shorter than it was");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
