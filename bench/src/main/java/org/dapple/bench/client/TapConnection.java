package org.dapple.bench.client;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.dapple.bench.client.HttpConnection.Answer;

/** A TAP service over one connection. */
public final class TapConnection implements AutoCloseable {

    private final HttpConnection http;

    /** Connects to a port of this machine. */
    public TapConnection(int port) throws IOException {
        http = new HttpConnection(port);
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
        return http.post("/tap/sync", "Content-Type: " + mediaType + "\r\n", form);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
