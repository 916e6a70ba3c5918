package org.dapple.dali.vosi;

import java.io.IOException;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/** One thing a service can do (VOResource 1.1 §3.3), by the standard it does it by. */
public sealed interface Capability permits ConeSearch, StandardCapability, TableAccess {

    /** The identifier of the standard, such as {@code ivo://ivoa.net/std/TAP}. */
    String standardId();

    /** Where and how it is reached. */
    Interface at();

    /** Writes the element. */
    void write(XmlOutput xml) throws IOException;

    /**
     * An HTTP interface without authentication (VODataService 1.2 §3.3.1).
     *
     * @param accessUrl absolute URL
     * @param use {@code full} where the URL is the whole address, {@code base} where something is appended
     * @param version of the standard's interface, such as {@code 1.1}
     */
    record Interface(String accessUrl, String use, String version) {

        void write(XmlOutput xml) throws IOException {
            xml.open(
                    "interface",
                    Attributes.of("xsi:type", "vs:ParamHTTP").and("role", "std").and("version", version));
            xml.element("accessURL", accessUrl, Attributes.of("use", use));
            xml.close("interface");
        }
    }
}
