package org.dapple.datalink.vosi;

import java.util.List;
import org.dapple.dali.vosi.Capabilities;
import org.dapple.dali.vosi.Capability.Interface;
import org.dapple.dali.vosi.StandardCapability;

/** What the service can do (VOSI 1.1 §2); it needs neither database nor Rucio to say so. */
public final class DataLinkCapabilities {

    private DataLinkCapabilities() {}

    /**
     * The capabilities of the service at a URL.
     *
     * @param base without a trailing slash, such as {@code https://example.org/datalink}
     */
    public static Capabilities at(String base) {
        return new Capabilities(List.of(
                StandardCapability.capabilities(base + "/capabilities"),
                StandardCapability.availability(base + "/availability"),
                new StandardCapability(
                        "ivo://ivoa.net/std/DataLink#links-1.1", new Interface(base + "/links", "base", "1.1"))));
    }
}
