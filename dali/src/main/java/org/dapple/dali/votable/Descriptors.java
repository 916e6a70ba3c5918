package org.dapple.dali.votable;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.ServiceDescriptor;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/** The resources that describe services for a table (DataLink 1.1 §4.1), and the XML ids of the FIELDs they refer to. */
final class Descriptors {

    private final List<ServiceDescriptor> services;
    private final Map<Integer, String> ids = new TreeMap<>();

    Descriptors(List<ServiceDescriptor> services, List<Field> fields) {
        this.services = services;
        Set<String> taken = Arrays.stream(CoordinateFrame.values())
                .map(CoordinateFrame::id)
                .collect(Collectors.toCollection(HashSet::new));
        for (ServiceDescriptor service : services) {
            ids.computeIfAbsent(
                    service.column(), column -> free(fields.get(column).name(), column, taken));
        }
    }

    /** The id of a FIELD, or null where nothing refers to it. */
    String id(int column) {
        return ids.get(column);
    }

    void write(XmlOutput xml) throws IOException {
        for (ServiceDescriptor service : services) {
            xml.open("RESOURCE", Attributes.of("type", "meta").and("utype", "adhoc:service"));
            parameter("standardID", service.standardId(), null, xml);
            parameter("accessURL", service.accessUrl(), null, xml);
            parameter("contentType", service.contentType(), null, xml);
            xml.open("GROUP", Attributes.of("name", "inputParams"));
            parameter(service.parameter(), "", id(service.column()), xml);
            xml.close("GROUP");
            xml.close("RESOURCE");
        }
    }

    private static void parameter(String name, String value, String ref, XmlOutput xml) throws IOException {
        xml.empty(
                "PARAM",
                Attributes.of("name", name)
                        .and("datatype", "char")
                        .and("arraysize", "*")
                        .and("value", value)
                        .and("ref", ref));
    }

    /** The column's name as far as XML allows it, since astropy calls columns by their ids. */
    private static String free(String name, int column, Set<String> taken) {
        String id = name.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^(?=[^A-Za-z_])", "_");
        String candidate = taken.contains(id) ? id + "_" + column : id;
        taken.add(candidate);
        return candidate;
    }
}
