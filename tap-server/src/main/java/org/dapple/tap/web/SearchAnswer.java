package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.tap.client.ClientWatch;
import org.dapple.tap.client.WatchedClient;
import org.dapple.tap.query.QueryService;
import org.dapple.tap.search.Search;

/**
 * Answers searches, which are synchronous queries without ADQL.
 *
 * @param queries answers them
 * @param clients stops those of clients that leave
 */
record SearchAnswer(QueryService queries, ClientWatch clients) {

    void send(Search search, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (WatchedClient client = clients.watch(SyncServlet.channelOf(request))) {
            queries.run(search, client.departure(), format -> {
                response.setContentType(format.mediaType());
                return client.watched(response.getOutputStream());
            });
        }
    }

    /** The same without rows, and without running the query. */
    void sendHead(Search search, HttpServletResponse response) {
        response.setContentType(queries.judge(search).mediaType());
    }
}
