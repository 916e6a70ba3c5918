package org.dapple.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Rucio server for tests, over real HTTP: it answers as Rucio 41 does, with its peculiarities, or in another
 * {@link RucioMood}. What it holds are the lines that its interface would send.
 */
public final class TestRucio implements AutoCloseable {

    /** User and password that it knows. */
    public static final String USER = "dapple";

    public static final String PASSWORD = "secret & more";

    private final JsonMapper json = new JsonMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, JsonNode> replicas = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> dids = new ConcurrentHashMap<>();
    private final Map<String, List<String>> children = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> rses = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> attributes = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger listings = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile RucioMood mood = RucioMood.WELL;

    /** One on a free port that holds nothing. */
    public TestRucio() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens, without a trailing slash. */
    public String url() {
        return "http://localhost:" + port();
    }

    /** The port on which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** A file, as a line of POST /replicas/list. */
    public void addFile(String line) {
        JsonNode node = parsed(line);
        String did = node.path("scope").asText() + ":" + node.path("name").asText();
        replicas.put(did, node);
        addDid(node.path("scope").asText(), node.path("name").asText(), "FILE");
    }

    /** A DID of a type: FILE, DATASET or CONTAINER. */
    public void addDid(String scope, String name, String type) {
        dids.put(
                scope + ":" + name,
                json.createObjectNode().put("scope", scope).put("name", name).put("type", type));
    }

    /** A dataset or container, and the DIDs in it as {@code scope:name}. */
    public void addCollection(String scope, String name, String type, List<String> members) {
        addDid(scope, name, type);
        children.put(scope + ":" + name, List.copyOf(members));
    }

    /** A storage element, as a line of GET /rses/, and its attributes. */
    public void addRse(String line, String attributesOfIt) {
        JsonNode rse = parsed(line);
        rses.put(rse.path("rse").asText(), rse);
        attributes.put(rse.path("rse").asText(), parsed(attributesOfIt));
    }

    public void setMood(RucioMood mood) {
        this.mood = mood;
    }

    /** From now on no token that it gave counts. */
    public void expireTokens() {
        tokens.clear();
    }

    /** How often it was asked for replicas. */
    public int listings() {
        return listings.get();
    }

    /** How often it, or its token endpoint, was asked for a token. */
    public int logins() {
        return logins.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (isIgnored(path)) {
                TimeUnit.SECONDS.sleep(RucioAnswer.PATIENCE_SECONDS);
            } else if (path.equals("/auth/userpass")) {
                login(exchange);
            } else if (path.equals("/auth/x509_proxy")) {
                welcome(exchange);
            } else if (path.equals("/token")) {
                clientCredentials(exchange);
            } else if (isAuthenticated(exchange)) {
                route(exchange, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isIgnored(String path) {
        return switch (mood) {
            case DEAF -> true;
            case SILENT_ABOUT_ATTRIBUTES -> path.endsWith("/attr/");
            case SILENT_ABOUT_DIDS -> path.startsWith("/dids/");
            default -> false;
        };
    }

    private void login(HttpExchange exchange) throws IOException {
        if (!USER.equals(exchange.getRequestHeaders().getFirst("X-Rucio-Username"))
                || !PASSWORD.equals(exchange.getRequestHeaders().getFirst("X-Rucio-Password"))) {
            error(exchange, 401, "CannotAuthenticate", "Cannot authenticate to account");
        } else {
            welcome(exchange);
        }
    }

    /** A certificate has been judged by what stands before Rucio and ends TLS. */
    private void welcome(HttpExchange exchange) throws IOException {
        logins.incrementAndGet();
        exchange.getResponseHeaders().set("X-Rucio-Auth-Token", newToken());
        exchange.getResponseHeaders().set("X-Rucio-Auth-Token-Expires", "Mon, 24 Nov 2098 18:00:00 UTC");
        exchange.sendResponseHeaders(200, -1);
    }

    private void clientCredentials(HttpExchange exchange) throws IOException {
        logins.incrementAndGet();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String login =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        boolean right = form.contains("grant_type=client_credentials")
                && form.contains("audience=rucio")
                && login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        send(
                exchange,
                right ? 200 : 401,
                right
                        ? "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 3600}"
                                .formatted(newToken())
                        : "{\"error\": \"invalid_client\"}");
    }

    /** A token that counts until {@link #expireTokens()}. */
    public String newToken() {
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return token;
    }

    private boolean isAuthenticated(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("X-Rucio-Auth-Token");
        if (token == null) {
            error(exchange, 400, "ValueError", "Token was not passed");
        } else if (!tokens.contains(token)) {
            error(exchange, 401, "CannotAuthenticate", "Cannot authenticate with given credentials");
        }
        return token != null && tokens.contains(token);
    }

    private void route(HttpExchange exchange, String path) throws IOException, InterruptedException {
        if (path.equals("/replicas/list")) {
            listings.incrementAndGet();
            list(exchange);
        } else if (path.equals("/rses/")) {
            send(exchange, 200, lines(rses.values()));
        } else if (path.startsWith("/rses/") && path.endsWith("/attr/")) {
            found(exchange, attributes.get(path.substring("/rses/".length(), path.length() - "/attr/".length())));
        } else if (path.startsWith("/dids/") && path.endsWith("/dids")) {
            List<String> members = children.getOrDefault(did(path.substring(0, path.length() - 5)), List.of());
            send(exchange, 200, lines(members.stream().map(dids::get).toList()));
        } else if (path.startsWith("/dids/")) {
            found(exchange, dids.get(did(path)));
        } else {
            error(exchange, 404, "NotFound", path);
        }
    }

    private static String did(String path) {
        return path.substring("/dids/".length()).replaceFirst("/", ":");
    }

    private void list(HttpExchange exchange) throws IOException, InterruptedException {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null && !accept.equals("*/*") && !accept.equals("application/x-json-stream")) {
            error(exchange, 406, "NotAcceptable", accept);
            return;
        }
        StringBuilder found = new StringBuilder();
        for (JsonNode did : json.readTree(exchange.getRequestBody()).path("dids")) {
            JsonNode line = replicas.get(
                    did.path("scope").asText() + ":" + did.path("name").asText());
            found.append(line == null ? "" : line + "\n");
        }
        new RucioAnswer(exchange).send(mood, found.toString());
    }

    private static String lines(Collection<JsonNode> nodes) {
        StringBuilder lines = new StringBuilder();
        nodes.forEach(node -> lines.append(node).append('\n'));
        return lines.toString();
    }

    private void found(HttpExchange exchange, JsonNode node) throws IOException {
        if (node == null) {
            error(exchange, 404, "DataIdentifierNotFound", "Data identifier not found");
        } else {
            send(exchange, 200, node.toString());
        }
    }

    private static void error(HttpExchange exchange, int status, String kind, String message) throws IOException {
        exchange.getResponseHeaders().set("ExceptionClass", kind);
        exchange.getResponseHeaders().set("ExceptionMessage", message);
        send(exchange, status, "{\"ExceptionClass\": \"%s\", \"ExceptionMessage\": \"%s\"}".formatted(kind, message));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
