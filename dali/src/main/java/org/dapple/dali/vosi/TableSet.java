package org.dapple.dali.vosi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * The tables of a service (VOSI 1.1 §4).
 *
 * @param schemas in the order they are shown
 */
public record TableSet(List<Schema> schemas) {

    private static final String NAMESPACE = "http://www.ivoa.net/xml/VOSITables/v1.0";

    public TableSet {
        schemas = List.copyOf(schemas);
    }

    /**
     * A schema.
     *
     * @param name such as {@code ivoa}
     * @param description for a reader, or null
     * @param utype data model role, or null
     * @param tables in the order they are shown
     */
    public record Schema(String name, String description, String utype, List<Table> tables) {

        public Schema {
            tables = List.copyOf(tables);
        }
    }

    /** How much is told of tables (VOSI 1.1 §4.1, parameter detail). */
    public enum Detail {
        /** Tables without their columns and keys. */
        MIN,
        /** Everything. */
        MAX
    }

    /** Writes the document of all tables. */
    public void write(Detail detail, OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        write("vosi:tableset", Namespaces.declared("vosi", NAMESPACE), detail, xml);
        xml.flush();
    }

    /** Writes the element under a name. */
    void write(String element, Attributes attributes, Detail detail, XmlOutput xml) throws IOException {
        xml.open(element, attributes);
        for (Schema schema : schemas) {
            xml.open("schema");
            xml.element("name", schema.name());
            xml.element("description", schema.description());
            xml.element("utype", schema.utype());
            for (Table table : schema.tables()) {
                table.write("table", null, detail, xml);
            }
            xml.close("schema");
        }
        xml.close(element);
    }

    /** Writes the document of a single table, with everything. */
    public static void write(Table table, OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        table.write("vosi:table", Namespaces.declared("vosi", NAMESPACE), Detail.MAX, xml);
        xml.flush();
    }
}
