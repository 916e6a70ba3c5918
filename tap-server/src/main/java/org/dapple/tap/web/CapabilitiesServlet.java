package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.Resource;
import org.dapple.dali.http.TaggedDocument;
import org.dapple.tap.vosi.TapCapabilities;

/** {@code /tap/capabilities} (VOSI 1.1 §2.1). */
final class CapabilitiesServlet extends Resource {

    private final transient BaseUrl baseUrl;
    private final transient TapCapabilities capabilities;

    CapabilitiesServlet(BaseUrl baseUrl, TapCapabilities capabilities) {
        this.baseUrl = baseUrl;
        this.capabilities = capabilities;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TaggedDocument.of(
                        "application/xml",
                        out -> capabilities.at(baseUrl.of(request) + "/tap").write(out))
                .send(request, response);
    }
}
