package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.tap.query.QueryService;
import org.dapple.tap.query.TapRequest;

/** {@code /tap/sync}: a query and its answer in one exchange (TAP 1.1 §2.3), by GET or POST. */
final class SyncServlet extends Resource {

    /** Room for the longest query with every character percent-encoded. */
    static final int MAX_PARAMETER_BYTES = 4 << 20;

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient BaseUrl baseUrl;
    private final transient QueryService queries;

    SyncServlet(BaseUrl baseUrl, QueryService queries) {
        super("GET, HEAD, OPTIONS, POST");
        this.baseUrl = baseUrl;
        this.queries = queries;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TapRequest query = TapRequest.of(parameters.read(request), baseUrl.of(request) + "/tap/sync");
        queries.run(query, new RequestParts(request), format -> {
            response.setContentType(format.mediaType());
            return response.getOutputStream();
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
