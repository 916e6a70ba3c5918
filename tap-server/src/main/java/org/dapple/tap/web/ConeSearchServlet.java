package org.dapple.tap.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.FaultForm;
import org.dapple.dali.http.FaultResponse;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.dali.votable.VOTableError;
import org.dapple.tap.cone.ConeSearch;
import org.dapple.tap.search.Search;

/** {@code /scs}: what is in a cone (Cone Search 1.03), by GET or POST. */
final class ConeSearchServlet extends Resource {

    static final String PATH = "/scs";

    private static final int MAX_PARAMETER_BYTES = 64 << 10;

    /** What is wrong with the parameters: the answer of 1.03 to it is an answer like others. */
    private static final Set<FaultCategory> OF_PARAMETERS = Set.of(FaultCategory.USAGE, FaultCategory.TOO_LARGE);

    private static final FaultForm FAULTS = new FaultForm(
            category -> OF_PARAMETERS.contains(category) ? HttpServletResponse.SC_OK : category.httpStatus(),
            ConeSearch.MEDIA_TYPE,
            (fault, out) -> VOTableError.writeForConeSearch(fault.getMessage(), out));

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient BaseUrl baseUrl;
    private final transient ConeSearch cones;
    private final transient SearchAnswer answer;

    ConeSearchServlet(BaseUrl baseUrl, ConeSearch cones, SearchAnswer answer) {
        super("GET, HEAD, OPTIONS, POST");
        this.baseUrl = baseUrl;
        this.cones = cones;
        this.answer = answer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            super.service(request, response);
        } catch (ServiceFault fault) {
            FaultResponse.send(fault, FAULTS, response);
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
        return cones.of(parameters.read(request), baseUrl.of(request) + PATH);
    }
}
