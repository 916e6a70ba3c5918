package org.dapple.tap.upload.read;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import uk.ac.starlink.parquet.ParquetStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/**
 * What the VOTable in the footer of a Parquet file (VOParquet 1.0) says of the columns. Here and not by STIL, whose parser
 * would open what the document names.
 */
final class FooterDescriptions extends DefaultHandler {

    private final List<ColumnInfo> fields = new ArrayList<>();
    private StringBuilder description;

    private FooterDescriptions() {}

    static void describe(ParquetStarTable table) throws IOException, SAXException {
        String votable = table.getVOTableMetadataText();
        if (votable == null) {
            return;
        }
        FooterDescriptions found = new FooterDescriptions();
        XMLReader parser = VOTableFile.parser();
        parser.setContentHandler(found);
        parser.setErrorHandler(found);
        parser.parse(new InputSource(new StringReader(votable)));
        if (found.fields.size() == table.getColumnCount()) {
            found.describeColumns(table);
        }
    }

    private void describeColumns(StarTable table) {
        for (int i = 0; i < fields.size(); i++) {
            ColumnInfo field = fields.get(i);
            ColumnInfo column = table.getColumnInfo(i);
            if (field.getName().equals(column.getName())) {
                column.setUnitString(field.getUnitString());
                column.setUCD(field.getUCD());
                column.setUtype(field.getUtype());
                column.setXtype(field.getXtype());
                column.setDescription(field.getDescription());
            }
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (localName.equals("FIELD")) {
            ColumnInfo field = new ColumnInfo(String.valueOf(attributes.getValue("name")));
            field.setUnitString(attributes.getValue("unit"));
            field.setUCD(attributes.getValue("ucd"));
            field.setUtype(attributes.getValue("utype"));
            field.setXtype(attributes.getValue("xtype"));
            fields.add(field);
        }
        description = localName.equals("DESCRIPTION") ? new StringBuilder() : null;
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (description != null) {
            description.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (description != null && !fields.isEmpty()) {
            fields.get(fields.size() - 1).setDescription(description.toString());
        }
        description = null;
    }
}
