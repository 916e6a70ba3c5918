package org.dapple.datalink.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dapple.datalink.product.Product;
import org.dapple.datalink.replica.SodaEndpoint;

/**
 * The descriptors of one document: the first ones are {@code soda-sync} and {@code soda-async}, the names that clients
 * look for; the others get a number behind that.
 */
final class CutoutDescriptors {

    private final List<CutoutDescriptor> descriptors = new ArrayList<>();
    private int sync;
    private int async;

    /** Adds one and gives its XML ID. */
    String add(String dataId, SodaEndpoint soda, Product product) {
        String xmlId = soda.async() ? numbered("soda-async", ++async) : numbered("soda-sync", ++sync);
        descriptors.add(new CutoutDescriptor(xmlId, dataId, soda, product));
        return xmlId;
    }

    /** Those that links refer to. */
    List<CutoutDescriptor> of(List<Link> links) {
        if (descriptors.isEmpty()) {
            return List.of();
        }
        Set<String> named = links.stream().map(Link::serviceDef).collect(Collectors.toSet());
        return descriptors.stream()
                .filter(descriptor -> named.contains(descriptor.xmlId()))
                .toList();
    }

    private static String numbered(String name, int number) {
        return number == 1 ? name : name + "-" + number;
    }
}
