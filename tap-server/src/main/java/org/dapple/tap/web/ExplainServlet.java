package org.dapple.tap.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.adql.AdqlException;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.tap.compile.QueryFaults;
import org.dapple.tap.explain.ExplainService;
import org.dapple.tap.explain.ExplainedFault;
import org.dapple.tap.explain.Explanation;
import org.dapple.tap.query.TapRequest;

/**
 * {@code /tap/explain}: what would become of a query that {@code /tap/sync} were sent, as JSON. No standard has such a
 * resource; as its answers are JSON, so are its faults, with the HTTP status that they have everywhere.
 */
final class ExplainServlet extends Resource {

    private final transient ObjectWriter json = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build()
            .writerWithDefaultPrettyPrinter();

    private final transient HttpParameters parameters = new HttpParameters(SyncServlet.MAX_PARAMETER_BYTES);
    private final transient ExplainService explanations;

    ExplainServlet(ExplainService explanations) {
        super("GET, HEAD, OPTIONS, POST");
        this.explanations = explanations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            TapRequest asked = TapRequest.of(parameters.read(request));
            Explanation explanation = explanations.explain(asked.query(), asked.version());
            send(HttpServletResponse.SC_OK, explanation, response);
        } catch (AdqlException error) {
            send(QueryFaults.of(error).category().httpStatus(), ExplainedFault.of(error), response);
        } catch (RuntimeException failure) {
            ServiceFault fault = ServiceFault.from(failure);
            fault.retryAfter().ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds())));
            send(fault.category().httpStatus(), ExplainedFault.of(fault), response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private void send(int status, Object answer, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), answer);
    }
}
