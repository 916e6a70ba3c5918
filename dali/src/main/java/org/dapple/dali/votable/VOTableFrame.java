package org.dapple.dali.votable;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.text.TextOutput;

/** What stands around the rows of a VOTable: head, INFOs, FIELDs and tail. */
final class VOTableFrame {

    private VOTableFrame() {}

    static void open(TextOutput out) throws IOException {
        out.put("""
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xsi:schemaLocation="http://www.ivoa.net/xml/VOTable/v1.3 http://www.ivoa.net/xml/VOTable/v1.3">
                """);
    }

    static void close(TextOutput out) throws IOException {
        out.put("</RESOURCE>\n</VOTABLE>\n");
    }

    static void openResource(TextOutput out) throws IOException {
        out.put("<RESOURCE type=\"results\">\n");
    }

    static void info(Info info, TextOutput out) throws IOException {
        out.put("<INFO");
        XmlText.attribute("name", info.name(), out);
        XmlText.attribute("value", info.value(), out);
        if (info.text() == null) {
            out.put("/>\n");
            return;
        }
        out.put('>');
        XmlText.content(info.text(), out);
        out.put("</INFO>\n");
    }

    static void coordinateFrames(List<Field> fields, TextOutput out) throws IOException {
        Set<CoordinateFrame> used = EnumSet.noneOf(CoordinateFrame.class);
        fields.forEach(field -> CoordinateFrame.of(field).ifPresent(used::add));
        for (CoordinateFrame frame : used) {
            out.put(frame.element());
        }
    }

    static void fields(List<Field> fields, TextOutput out) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            field(fields.get(i), "col_" + (i + 1), out);
        }
    }

    private static void field(Field field, String id, TextOutput out) throws IOException {
        out.put("<FIELD");
        XmlText.attribute("ID", id, out);
        XmlText.attribute("name", field.name(), out);
        XmlText.attribute("datatype", field.datatype(), out);
        XmlText.attribute("arraysize", field.arraysize(), out);
        XmlText.attribute("xtype", field.xtype(), out);
        XmlText.attribute("unit", field.unit(), out);
        XmlText.attribute("ucd", field.ucd(), out);
        XmlText.attribute("utype", field.utype(), out);
        XmlText.attribute(
                "ref", CoordinateFrame.of(field).map(CoordinateFrame::id).orElse(null), out);
        if (field.description() == null) {
            out.put("/>\n");
            return;
        }
        out.put(">\n<DESCRIPTION>");
        XmlText.content(field.description(), out);
        out.put("</DESCRIPTION>\n</FIELD>\n");
    }
}
