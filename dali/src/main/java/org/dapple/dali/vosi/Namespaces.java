package org.dapple.dali.vosi;

import org.dapple.dali.xml.Attributes;

/** The XML namespaces of VOSI documents under their customary prefixes. */
final class Namespaces {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String DATA_SERVICE = "http://www.ivoa.net/xml/VODataService/v1.1";

    private Namespaces() {}

    /** Declarations for a root element in {@code prefix}'s namespace. */
    static Attributes declared(String prefix, String namespace) {
        return Attributes.of("xmlns:" + prefix, namespace)
                .and("xmlns:xsi", XSI)
                .and("xmlns:vr", "http://www.ivoa.net/xml/VOResource/v1.0")
                .and("xmlns:vs", DATA_SERVICE)
                .and("xmlns:tr", "http://www.ivoa.net/xml/TAPRegExt/v1.0");
    }
}
