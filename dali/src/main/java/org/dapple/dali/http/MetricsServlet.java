package org.dapple.dali.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.metrics.Metrics;

/** For Prometheus: the figures of a service, in its text format. */
public final class MetricsServlet extends Resource {

    private final transient Metrics metrics;

    public MetricsServlet(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(Metrics.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(metrics.text());
    }
}
