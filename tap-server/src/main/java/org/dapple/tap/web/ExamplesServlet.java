package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.Resource;
import org.dapple.dali.http.TaggedDocument;
import org.dapple.dali.vosi.Examples;

/** {@code /tap/examples} (DALI 1.1 §2.3, TAP 1.1 §2.4.3). */
final class ExamplesServlet extends Resource {

    private final transient BaseUrl baseUrl;
    private final transient Examples examples;

    ExamplesServlet(BaseUrl baseUrl, Examples examples) {
        this.baseUrl = baseUrl;
        this.examples = examples;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TaggedDocument.of(Examples.MEDIA_TYPE, out -> examples.write(baseUrl.of(request) + "/tap", out))
                .send(request, response);
    }
}
