package org.dapple.tap.upload.read;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;
import uk.ac.starlink.votable.TableContentHandler;

/**
 * Stands between the XML parser and STIL: refuses what would take memory without end, and data that are elsewhere; and ends
 * what STIL has begun, also when the document is broken off in the middle of a STREAM, which a thread of its own decodes. It
 * sees what STIL does not hand on: which cells say NaN.
 */
final class VOTableGuard extends XMLFilterImpl {

    private static final int MAX_ELEMENTS = 100_000;
    private static final int MAX_CELL = 16 << 20;
    private static final int MAX_DEPTH = 100;

    private final TableContentHandler tables;
    private final TargetSink sink;
    private final NanCells nanCells = new NanCells();
    private int elements;
    private int depth;
    private int characters;
    private boolean inData;
    private String openStream;

    VOTableGuard(TableContentHandler tables, TargetSink sink) {
        this.tables = tables;
        this.sink = sink;
        setContentHandler(tables);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        characters = 0;
        depth++;
        elements += inData ? 0 : 1;
        if (elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
            throw new SAXException("it has more elements outside its data, or deeper ones, than any table needs");
        }
        if (localName.equals("STREAM")) {
            requireInline(attributes);
            openStream = uri;
        }
        inData |= localName.equals("TABLEDATA");
        noteAbsence(localName);
        super.startElement(uri, localName, qName, attributes);
    }

    /** The serialisations differ in how they tell that there is no value. */
    private void noteAbsence(String element) {
        switch (element) {
            case "TABLEDATA" -> sink.toldBy(nanCells);
            case "FITS" -> sink.toldBy(Absence.NAN_IS_NULL);
            case "TR" -> nanCells.beginRow();
            case "TD" -> nanCells.beginCell();
            default -> {}
        }
    }

    private static void requireInline(Attributes attributes) throws SAXException {
        if (attributes.getValue("href") != null) {
            throw new SAXException("its STREAM has an href; the data must be in the document itself");
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        characters += length;
        if (openStream == null && characters > MAX_CELL) {
            throw new SAXException("it has a text of more than " + MAX_CELL + " characters");
        }
        nanCells.characters(text, start, length);
        super.characters(text, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        characters = 0;
        inData &= !localName.equals("TABLEDATA");
        openStream = localName.equals("STREAM") ? null : openStream;
        if (localName.equals("TD")) {
            nanCells.endCell();
        }
        super.endElement(uri, localName, qName);
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        throw problem;
    }

    /** Whatever happened: has the decoding thread see the end of its data, and waits for its own. */
    void end() throws SAXException {
        if (openStream != null) {
            tables.endElement(openStream, "STREAM", "STREAM");
        }
    }
}
