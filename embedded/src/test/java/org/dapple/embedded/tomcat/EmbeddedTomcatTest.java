package org.dapple.embedded.tomcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class EmbeddedTomcatTest {

    private static final ServletContainerInitializer ECHO =
            (classes, context) -> context.addServlet("echo", new Echo()).addMapping("/echo/*");

    @Test
    void answersOnThePortItReports() throws IOException {
        try (var tomcat = EmbeddedTomcat.start(0, Map.of("", ECHO))) {
            assertThat(get(tomcat, "/echo?q=a"))
                    .contains("200")
                    .contains("\r\nServer: Dapple\r\n")
                    .endsWith("a");
        }
    }

    @Test
    void takesQueriesAsClientsSendThem() throws IOException {
        try (var tomcat = EmbeddedTomcat.start(0, Map.of("", ECHO))) {
            assertThat(get(tomcat, "/echo?q=a<b|c[1]{}^\"")).contains("200").endsWith("a<b|c[1]{}^\"");
            assertThat(get(tomcat, "/echo?q=%E2%98%86")).endsWith("☆");
        }
    }

    @Test
    void mountsEachApplicationAtItsPath() throws IOException {
        try (var tomcat = EmbeddedTomcat.start(0, Map.of("", ECHO, "/other", ECHO))) {
            assertThat(get(tomcat, "/other/echo?q=b")).endsWith("b");
        }
    }

    @Test
    void tellsNothingOfItselfInErrors() throws IOException {
        try (var tomcat = EmbeddedTomcat.start(0, Map.of("", ECHO))) {
            assertThat(get(tomcat, "/nowhere")).contains("404").doesNotContainIgnoringCase("tomcat");
            assertThat(get(tomcat, "/echo/fail"))
                    .contains("500")
                    .doesNotContain("secret")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (var stranger = new ServerSocket(0)) {
            var port = stranger.getLocalPort();
            assertThatThrownBy(() -> EmbeddedTomcat.start(port, Map.of("", ECHO)))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void passesOnWhyAnApplicationDoesNotStart() {
        ServletContainerInitializer broken = (classes, context) -> {
            throw new IllegalArgumentException("no database");
        };
        assertThatThrownBy(() -> EmbeddedTomcat.start(0, Map.of("", broken)))
                .hasRootCauseMessage("no database")
                .hasMessageContaining("does not start");
    }

    @Test
    void letsARequestFinishWhenItStops() throws Exception {
        var tomcat = EmbeddedTomcat.start(0, Map.of("", ECHO));
        var answer = CompletableFuture.supplyAsync(() -> getUnchecked(tomcat, "/echo/slow?q=late"));
        assertThat(Echo.SLOW_STARTED.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        tomcat.close();
        assertThat(answer.get()).endsWith("late");
    }

    @Test
    void leavesNothingInTheWorkingFolder() {
        EmbeddedTomcat.start(0, Map.of("", ECHO)).close();
        assertThat(Path.of("").toAbsolutePath().toFile().list()).noneMatch(name -> name.startsWith("tomcat"));
    }

    /** One raw exchange, because java.net.http refuses to send what careless clients send. */
    private static String get(EmbeddedTomcat tomcat, String target) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), tomcat.port())) {
            var request = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            request.print("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            request.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String getUnchecked(EmbeddedTomcat tomcat, String target) {
        try {
            return get(tomcat, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private static final Semaphore SLOW_STARTED = new Semaphore(0);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if ("/fail".equals(request.getPathInfo())) {
                throw new IllegalStateException("secret");
            }
            if ("/slow".equals(request.getPathInfo())) {
                SLOW_STARTED.release();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
            response.setCharacterEncoding("UTF-8");
            var body = request.getParameter("q").getBytes(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
