package org.dapple.dali.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A document of some kilobytes that seldom changes: made each time, but not sent to who has it as it is (RFC 9110 §13.1.2).
 */
public final class TaggedDocument {

    private static final int TAG_BYTES = 16;

    private final String mediaType;
    private final byte[] content;

    private TaggedDocument(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content;
    }

    /** Writes the content of a document. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** A document that is written now. */
    public static TaggedDocument of(String mediaType, Writing writing) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        writing.to(content);
        return new TaggedDocument(mediaType, content.toByteArray());
    }

    /** Answers a GET or HEAD. A cache may keep the document and has to ask each time whether it still holds. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EntityTag tag = tag();
        response.setHeader("ETag", tag.text());
        response.setHeader("Cache-Control", "no-cache");
        if (tag.isAmong(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(mediaType);
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    private EntityTag tag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return EntityTag.of(HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
