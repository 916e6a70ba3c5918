package org.dapple.dali.vosi;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * A table (VODataService 1.2 §3.3.3); what does not apply is null or empty.
 *
 * @param name with its schema, as it stands in a query
 * @param type {@code table} or {@code view}
 * @param description for a reader
 * @param utype data model role
 * @param columns in the order they are shown
 * @param foreignKeys to other tables
 */
public record Table(
        String name,
        String type,
        String description,
        String utype,
        List<Column> columns,
        List<ForeignKey> foreignKeys) {

    public Table {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * A column.
     *
     * @param name as it stands in a query
     * @param description for a reader
     * @param unit in VOUnits
     * @param ucd UCD1+ term
     * @param utype data model role
     * @param datatype VOTable datatype
     * @param arraysize VOTable arraysize, null for a scalar
     * @param xtype DALI extended type
     * @param flags such as {@code indexed} and {@code principal}
     * @param std whether a standard defines the column
     */
    public record Column(
            String name,
            String description,
            String unit,
            String ucd,
            String utype,
            String datatype,
            String arraysize,
            String xtype,
            List<String> flags,
            boolean std) {

        public Column {
            flags = List.copyOf(flags);
        }
    }

    /**
     * A foreign key.
     *
     * @param targetTable the table it leads to, with its schema
     * @param columns pairs of columns, at least one
     * @param description for a reader
     * @param utype data model role
     */
    public record ForeignKey(String targetTable, List<Pair> columns, String description, String utype) {

        public ForeignKey {
            columns = List.copyOf(columns);
        }

        /** A column of this table and the one it leads to. */
        public record Pair(String fromColumn, String targetColumn) {}
    }

    /** Writes the element under a name, with attributes of the root where it is one. */
    void write(String element, Attributes root, TableSet.Detail detail, XmlOutput xml) throws IOException {
        xml.open(element, root == null ? Attributes.of("type", type) : root.and("type", type));
        xml.element("name", name);
        xml.element("description", description);
        xml.element("utype", utype);
        if (detail == TableSet.Detail.MAX) {
            for (Column column : columns) {
                write(column, xml);
            }
            for (ForeignKey key : foreignKeys) {
                write(key, xml);
            }
        }
        xml.close(element);
    }

    private static void write(Column column, XmlOutput xml) throws IOException {
        xml.open("column", Attributes.of("std", Boolean.toString(column.std())));
        xml.element("name", column.name());
        xml.element("description", column.description());
        xml.element("unit", column.unit());
        xml.element("ucd", column.ucd());
        xml.element("utype", column.utype());
        xml.element(
                "dataType",
                column.datatype(),
                Attributes.of("xsi:type", "vs:VOTableType")
                        .and("arraysize", column.arraysize())
                        .and("extendedType", column.xtype()));
        for (String flag : column.flags()) {
            xml.element("flag", flag);
        }
        xml.close("column");
    }

    private static void write(ForeignKey key, XmlOutput xml) throws IOException {
        xml.open("foreignKey");
        xml.element("targetTable", key.targetTable());
        for (ForeignKey.Pair pair : key.columns()) {
            xml.open("fkColumn");
            xml.element("fromColumn", pair.fromColumn());
            xml.element("targetColumn", pair.targetColumn());
            xml.close("fkColumn");
        }
        xml.element("description", key.description());
        xml.element("utype", key.utype());
        xml.close("foreignKey");
    }
}
