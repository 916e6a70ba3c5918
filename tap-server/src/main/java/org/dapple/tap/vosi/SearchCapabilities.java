package org.dapple.tap.vosi;

import java.util.List;
import org.dapple.dali.vosi.Capabilities;
import org.dapple.dali.vosi.Capability.Interface;
import org.dapple.dali.vosi.ConeSearch;
import org.dapple.dali.vosi.StandardCapability;
import org.dapple.tap.config.QueryLimits;
import org.dapple.tap.sia.ImageSearch;

/** What the doors beside TAP can do; they need no database to say so. */
public final class SearchCapabilities {

    private final QueryLimits limits;

    public SearchCapabilities(QueryLimits limits) {
        this.limits = limits;
    }

    /**
     * Those of the cone search at a URL.
     *
     * @param base without a trailing slash, such as {@code https://example.org/scs}
     */
    public Capabilities ofConeSearch(String base) {
        return new Capabilities(List.of(
                StandardCapability.capabilities(base + "/capabilities"),
                StandardCapability.availability(base + "/availability"),
                StandardCapability.tables(base + "/tables"),
                new ConeSearch(new Interface(base, "base", "1.03"), Math.max(1, limits.hardRows()))));
    }

    /**
     * Those of SIA at a URL.
     *
     * @param base without a trailing slash, such as {@code https://example.org/sia2}
     */
    public Capabilities ofImageSearch(String base) {
        return new Capabilities(List.of(
                StandardCapability.capabilities(base + "/capabilities"),
                StandardCapability.availability(base + "/availability"),
                StandardCapability.tables(base + "/tables"),
                new StandardCapability(ImageSearch.STANDARD_ID, new Interface(base + "/query", "base", "2.0"))));
    }
}
