package org.dapple.tap.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.FaultForm;
import org.dapple.dali.http.FaultResponse;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.dali.param.Parameters;
import org.dapple.tap.search.Search;

/** What is asked of a simple protocol, by GET or POST. */
final class SearchServlet extends Resource {

    private static final String FAULTS = "org.dapple.tap.search.faults";
    private static final int MAX_PARAMETER_BYTES = 1 << 20;

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient BaseUrl baseUrl;
    private final transient SearchDoor door;
    private final transient SearchAnswer answer;

    SearchServlet(BaseUrl baseUrl, SearchDoor door, SearchAnswer answer) {
        super("GET, HEAD, OPTIONS, POST");
        this.baseUrl = baseUrl;
        this.door = door;
        this.answer = answer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(FAULTS, door.faults().apply(Parameters.of(Map.of())));
        try {
            super.service(request, response);
        } catch (ServiceFault fault) {
            FaultResponse.send(fault, (FaultForm) request.getAttribute(FAULTS), response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.send(search(request), request, response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.sendHead(search(request), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private Search search(HttpServletRequest request) throws IOException {
        Parameters sent = parameters.read(request);
        request.setAttribute(FAULTS, door.faults().apply(sent));
        return door.judge().apply(sent, baseUrl.of(request) + door.query());
    }
}
