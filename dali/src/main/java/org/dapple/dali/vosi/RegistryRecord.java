package org.dapple.dali.vosi;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * A service with tables as a registry takes it (VOResource 1.1, VODataService 1.2).
 *
 * @param identifier under which it is registered
 * @param since when it became as it is told here
 * @param text what people read of it
 * @param capabilities what it can do
 * @param tables what is in it
 */
public record RegistryRecord(String identifier, Instant since, Text text, Capabilities capabilities, TableSet tables) {

    private static final String NAMESPACE = "http://www.ivoa.net/xml/RegistryInterface/v1.0";

    /**
     * What people read of a service.
     *
     * @param title in a list of services
     * @param description what one finds by it
     * @param referenceUrl a page that tells more
     * @param publisher who publishes the data
     * @param email of somebody who answers questions
     */
    public record Text(
            String title, String description, String referenceUrl, String publisher, Optional<String> email) {}

    /** Writes the document. */
    public void write(OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        String time = since.truncatedTo(ChronoUnit.SECONDS).toString();
        xml.open(
                "ri:Resource",
                Namespaces.declared("ri", NAMESPACE)
                        .and("xsi:type", "vs:CatalogService")
                        .and("created", time)
                        .and("updated", time)
                        .and("status", "active"));
        xml.element("title", text.title());
        xml.element("identifier", identifier);
        writeCuration(xml);
        writeContent(xml);
        for (Capability capability : capabilities.capabilities()) {
            capability.write(xml);
        }
        tables.write("tableset", Attributes.none(), TableSet.Detail.MAX, xml);
        xml.close("ri:Resource");
        xml.flush();
    }

    private void writeCuration(XmlOutput xml) throws IOException {
        xml.open("curation");
        xml.element("publisher", text.publisher());
        xml.open("contact");
        xml.element("name", text.publisher());
        xml.element("email", text.email().orElse(null));
        xml.close("contact");
        xml.close("curation");
    }

    private void writeContent(XmlOutput xml) throws IOException {
        xml.open("content");
        xml.element("subject", "virtual-observatories");
        xml.element("description", text.description());
        xml.element("referenceURL", text.referenceUrl());
        xml.element("type", "Archive");
        xml.close("content");
    }
}
