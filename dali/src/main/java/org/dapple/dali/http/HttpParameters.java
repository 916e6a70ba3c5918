package org.dapple.dali.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;

/**
 * Reads the parameters of a request (DALI 1.1 §3): those of the query string and those of the body, urlencoded or
 * multipart, always UTF-8. Parts with a file name are not parameters; they stay with the request.
 */
public final class HttpParameters {

    private final int maxBytes;

    /**
     * A reader with a limit.
     *
     * @param maxBytes how long the query string, an urlencoded body and the text parts of a multipart body may be
     */
    public HttpParameters(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * The parameters of a request whose body nobody has read yet. For multipart bodies the servlet needs a
     * multipart-config.
     *
     * @throws ServiceFault when they are too long, not UTF-8, badly encoded, or the body is of another media type
     * @throws IOException when the client is gone
     */
    public Parameters read(HttpServletRequest request) throws IOException {
        ParameterCollector collector = new ParameterCollector();
        if (request.getQueryString() != null) {
            limit(request.getQueryString().length(), "query string");
            collector.addUrlEncoded(request.getQueryString());
        }
        if (request.getMethod().equals("POST")) {
            readBody(request, collector);
        }
        return collector.parameters();
    }

    private void readBody(HttpServletRequest request, ParameterCollector collector) throws IOException {
        requireUncoded(request);
        String mediaType = mediaType(request);
        switch (mediaType) {
            case "application/x-www-form-urlencoded" -> {
                limit(request.getContentLengthLong(), "body");
                collector.addUrlEncoded(text(request.getInputStream(), "body"));
            }
            case "multipart/form-data" -> readParts(request, collector);
            case "" -> requireNoBody(request);
            default ->
                throw ServiceFault.of(
                        FaultCategory.MEDIA_TYPE,
                        "The body of the POST is '%s'; parameters are sent as application/x-www-form-urlencoded or multipart/form-data."
                                .formatted(mediaType));
        }
    }

    private static void requireUncoded(HttpServletRequest request) {
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.equalsIgnoreCase("identity")) {
            throw ServiceFault.of(
                    FaultCategory.MEDIA_TYPE,
                    "The body of the POST has Content-Encoding '%s'; it is sent as it is. Files in its parts may be compressed."
                            .formatted(coding));
        }
    }

    private void readParts(HttpServletRequest request, ParameterCollector collector) throws IOException {
        for (Part part : parts(request)) {
            if (part.getSubmittedFileName() == null) {
                collector.add(part.getName(), text(part.getInputStream(), "part " + part.getName()));
            }
        }
    }

    private static Collection<Part> parts(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (IllegalStateException beyondLimits) {
            throw ServiceFault.of(FaultCategory.TOO_LARGE, "The multipart body is larger than this service takes.");
        } catch (IOException | ServletException malformed) {
            throw ServiceFault.usage("The multipart body cannot be read: its parts or its boundary are malformed.");
        }
    }

    private String text(InputStream in, String what) throws IOException {
        byte[] bytes = in.readNBytes(maxBytes + 1);
        limit(bytes.length, what);
        return Utf8.decode(bytes, 0, bytes.length, "The " + what);
    }

    private void limit(long length, String what) {
        if (length > maxBytes) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE, "The %s is longer than %,d bytes; send less.".formatted(what, maxBytes));
        }
    }

    private static void requireNoBody(HttpServletRequest request) throws IOException {
        if (request.getInputStream().read() >= 0) {
            throw ServiceFault.usage(
                    "The body of the POST has no Content-Type; parameters are sent as application/x-www-form-urlencoded or multipart/form-data.");
        }
    }

    private static String mediaType(HttpServletRequest request) {
        String contentType = request.getContentType();
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
