package org.dapple.dali.vosi;

import java.io.IOException;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * A capability of which nothing needs to be said but its standard and its place.
 *
 * @param standardId identifier of the standard
 * @param at where it is reached
 */
public record StandardCapability(String standardId, Interface at) implements Capability {

    private static final String VOSI = "ivo://ivoa.net/std/VOSI#";

    /** The capabilities document itself. */
    public static StandardCapability capabilities(String url) {
        return vosi("capabilities", url, "1.0");
    }

    /** The availability document. */
    public static StandardCapability availability(String url) {
        return vosi("availability", url, "1.0");
    }

    /** The tables document. */
    public static StandardCapability tables(String url) {
        return vosi("tables-1.1", url, "1.1");
    }

    /** The examples document (DALI 1.1 §2.3). */
    public static StandardCapability examples(String url) {
        return new StandardCapability("ivo://ivoa.net/std/DALI#examples", new Interface(url, "full", "1.1"));
    }

    private static StandardCapability vosi(String document, String url, String version) {
        return new StandardCapability(VOSI + document, new Interface(url, "full", version));
    }

    @Override
    public void write(XmlOutput xml) throws IOException {
        xml.open("capability", Attributes.of("standardID", standardId));
        at.write(xml);
        xml.close("capability");
    }
}
