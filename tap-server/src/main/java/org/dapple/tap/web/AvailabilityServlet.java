package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.http.Resource;
import org.dapple.dali.vosi.Availability;
import org.dapple.tap.db.Database;

/** {@code /tap/availability} (VOSI 1.1 §2.2): asks the database each time. */
final class AvailabilityServlet extends Resource {

    private final transient Database database;
    private final Instant startedAt;

    AvailabilityServlet(Database database, Instant startedAt) {
        this.database = database;
        this.startedAt = startedAt;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> problem = database.problem();
        response.setContentType("application/xml");
        response.setHeader("Cache-Control", "no-store");
        new Availability(problem.isEmpty(), startedAt, List.of(problem.orElse("The database answers.")))
                .write(response.getOutputStream());
    }
}
