package org.dapple.dali.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** For orchestrators: 200 when healthy, 503 with a line of text when not. */
public final class HealthServlet extends Resource {

    private final transient Supplier<Optional<String>> problem;

    /** @param problem why it is not healthy, in words for the public; asked at each request */
    public HealthServlet(Supplier<Optional<String>> problem) {
        this.problem = problem;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> found = problem.get();
        response.setStatus(found.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println(found.orElse("ok"));
    }
}
