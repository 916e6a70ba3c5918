package org.dapple.tap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A small DataLink service elsewhere: one link for each ID it is asked for; it remembers the requests. */
final class DataLinkServer implements BeforeAllCallback, AfterAllCallback {

    private static final String ANSWER = """
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
            <RESOURCE type="results"><INFO name="QUERY_STATUS" value="OK"/><TABLE>
            <FIELD name="ID" datatype="char" arraysize="*"/><FIELD name="access_url" datatype="char" arraysize="*"/>
            <FIELD name="service_def" datatype="char" arraysize="*"/>
            <FIELD name="semantics" datatype="char" arraysize="*"/>
            <DATA><TABLEDATA>
            %s
            </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
            """;
    private static final String ROW = "<TR><TD>%s</TD><TD>https://example.org/file</TD><TD/><TD>#this</TD></TR>";

    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/datalink/links", this::answer);
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
    }

    /** What is before {@code /datalink/links}. */
    String siteUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The IDs of each request so far. */
    List<List<String>> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = exchange.getRequestMethod().equals("POST")
                ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : exchange.getRequestURI().getRawQuery();
        List<String> ids = Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith("ID="))
                .map(pair -> URLDecoder.decode(pair.substring(3), StandardCharsets.UTF_8))
                .toList();
        requests.add(ids);
        byte[] body = ANSWER.formatted(ids.stream()
                        .map(id -> ROW.formatted(id.replace("&", "&amp;").replace("<", "&lt;")))
                        .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-votable+xml;content=datalink");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
