package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.Resource;
import org.dapple.dali.http.TaggedDocument;

/** {@code /tap}: tells a person with a browser what is here. */
final class LandingServlet extends Resource {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Dapple: TAP service</title></head>
            <body>
            <h1>Dapple: TAP service</h1>
            <p>Give this address to TOPCAT, pyvo or any other TAP client: <code>%1$s</code></p>
            <form action="%1$s/sync">
            <p><label>ADQL query <input name="QUERY" size="80" value="SELECT TOP 10 * FROM ivoa.obscore"></label>
            <input type="hidden" name="LANG" value="ADQL"><input type="hidden" name="RESPONSEFORMAT" value="html">
            <button>Run</button> <button formaction="%1$s/explain">Explain</button></p>
            </form>
            <ul>
            <li><a href="%1$s/examples">examples</a>: queries to begin with</li>
            <li><a href="%1$s/async">jobs</a>: long queries, run in the background</li>
            <li><a href="%1$s/tables">tables</a>: what can be asked for</li>
            <li><a href="%1$s/capabilities">capabilities</a>: what the service can do</li>
            <li><a href="%1$s/availability">availability</a>: how it is</li>
            </ul>
            </body>
            </html>
            """;

    private final transient BaseUrl baseUrl;

    LandingServlet(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = PAGE.formatted(escaped(baseUrl.of(request) + "/tap"));
        TaggedDocument.of("text/html;charset=UTF-8", out -> out.write(page.getBytes(StandardCharsets.UTF_8)))
                .send(request, response);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
