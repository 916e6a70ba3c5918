package org.dapple.tap.upload.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import uk.ac.starlink.votable.TableContentHandler;

/** The first TABLE of a VOTable with DATA in any serialisation, read as it comes, by a parser that opens nothing else. */
final class VOTableFile {

    private static final String XERCES = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    private VOTableFile() {}

    static void read(Path file, TargetSink sink) throws IOException, SAXException {
        TableContentHandler tables = new TableContentHandler(false);
        tables.setReadHrefTables(false);
        tables.setTableHandler(new FirstTable(tables, sink));
        VOTableGuard guard = new VOTableGuard(tables, sink);
        XMLReader parser = parser();
        parser.setContentHandler(guard);
        parser.setErrorHandler(guard);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            parser.parse(new InputSource(in));
        } finally {
            guard.end();
        }
    }

    /** Without document type, so without entities; nor does it ever open what a document names. */
    static XMLReader parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(XERCES + "disallow-doctype-decl", true);
            factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
            factory.setFeature(SAX + "external-general-entities", false);
            factory.setFeature(SAX + "external-parameter-entities", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
