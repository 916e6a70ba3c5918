package org.dapple.dali.uws;

import java.io.IOException;
import java.time.Instant;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/** What all UWS documents are made of. */
final class UwsXml {

    private static final String NAMESPACE = "http://www.ivoa.net/xml/UWS/v1.0";

    private UwsXml() {}

    static Attributes namespaces() {
        return Attributes.of("xmlns:uws", NAMESPACE)
                .and("xmlns:xlink", "http://www.w3.org/1999/xlink")
                .and("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    }

    /** Of the elements {@code jobs} and {@code job} (UWS 1.1 §2.2.1). */
    static Attributes namespacesAndVersion() {
        return namespaces().and("version", "1.1");
    }

    /** An element that is there also when its value is not known. */
    static void nillable(String name, String text, XmlOutput xml) throws IOException {
        if (text == null) {
            xml.empty(name, Attributes.of("xsi:nil", "true"));
        } else {
            xml.element(name, text);
        }
    }

    static void nillable(String name, Instant instant, XmlOutput xml) throws IOException {
        nillable(name, instant == null ? null : UwsTime.text(instant), xml);
    }

    static Attributes link(String id, String url) {
        return Attributes.of("id", id).and("xlink:type", "simple").and("xlink:href", url);
    }
}
