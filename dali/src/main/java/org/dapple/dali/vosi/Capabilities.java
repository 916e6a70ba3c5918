package org.dapple.dali.vosi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dapple.dali.xml.XmlOutput;

/**
 * Everything a service can do (VOSI 1.1 §2).
 *
 * @param capabilities in the order they are shown
 */
public record Capabilities(List<Capability> capabilities) {

    private static final String NAMESPACE = "http://www.ivoa.net/xml/VOSICapabilities/v1.0";

    public Capabilities {
        capabilities = List.copyOf(capabilities);
    }

    /** Writes the document. */
    public void write(OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        xml.open("vosi:capabilities", Namespaces.declared("vosi", NAMESPACE));
        for (Capability capability : capabilities) {
            capability.write(xml);
        }
        xml.close("vosi:capabilities");
        xml.flush();
    }
}
