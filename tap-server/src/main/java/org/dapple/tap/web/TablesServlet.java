package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.dali.http.TaggedDocument;
import org.dapple.dali.vosi.TableSet;
import org.dapple.tap.schema.PublishedTable;
import org.dapple.tap.schema.TapSchema;
import org.dapple.tap.vosi.PublishedTables;

/** {@code /tap/tables} with {@code detail=min|max}, and {@code /tap/tables/<table>} (VOSI 1.1 §2.3), and their likes. */
final class TablesServlet extends Resource {

    private static final String XML = "application/xml";

    private final transient HttpParameters parameters = new HttpParameters(8192);
    private final transient Supplier<TapSchema> published;

    /** @param published what the service has now */
    TablesServlet(Supplier<TapSchema> published) {
        this.published = published;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TableSet.Detail detail = detail(request);
        TapSchema schema = published.get();
        String path = request.getPathInfo();
        TaggedDocument document = path == null || path.equals("/")
                ? TaggedDocument.of(XML, out -> PublishedTables.of(schema).write(detail, out))
                : TaggedDocument.of(
                        XML, out -> TableSet.write(PublishedTables.of(named(path.substring(1), schema)), out));
        document.send(request, response);
    }

    private TableSet.Detail detail(HttpServletRequest request) throws IOException {
        String detail = parameters.read(request).single("DETAIL").orElse("max");
        return switch (detail) {
            case "min" -> TableSet.Detail.MIN;
            case "max" -> TableSet.Detail.MAX;
            default -> throw ServiceFault.wrongValue("DETAIL", detail, "min or max");
        };
    }

    private static PublishedTable named(String name, TapSchema schema) {
        return schema.table(name)
                .orElseThrow(() -> ServiceFault.notFound("There is no such table here; there are: "
                        + String.join(
                                ", ", schema.tables().map(PublishedTable::name).toList()) + "."));
    }
}
