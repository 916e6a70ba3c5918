package org.dapple.datalink.links;

import java.util.List;
import java.util.Optional;

/**
 * The links of a request.
 *
 * @param links those of one identifier together
 * @param cutouts the services that some of them refer to
 * @param overflow why there are not all of them
 */
public record LinksAnswer(List<Link> links, List<CutoutDescriptor> cutouts, Optional<String> overflow) {

    public LinksAnswer {
        links = List.copyOf(links);
        cutouts = List.copyOf(cutouts);
    }
}
