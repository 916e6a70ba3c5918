package org.dapple.dali.votable;

import java.io.IOException;
import org.dapple.dali.table.SelfDescription;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/** The resource by which a service describes itself: {@code adhoc:this} (DataLink 1.1 §4.8), and named so for SIA 2.0 §3.1.2. */
final class SelfDescriptor {

    private SelfDescriptor() {}

    static void write(SelfDescription service, XmlOutput xml) throws IOException {
        xml.open(
                "RESOURCE",
                Attributes.of("type", "meta").and("utype", "adhoc:this").and("name", "this"));
        fixed("standardID", service.standardId(), xml);
        fixed("accessURL", service.accessUrl(), xml);
        xml.open("GROUP", Attributes.of("name", "inputParams"));
        for (SelfDescription.Input input : service.inputs()) {
            input(input, xml);
        }
        xml.close("GROUP");
        xml.close("RESOURCE");
    }

    private static void fixed(String name, String value, XmlOutput xml) throws IOException {
        xml.empty(
                "PARAM",
                Attributes.of("name", name)
                        .and("datatype", "char")
                        .and("arraysize", "*")
                        .and("value", value));
    }

    private static void input(SelfDescription.Input input, XmlOutput xml) throws IOException {
        xml.open(
                "PARAM",
                Attributes.of("name", input.name())
                        .and("datatype", input.datatype())
                        .and("arraysize", input.arraysize())
                        .and("xtype", input.xtype())
                        .and("unit", input.unit())
                        .and("ucd", input.ucd())
                        .and("value", ""));
        xml.element("DESCRIPTION", input.description());
        if (!input.options().isEmpty()) {
            xml.open("VALUES");
            for (String option : input.options()) {
                xml.empty("OPTION", Attributes.of("value", option));
            }
            xml.close("VALUES");
        }
        xml.close("PARAM");
    }
}
