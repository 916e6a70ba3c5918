package org.dapple.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Answers like a Rucio server (41) about which DIDs there are, or is out of order in some way. */
final class TestRucio implements AutoCloseable {

    static final String TOKEN = "operator-1234";

    /** Ways in which it is out of order. */
    enum Mood {
        WELL,
        LISTS_NOTHING,
        FAILS_TO_LIST,
        BREAKS_OFF,
        FAILS_TO_TELL,
        BEHIND_A_LOST_PROXY
    }

    private final HttpServer server;
    private final Set<String> dids = new TreeSet<>();
    private volatile Mood mood = Mood.WELL;

    TestRucio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Names as scope:name. */
    void has(String... names) {
        dids.clear();
        dids.addAll(Set.of(names));
    }

    void feels(Mood other) {
        mood = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Rucio-Auth-Token"))) {
                error(exchange, 401, "CannotAuthenticate");
                return;
            }
            String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
            String scope = decoded(path[2]);
            if (path.length == 5 && path[3].equals("dids") && path[4].equals("search")) {
                list(exchange, scope);
            } else {
                tell(exchange, scope, decoded(path[3]));
            }
        }
    }

    private void list(HttpExchange exchange, String scope) throws IOException {
        if (mood == Mood.FAILS_TO_LIST) {
            error(exchange, 500, "DatabaseException");
            return;
        }
        StringBuilder lines = new StringBuilder();
        if (mood != Mood.LISTS_NOTHING) {
            for (String did : dids) {
                if (did.startsWith(scope + ":")) {
                    lines.append(json(did.substring(scope.length() + 1))).append('\n');
                }
            }
        }
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-json-stream");
        exchange.sendResponseHeaders(200, mood == Mood.BREAKS_OFF ? body.length + 100 : 0);
        exchange.getResponseBody().write(body);
    }

    private void tell(HttpExchange exchange, String scope, String name) throws IOException {
        if (mood == Mood.FAILS_TO_TELL) {
            error(exchange, 500, "DatabaseException");
        } else if (mood == Mood.BEHIND_A_LOST_PROXY) {
            exchange.sendResponseHeaders(404, -1);
        } else if (dids.contains(scope + ":" + name)) {
            byte[] body =
                    json(Map.of("scope", scope, "name", name, "type", "FILE")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } else {
            error(exchange, 404, "DataIdentifierNotFound");
        }
    }

    private static void error(HttpExchange exchange, int status, String name) throws IOException {
        byte[] body =
                json(Map.of("ExceptionClass", name, "ExceptionMessage", name)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ExceptionClass", name);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String json(Object value) throws IOException {
        return new ObjectMapper().writeValueAsString(value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
