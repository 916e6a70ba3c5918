package org.dapple.dali.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dapple.dali.text.TextOutput;

/**
 * Writes a document of UTF-8 element by element, one element to a line. Names are taken as they are; values may be any
 * text, and what XML 1.0 cannot hold is replaced by U+FFFD. */
public final class XmlOutput {

    private final TextOutput out;

    private XmlOutput(TextOutput out) {
        this.out = out;
    }

    /** A document on the given stream, beginning with the XML declaration. */
    public XmlOutput(OutputStream stream) throws IOException {
        this(new TextOutput(stream));
        out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** A part of a document, which another document takes as bytes. */
    public static XmlOutput fragment(OutputStream stream) {
        return new XmlOutput(new TextOutput(stream));
    }

    /** The bytes beneath, for content that is written without this class. */
    public TextOutput bytes() {
        return out;
    }

    /** A start tag. */
    public void open(String name) throws IOException {
        open(name, Attributes.none());
    }

    /** A start tag. */
    public void open(String name, Attributes attributes) throws IOException {
        tag(name, attributes);
        out.put(">\n");
    }

    /** An end tag. */
    public void close(String name) throws IOException {
        out.put("</");
        out.put(name);
        out.put(">\n");
    }

    /** An element without content. */
    public void empty(String name, Attributes attributes) throws IOException {
        tag(name, attributes);
        out.put("/>\n");
    }

    /** An element with text; nothing where the text is null. */
    public void element(String name, String text) throws IOException {
        if (text != null) {
            element(name, text, Attributes.none());
        }
    }

    /** An element with attributes and text; without content where the text is null. */
    public void element(String name, String text, Attributes attributes) throws IOException {
        if (text == null) {
            empty(name, attributes);
            return;
        }
        tag(name, attributes);
        out.put('>');
        XmlText.content(text, out);
        close(name);
    }

    /** Ends the document and sends it on its way. */
    public void flush() throws IOException {
        out.flush();
    }

    private void tag(String name, Attributes attributes) throws IOException {
        out.put('<');
        out.put(name);
        for (Map.Entry<String, String> attribute : attributes.values().entrySet()) {
            out.put(' ');
            out.put(attribute.getKey());
            out.put("=\"");
            XmlText.attribute(attribute.getValue().getBytes(StandardCharsets.UTF_8), out);
            out.put('"');
        }
    }
}
