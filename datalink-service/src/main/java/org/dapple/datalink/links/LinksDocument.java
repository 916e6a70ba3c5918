package org.dapple.datalink.links;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.format.ResultFormat;
import org.dapple.dali.format.ResultFormats;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.text.TextOutput;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;
import org.dapple.dali.xml.XmlText;

/**
 * Writes answers. As VOTable with rows as XML elements (DataLink 1.1 §3.3.1), descriptors of cutout services stand before
 * the table, where present clients look for them, and that of this service behind it; other formats have the table only.
 */
public final class LinksDocument {

    private static final Info STANDARD = Info.of("standardID", "ivo://ivoa.net/std/DataLink#links-1.1");
    private static final String NAMESPACE = "http://www.ivoa.net/xml/VOTable/v1.3";

    private static final byte[] ROW = ascii("<TR>");
    private static final byte[] ROW_END = ascii("</TR>\n");
    private static final byte[] CELL = ascii("<TD>");
    private static final byte[] CELL_END = ascii("</TD>");
    private static final byte[] EMPTY_CELL = ascii("<TD/>");

    private final ResultFormats formats;

    /** @param formats those that a table may have; the first one is replaced by the VOTable of DataLink */
    public LinksDocument(ResultFormats formats) {
        this.formats = formats;
    }

    /**
     * The media type that an answer gets: DataLink's own, unless the client asks for another.
     *
     * @param requested RESPONSEFORMAT, or null
     * @throws ServiceFault when there is no such format
     */
    public String mediaType(String requested) {
        if (requested == null || requested.replaceAll("[\\s\"]", "").equalsIgnoreCase(IdLinks.DATALINK)) {
            return IdLinks.DATALINK;
        }
        ResultFormat format = formats.select(requested);
        boolean named = isPreferred(format) && !requested.contains("/");
        return named ? IdLinks.DATALINK : format.mediaType();
    }

    /**
     * Writes an answer.
     *
     * @param requested RESPONSEFORMAT, or null
     * @param linksUrl URL of this service
     */
    public void write(LinksAnswer answer, String requested, String linksUrl, OutputStream out) throws IOException {
        boolean own = mediaType(requested).equals(IdLinks.DATALINK) || isPreferred(formats.select(requested));
        if (own) {
            votable(answer, linksUrl, out);
        } else {
            // Where the answer is cut, the writer finds a row behind its limit, and says OVERFLOW.
            formats.select(requested)
                    .writer()
                    .write(
                            head(answer),
                            new LinkRows(answer.links(), answer.overflow().isPresent()),
                            out);
        }
    }

    private boolean isPreferred(ResultFormat format) {
        return format.writer().equals(formats.preferred().writer());
    }

    private static ResultHead head(LinksAnswer answer) {
        return new ResultHead(
                List.of(STANDARD),
                answer.overflow().isPresent() ? answer.links().size() : Long.MAX_VALUE);
    }

    private void votable(LinksAnswer answer, String linksUrl, OutputStream out) throws IOException {
        XmlOutput xml = new XmlOutput(out);
        ServiceXml services = new ServiceXml(xml);
        xml.open("VOTABLE", Attributes.of("version", "1.4").and("xmlns", NAMESPACE));
        for (CutoutDescriptor cutout : answer.cutouts()) {
            services.cutout(cutout);
        }
        results(answer, xml);
        services.self(linksUrl, formatNames());
        xml.close("VOTABLE");
        xml.flush();
    }

    private List<String> formatNames() {
        return Stream.concat(
                        Stream.of(IdLinks.DATALINK),
                        formats.offered().stream().skip(1).map(ResultFormat::mediaType))
                .toList();
    }

    private static void results(LinksAnswer answer, XmlOutput xml) throws IOException {
        xml.open("RESOURCE", Attributes.of("type", "results"));
        info(STANDARD, xml);
        info(Info.of("QUERY_STATUS", "OK"), xml);
        xml.open("TABLE");
        for (LinkColumn column : LinkColumn.ALL) {
            field(column.field(), xml);
        }
        xml.open("DATA");
        xml.open("TABLEDATA");
        for (Link link : answer.links()) {
            row(link, xml.bytes());
        }
        xml.close("TABLEDATA");
        xml.close("DATA");
        xml.close("TABLE");
        if (answer.overflow().isPresent()) {
            info(new Info("QUERY_STATUS", "OVERFLOW", answer.overflow().get()), xml);
        }
        xml.close("RESOURCE");
    }

    private static void info(Info info, XmlOutput xml) throws IOException {
        xml.element("INFO", info.text(), Attributes.of("name", info.name()).and("value", info.value()));
    }

    private static void field(Field field, XmlOutput xml) throws IOException {
        xml.open(
                "FIELD",
                Attributes.of("name", field.name())
                        .and("datatype", field.datatype())
                        .and("arraysize", field.arraysize())
                        .and("unit", field.unit())
                        .and("ucd", field.ucd()));
        xml.element("DESCRIPTION", field.description());
        xml.close("FIELD");
    }

    private static void row(Link link, TextOutput out) throws IOException {
        out.put(ROW);
        for (LinkColumn column : LinkColumn.ALL) {
            Object value = column.value().apply(link);
            if (value == null) {
                out.put(EMPTY_CELL);
            } else {
                out.put(CELL);
                XmlText.content(value.toString(), out);
                out.put(CELL_END);
            }
        }
        out.put(ROW_END);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
