package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channel;
import java.util.Optional;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.tap.client.ClientWatch;
import org.dapple.tap.client.WatchedClient;
import org.dapple.tap.query.QueryService;
import org.dapple.tap.query.TapRequest;

/** {@code /tap/sync}: a query and its answer in one exchange (TAP 1.1 §2.3), by GET or POST. */
final class SyncServlet extends Resource {

    /** Room for the longest query with every character percent-encoded. */
    static final int MAX_PARAMETER_BYTES = 4 << 20;

    /** Where Dapple's own Tomcat says whether the client is still there. */
    private static final String CLIENT = "org.dapple.client";

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient BaseUrl baseUrl;
    private final transient QueryService queries;
    private final transient ClientWatch clients;

    SyncServlet(BaseUrl baseUrl, QueryService queries, ClientWatch clients) {
        super("GET, HEAD, OPTIONS, POST");
        this.baseUrl = baseUrl;
        this.queries = queries;
        this.clients = clients;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TapRequest query = TapRequest.of(parameters.read(request), baseUrl.of(request) + "/tap/sync");
        try (WatchedClient client = clients.watch(channelOf(request))) {
            queries.run(query, new RequestParts(request), client.departure(), format -> {
                response.setContentType(format.mediaType());
                return client.watched(response.getOutputStream());
            });
        }
    }

    /** As for GET, but without running the query. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(
                queries.judge(TapRequest.of(parameters.read(request))).mediaType());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    static Optional<Channel> channelOf(HttpServletRequest request) {
        return request.getAttribute(CLIENT) instanceof Channel client ? Optional.of(client) : Optional.empty();
    }
}
