package org.dapple.tap.vosi;

import java.util.function.Function;
import java.util.function.Supplier;
import org.dapple.dali.vosi.Capabilities;
import org.dapple.tap.schema.TapSchema;

/**
 * A service as its VOSI documents and its record for registries tell it.
 *
 * @param path below the site, such as {@code /tap}
 * @param title what it offers, without the name of the site
 * @param description what one finds by it, in a sentence
 * @param capabilities what it can do at a URL
 * @param published the tables that it answers from, as they are now
 */
public record ServiceDescription(
        String path,
        String title,
        String description,
        Function<String, Capabilities> capabilities,
        Supplier<TapSchema> published) {}
