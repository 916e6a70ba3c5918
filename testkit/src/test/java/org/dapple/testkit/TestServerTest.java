package org.dapple.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestServerTest {

    @RegisterExtension
    static final TestServer server = TestServer.of(
            () -> (classes, context) -> context.addServlet("echo", new Echo()).addMapping("/echo"));

    @Test
    void getsAndPostsParametersEncoded() {
        var query = Map.of("q", "SELECT 'a&b' ☆");
        assertThat(server.get("/echo", query).body()).isEqualTo("GET SELECT 'a&b' ☆");
        assertThat(server.post("/echo", query).body()).isEqualTo("POST SELECT 'a&b' ☆");
    }

    @Test
    void passesOnTheStatus() {
        assertThat(server.get("/nowhere").statusCode()).isEqualTo(404);
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.setCharacterEncoding("UTF-8");
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(request.getMethod() + " " + request.getParameter("q"));
        }
    }
}
