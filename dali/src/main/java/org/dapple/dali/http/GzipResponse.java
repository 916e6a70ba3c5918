package org.dapple.dali.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A response whose body is compressed, unless its first byte finds it of a kind that had better not be. */
final class GzipResponse extends HttpServletResponseWrapper {

    private static final String CONTENT_ENCODING = "Content-Encoding";
    /** Formats that are compressed within. */
    private static final Set<String> COMPRESSED = Set.of("application/vnd.apache.parquet", "application/gzip");

    private GzipBody body;
    private PrintWriter writer;

    GzipResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (body == null) {
            body = new GzipBody(super.getOutputStream(), this::begin);
        }
        return body;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (body != null) {
            body.flush();
        }
        super.flushBuffer();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forgetBody();
    }

    @Override
    public void reset() {
        super.reset();
        forgetBody();
    }

    /** Ends the body; without it a client knows that something is missing. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (body != null) {
            body.finish();
        }
    }

    /**
     * Called at the first byte of the body; says whether it is compressed. Compressed bytes are another content with a
     * tag of their own, so that nobody goes on in them where the uncompressed ones broke off.
     */
    private boolean begin() {
        if (!isWorthwhile()) {
            return false;
        }
        setHeader(CONTENT_ENCODING, "gzip");
        setHeader("Content-Length", null);
        if (getHeader("ETag") != null) {
            setHeader("ETag", getHeader("ETag").replaceFirst("\"$", "-gzip\""));
        }
        return true;
    }

    private boolean isWorthwhile() {
        String type = getContentType() == null ? "" : getContentType().split(";", 2)[0];
        return !isCommitted()
                && !containsHeader(CONTENT_ENCODING)
                && !containsHeader("Content-Range")
                && !COMPRESSED.contains(type.toLowerCase(Locale.ROOT));
    }

    private void forgetBody() {
        setHeader(CONTENT_ENCODING, null);
        writer = null;
        if (body != null) {
            body.restart();
        }
    }
}
