package org.dapple.dali.vosi;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * Examples of how a TAP service is used: an XHTML page for people whose RDFa clients read (DALI 1.1 §2.3, TAP 1.1 §2.4.3).
 *
 * @param examples in the order they are shown
 */
public record Examples(List<Example> examples) {

    /** What the page is served as. */
    public static final String MEDIA_TYPE = "application/xhtml+xml;charset=UTF-8";

    private static final String VOCABULARY = "http://www.ivoa.net/rdf/examples#";
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
            + "h2{font-size:1.1em;margin:1.5em 0 .5em}pre{background:#f4f4f4;padding:.7em;white-space:pre-wrap;margin:0}"
            + ".for{float:right;color:#555;font-size:.8em;margin:.5em}";

    public Examples {
        examples = List.copyOf(examples);
    }

    /**
     * One query.
     *
     * @param name what it asks for, in some words; names differ in more than their punctuation
     * @param query in ADQL
     */
    public record Example(String name, String query) {

        /** An XML name made of the words of the name, by which a URL can point at the example. */
        String id() {
            return "q-"
                    + name.toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", "");
        }
    }

    /**
     * Writes the page.
     *
     * @param tap base URL of the service, without a trailing slash
     */
    public void write(String tap, OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        xml.open("html", Attributes.of("xmlns", "http://www.w3.org/1999/xhtml").and("lang", "en"));
        xml.open("head");
        xml.element("title", "Dapple: examples");
        xml.empty("meta", Attributes.of("name", "viewport").and("content", "width=device-width"));
        xml.element("style", STYLE);
        xml.close("head");
        xml.open("body", Attributes.of("vocab", VOCABULARY));
        xml.element("h1", "Examples");
        for (Example example : examples) {
            write(example, tap, xml);
        }
        xml.close("body");
        xml.close("html");
        xml.flush();
    }

    private static void write(Example example, String tap, XmlOutput xml) throws IOException {
        String id = example.id();
        xml.open("div", Attributes.of("typeof", "example").and("id", id).and("resource", "#" + id));
        xml.element("h2", example.name(), property("name"));
        parameters(xml);
        xml.element("pre", example.query(), property("query"));
        xml.open("p");
        String query =
                "?LANG=ADQL&RESPONSEFORMAT=html&QUERY=" + URLEncoder.encode(example.query(), StandardCharsets.UTF_8);
        xml.element("a", "Run", Attributes.of("href", tap + "/sync" + query));
        xml.element("a", "Explain", Attributes.of("href", tap + "/explain" + query));
        xml.close("p");
        xml.close("div");
    }

    private static void parameters(XmlOutput xml) throws IOException {
        xml.open("p", Attributes.of("class", "for"));
        xml.element("span", "ivo://ivoa.net/std/TAP", property("capability"));
        xml.open("span", property("generic-parameter").and("typeof", "keyval"));
        xml.element("span", "LANG", property("key"));
        xml.element("span", "ADQL", property("value"));
        xml.close("span");
        xml.close("p");
    }

    private static Attributes property(String name) {
        return Attributes.of("property", name);
    }
}
