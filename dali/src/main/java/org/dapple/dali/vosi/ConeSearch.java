package org.dapple.dali.vosi;

import java.io.IOException;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * What a cone search can do (SimpleDALRegExt 1.1 §3.1); it takes any radius and VERB.
 *
 * @param at the base URL, to which the parameters are appended
 * @param maxRecords rows of an answer at most, at least 1
 */
public record ConeSearch(Interface at, long maxRecords) implements Capability {

    @Override
    public String standardId() {
        return "ivo://ivoa.net/std/ConeSearch";
    }

    @Override
    public void write(XmlOutput xml) throws IOException {
        xml.open(
                "capability",
                Attributes.of("standardID", standardId())
                        .and("xmlns:cs", "http://www.ivoa.net/xml/ConeSearch/v1.0")
                        .and("xsi:type", "cs:ConeSearch"));
        at.write(xml);
        xml.element("maxSR", "180");
        xml.element("maxRecords", Long.toString(maxRecords));
        xml.element("verbosity", "true");
        xml.close("capability");
    }
}
