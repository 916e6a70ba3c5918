package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.Resource;
import org.dapple.dali.http.TaggedDocument;
import org.dapple.dali.vosi.Capabilities;

/** {@code /tap/capabilities} and its likes (VOSI 1.1 §2.1). */
final class CapabilitiesServlet extends Resource {

    private final transient BaseUrl baseUrl;
    private final String path;
    private final transient Function<String, Capabilities> capabilities;

    /**
     * Those of one service.
     *
     * @param path of the service, such as {@code /tap}
     * @param capabilities what it can do at a URL
     */
    CapabilitiesServlet(BaseUrl baseUrl, String path, Function<String, Capabilities> capabilities) {
        this.baseUrl = baseUrl;
        this.path = path;
        this.capabilities = capabilities;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Capabilities ofService = capabilities.apply(baseUrl.of(request) + path);
        TaggedDocument.of("application/xml", ofService::write).send(request, response);
    }
}
