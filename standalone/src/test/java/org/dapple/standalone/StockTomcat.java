package org.dapple.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The Tomcat that Maven Central has, as a process of its own, with the two WARs where an operator puts them. */
final class StockTomcat implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path base;
    private final int port;
    private final Process process;

    private StockTomcat(Path base, int port, Process process) {
        this.base = base;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one and waits until it has deployed what it can.
     *
     * @param base an empty folder for it
     * @param settings variables of its environment
     */
    static StockTomcat start(Path base, Map<String, String> settings) throws IOException, InterruptedException {
        Path home = only(Path.of("target", "tomcat"), "apache-tomcat-").toAbsolutePath();
        int port = freePort();
        Files.createDirectories(base.resolve("conf"));
        Files.createDirectories(base.resolve("temp"));
        Files.createDirectories(base.resolve("webapps"));
        String server = Files.readString(home.resolve("conf/server.xml"));
        Files.writeString(
                base.resolve("conf/server.xml"),
                server.replace("port=\"8080\"", "port=\"" + port + "\"").replace("port=\"8005\"", "port=\"-1\""));
        Files.copy(home.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
        Files.copy(war("tap-server"), base.resolve("webapps/ROOT.war"));
        Files.copy(war("datalink-service"), base.resolve("webapps/datalink.war"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + base,
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "org.apache.catalina.startup.Bootstrap",
                "start");
        builder.redirectErrorStream(true).redirectOutput(base.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DAPPLE_"));
        builder.environment().putAll(settings);
        StockTomcat tomcat = new StockTomcat(base, port, builder.start());
        tomcat.awaitStart();
        return tomcat;
    }

    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return get(port, pathAndQuery);
    }

    static HttpResponse<String> get(int port, String pathAndQuery) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + pathAndQuery);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    String log() throws IOException {
        return Files.readString(base.resolve("log"));
    }

    private void awaitStart() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(TO_START);
        while (!log().contains("Server startup in")) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                close();
                throw new AssertionError("Tomcat does not start:\n" + log());
            }
            Thread.sleep(100);
        }
    }

    private static Path war(String module) throws IOException {
        return only(Path.of("..", module, "target"), module + "-", "-webapp.war");
    }

    private static Path only(Path folder, String beginning) throws IOException {
        return only(folder, beginning, "");
    }

    private static Path only(Path folder, String beginning, String end) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)
                            && file.getFileName().toString().endsWith(end))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "This test needs " + folder + "/" + beginning + "…" + end + ": mvn package"));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
