package org.dapple.datalink.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.Resource;
import org.dapple.datalink.vosi.DataLinkCapabilities;

/** {@code /datalink/capabilities} (VOSI 1.1 §2.1). */
final class CapabilitiesServlet extends Resource {

    private final transient BaseUrl baseUrl;

    CapabilitiesServlet(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/xml");
        DataLinkCapabilities.at(baseUrl.of(request)).write(response.getOutputStream());
    }
}
