package org.dapple.dali.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The IVOA's XML schemas, read from STIL's libraries as Debian's package stilts installs them. */
public final class IvoaSchemas {

    private static final String TAPLINT = "starlink-ttools.jar!/uk/ac/starlink/ttools/taplint/";
    private static final Map<String, String> BY_NAMESPACE = Map.ofEntries(
            Map.entry(
                    "http://www.ivoa.net/xml/VOTable/v1.3",
                    "starlink-util.jar!/uk/ac/starlink/util/text/VOTable1.4.xsd"),
            Map.entry("http://www.ivoa.net/xml/TAPRegExt/v1.0", TAPLINT + "TAPRegExt-v1.0-Erratum1.xsd"),
            Map.entry("http://www.ivoa.net/xml/VODataService/v1.1", TAPLINT + "VODataService-v1.2.xsd"),
            Map.entry("http://www.ivoa.net/xml/VOResource/v1.0", TAPLINT + "VOResource-v1.1.xsd"),
            Map.entry("http://www.ivoa.net/xml/VOSIAvailability/v1.0", TAPLINT + "VOSIAvailability-v1.0.xsd"),
            Map.entry("http://www.ivoa.net/xml/VOSICapabilities/v1.0", TAPLINT + "VOSICapabilities-v1.0.xsd"),
            Map.entry("http://www.ivoa.net/xml/VOSITables/v1.0", TAPLINT + "VOSITables-v1.1.xsd"),
            Map.entry("http://www.ivoa.net/xml/STC/stc-v1.30.xsd", TAPLINT + "stc-v1.30.xsd"),
            Map.entry("http://www.w3.org/1999/xlink", TAPLINT + "xlink.xsd"),
            Map.entry("http://www.w3.org/XML/1998/namespace", TAPLINT + "xmlnamespace.xsd"),
            Map.entry("http://www.ivoa.net/xml/UWS/v1.0", TAPLINT + "UWS-v1.1.xsd"));

    private IvoaSchemas() {}

    /** What the schemas of the given namespaces find wrong in a document; empty for a valid one. */
    public static List<String> problems(String document, String... namespaces) throws IOException, SAXException {
        Validator validator = schema(namespaces).newValidator();
        List<String> problems = new ArrayList<>();
        validator.setErrorHandler(new Collecting(problems));
        validator.validate(new StreamSource(new StringReader(document)));
        return problems;
    }

    private static Schema schema(String... namespaces) throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, baseUri) -> input(namespace));
        Source[] sources = new Source[namespaces.length];
        for (int i = 0; i < namespaces.length; i++) {
            sources[i] = new StreamSource(new ByteArrayInputStream(bytes(namespaces[i])), namespaces[i]);
        }
        return factory.newSchema(sources);
    }

    private static LSInput input(String namespace) {
        try {
            LSInput input = ((DOMImplementationLS)
                            DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
                    .createLSInput();
            input.setByteStream(new ByteArrayInputStream(bytes(namespace)));
            input.setSystemId(namespace);
            return input;
        } catch (IOException | ReflectiveOperationException failure) {
            throw new AssertionError("no schema for " + namespace, failure);
        }
    }

    private static byte[] bytes(String namespace) throws IOException {
        String place = BY_NAMESPACE.get(namespace);
        Path jar = Path.of("/usr/share/java", place.substring(0, place.indexOf('!')));
        if (!Files.exists(jar)) {
            throw new AssertionError("no " + jar + ": install the Debian package stilts");
        }
        URI entry = URI.create("jar:file:/usr/share/java/" + place);
        try (InputStream in = entry.toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private record Collecting(List<String> problems) implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) {
            add(problem);
        }

        @Override
        public void error(SAXParseException problem) {
            add(problem);
        }

        @Override
        public void fatalError(SAXParseException problem) {
            add(problem);
        }

        private void add(SAXParseException problem) {
            problems.add("line %d: %s".formatted(problem.getLineNumber(), problem.getMessage()));
        }
    }
}
