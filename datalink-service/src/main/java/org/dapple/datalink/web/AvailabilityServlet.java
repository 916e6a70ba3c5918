package org.dapple.datalink.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dapple.dali.http.Resource;
import org.dapple.dali.vosi.Availability;

/** {@code /datalink/availability} (VOSI 1.1 §2.2): asks each time. */
final class AvailabilityServlet extends Resource {

    private final transient Supplier<Optional<String>> problem;
    private final Instant startedAt;

    AvailabilityServlet(Supplier<Optional<String>> problem, Instant startedAt) {
        this.problem = problem;
        this.startedAt = startedAt;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> found = problem.get();
        response.setContentType("application/xml");
        response.setHeader("Cache-Control", "no-store");
        new Availability(found.isEmpty(), startedAt, List.of(found.orElse("Links can be told.")))
                .write(response.getOutputStream());
    }
}
