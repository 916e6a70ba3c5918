package org.dapple.tap.upload.read;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;
import uk.ac.starlink.votable.TableContentHandler;

/**
 * Stands between the XML parser and STIL: refuses what would take memory without end, and data that are elsewhere; and ends
 * what STIL has begun, also when the document is broken off in the middle of a STREAM, which a thread of its own decodes. It
 * sees what STIL does not hand on: what the cells say.
 */
final class VOTableGuard extends XMLFilterImpl {

    private static final int MAX_ELEMENTS = 100_000;
    private static final int MAX_CELL = 16 << 20;
    private static final int MAX_DEPTH = 100;

    /** What the parser names in every language when it meets a document type, which it is told to refuse. */
    private static final String NO_DOCUMENT_TYPE = "disallow-doctype-decl";

    private final TableContentHandler tables;
    private final TargetSink sink;
    private final CellTexts texts = new CellTexts();
    private final Infinities infinities = new Infinities();
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
        noteNumbers(localName, attributes);
        super.startElement(uri, localName, qName, attributes);
    }

    /** The serialisations differ in how they tell that there is no value. */
    private void noteAbsence(String element) {
        switch (element) {
            case "TABLEDATA" -> sink.toldBy(texts);
            case "FITS" -> sink.toldBy(Absence.NAN_IS_NULL);
            case "TR" -> texts.beginRow();
            case "TD" -> texts.beginCell();
            default -> {}
        }
    }

    private void noteNumbers(String element, Attributes attributes) {
        switch (element) {
            case "TABLE" -> infinities.beginTable();
            case "FIELD" -> infinities.field(attributes);
            case "TR" -> infinities.beginRow();
            case "TD" -> infinities.beginCell();
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
        texts.characters(text, start, length);
        if (!infinities.keeps(text, start, length)) {
            super.characters(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        characters = 0;
        inData &= !localName.equals("TABLEDATA");
        openStream = localName.equals("STREAM") ? null : openStream;
        if (localName.equals("TD")) {
            infinities.endCell(tables);
        }
        super.endElement(uri, localName, qName);
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        throw problem.getMessage().contains(NO_DOCUMENT_TYPE)
                ? new SAXException(
                        "it has a document type (DOCTYPE), which may name files and entities to be read; leave it out")
                : problem;
    }

    /** Whatever happened: has the decoding thread see the end of its data, and waits for its own. */
    void end() throws SAXException {
        if (openStream != null) {
            tables.endElement(openStream, "STREAM", "STREAM");
        }
    }
}
