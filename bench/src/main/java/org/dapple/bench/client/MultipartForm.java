package org.dapple.bench.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files (RFC 7578). */
public final class MultipartForm {

    private static final String BOUNDARY = "dapple-bench-boundary";

    public static final String MEDIA_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a parameter. */
    public MultipartForm field(String name, String value) {
        part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a VOTable as a file. */
    public MultipartForm file(String name, byte[] votable) {
        part("form-data; name=\"" + name + "\"; filename=\"table.vot\"", votable);
        return this;
    }

    /** The whole form. */
    public byte[] bytes() {
        ascii("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private void part(String disposition, byte[] content) {
        ascii("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n");
        body.writeBytes(content);
        ascii("\r\n");
    }

    private void ascii(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
