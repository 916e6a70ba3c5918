package org.dapple.dali.vosi;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * Whether a service can do its work (VOSI 1.1 §3).
 *
 * @param available whether it can now
 * @param upSince when it last became available, or null
 * @param notes for a reader: what is missing, what is planned
 */
public record Availability(boolean available, Instant upSince, List<String> notes) {

    private static final String NAMESPACE = "http://www.ivoa.net/xml/VOSIAvailability/v1.0";

    public Availability {
        notes = List.copyOf(notes);
    }

    /** Writes the document. */
    public void write(OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        xml.open("vosi:availability", Attributes.of("xmlns:vosi", NAMESPACE));
        xml.element("vosi:available", Boolean.toString(available));
        if (upSince != null) {
            xml.element("vosi:upSince", upSince.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        for (String note : notes) {
            xml.element("vosi:note", note);
        }
        xml.close("vosi:availability");
        xml.flush();
    }
}
