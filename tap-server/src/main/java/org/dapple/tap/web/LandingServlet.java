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

    private static final String BODY = """
            <p>Give this address to TOPCAT, pyvo or any other TAP client: <code>%1$s</code></p>
            <form action="%1$s/sync">
            <p><label>ADQL query<br>
            <textarea name="QUERY" rows="6">SELECT TOP 10 * FROM ivoa.obscore</textarea></label></p>
            <p><input type="hidden" name="LANG" value="ADQL">
            %2$s
            <button>Run</button> <button formaction="%1$s/explain">Explain</button></p>
            </form>
            <ul>
            <li><a href="%1$s/examples">examples</a>: queries to begin with</li>
            <li><a href="%1$s/async">jobs</a>: long queries, run in the background</li>
            <li><a href="%1$s/tables">tables</a>: what can be asked for</li>
            <li><a href="%1$s/capabilities">capabilities</a>: what the service can do</li>
            <li><a href="%1$s/availability">availability</a>: how it is</li>
            </ul>
            <p>Without ADQL: cone search at <code>%3$s/scs</code>, images (SIA 2.0) at <code>%3$s/sia2/query</code></p>""";

    private final transient BaseUrl baseUrl;

    LandingServlet(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = BODY.formatted(
                Page.escaped(baseUrl.of(request) + "/tap"), Page.FORMATS, Page.escaped(baseUrl.of(request)));
        byte[] page = Page.of("TAP service", "", body).getBytes(StandardCharsets.UTF_8);
        TaggedDocument.of("text/html;charset=UTF-8", out -> out.write(page)).send(request, response);
    }
}
