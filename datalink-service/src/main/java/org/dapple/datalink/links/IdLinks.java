package org.dapple.datalink.links;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dapple.datalink.product.Product;
import org.dapple.datalink.product.StoredLink;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.request.RequestedId;

/**
 * Makes the rows of one identifier.
 *
 * @param products what the metadata has for the identifiers
 * @param findings where that is
 * @param files makes the rows of a file
 * @param linksUrl URL of this service
 * @param mostChildren members of a dataset that are listed at most
 */
record IdLinks(
        Map<RequestedId, Product> products, Findings findings, FileLinks files, String linksUrl, int mostChildren) {

    static final String DATALINK = "application/x-votable+xml;content=datalink";

    List<Link> of(RequestedId id) {
        return id.problem().isPresent()
                ? List.of(notFound(id))
                : product(id).map(product -> links(id.text(), product)).orElseGet(() -> List.of(notFound(id)));
    }

    /** Of an identifier without metadata, the DID that it reads as. */
    private Optional<Product> product(RequestedId id) {
        return Optional.ofNullable(products.get(id)).or(() -> id.did().map(Product::of));
    }

    private List<Link> links(String id, Product product) {
        Optional<Holding> holding = findings.of(product.did());
        if (holding.isEmpty()) {
            return List.of(unknown(id, product.did()));
        }
        List<Link> links = new ArrayList<>(held(id, product, holding.get()));
        product.links().forEach(link -> links.add(stored(id, link)));
        return links;
    }

    private List<Link> held(String id, Product product, Holding holding) {
        if (holding instanceof Holding.Collection collection) {
            return children(id, collection.children());
        }
        Holding.File file = (Holding.File) holding;
        return file.replicas().isEmpty() && findings.outage().isPresent()
                ? List.of(unknown(id, product.did()))
                : files.of(id, product, file);
    }

    private static Link notFound(RequestedId id) {
        return id.problem()
                .map(problem -> Link.fault(id.text(), Fault.USAGE, problem))
                .orElseGet(() -> id.isIdentifier()
                        ? Link.fault(id.text(), Fault.NOT_FOUND, "nothing here is called so")
                        : Link.fault(
                                id.text(),
                                Fault.USAGE,
                                "nothing is called so; expected ivo://<authority>/<path>?<scope>:<name> or"
                                        + " <scope>:<name>"));
    }

    private Link unknown(String id, Did did) {
        return findings.outage()
                .map(outage -> Link.fault(id, Fault.TRANSIENT, outage + "; ask again later"))
                .orElseGet(() -> Link.fault(id, Fault.NOT_FOUND, "there is no " + did));
    }

    private static Link stored(String id, StoredLink link) {
        return Link.to(
                id,
                link.url(),
                link.semantics(),
                link.description().orElse("Beside the file: " + link.semantics()),
                link.contentType().orElse(null),
                link.contentLength().orElse(null));
    }

    /** The files that make it up are what #this means (DataLink 1.1 §3.2.6); each has links of its own. */
    private List<Link> children(String id, List<Did> children) {
        List<Link> links = new ArrayList<>();
        for (Did child : children.subList(0, Math.min(mostChildren, children.size()))) {
            links.add(Link.to(
                    id,
                    linksUrl + "?ID=" + URLEncoder.encode(child.toString(), StandardCharsets.UTF_8),
                    Link.THIS,
                    "Links of %s, one of %d in it".formatted(child, children.size()),
                    DATALINK,
                    null));
        }
        if (children.size() > mostChildren) {
            links.add(Link.fault(
                    id,
                    Fault.FATAL,
                    "there are %d in it; the first %d are listed".formatted(children.size(), mostChildren)));
        }
        if (children.isEmpty()) {
            links.add(Link.fault(id, Fault.NOT_FOUND, "there is nothing in it"));
        }
        return links;
    }
}
