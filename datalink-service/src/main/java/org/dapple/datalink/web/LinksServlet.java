package org.dapple.datalink.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.datalink.links.LinkService;
import org.dapple.datalink.links.LinksAnswer;
import org.dapple.datalink.links.LinksDocument;
import org.dapple.datalink.request.LinksRequest;

/** {@code /datalink/links} (DataLink 1.1 §2), by GET or POST. */
final class LinksServlet extends Resource {

    /** Room for ten thousand identifiers with every character percent-encoded. */
    private static final int MAX_PARAMETER_BYTES = 8 << 20;

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient BaseUrl baseUrl;
    private final transient LinkService links;
    private final transient LinksDocument document;
    private final transient ConnectionAddress address;

    LinksServlet(BaseUrl baseUrl, LinkService links, LinksDocument document, ConnectionAddress address) {
        super("GET, HEAD, OPTIONS, POST");
        this.baseUrl = baseUrl;
        this.links = links;
        this.document = document;
        this.address = address;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String linksUrl = baseUrl.of(request) + "/links";
        LinksRequest asked;
        try {
            asked = LinksRequest.of(parameters.read(request), address.of(request));
            response.setContentType(document.mediaType(asked.responseFormat().orElse(null)));
        } catch (ServiceFault fault) {
            throw inStandardWords(fault);
        }
        LinksAnswer answer = links.answer(asked, linksUrl);
        document.write(answer, asked.responseFormat().orElse(null), linksUrl, response.getOutputStream());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    /** An error message begins with the name of a fault (DataLink 1.1 §3.4). */
    private static ServiceFault inStandardWords(ServiceFault fault) {
        return fault.category() == FaultCategory.USAGE
                ? ServiceFault.usage("UsageFault: " + fault.getMessage())
                : fault;
    }
}
