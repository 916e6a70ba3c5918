package org.dapple.datalink.links;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.dapple.datalink.config.LinkLimits;
import org.dapple.datalink.product.Product;
import org.dapple.datalink.product.ProductCatalogue;
import org.dapple.datalink.rank.Ranking;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Catalogues;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.request.LinksRequest;
import org.dapple.datalink.request.RequestedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests for links: one question to each catalogue, however many identifiers there are; a fault is a row. */
public final class LinkService {

    private static final Logger LOG = LoggerFactory.getLogger(LinkService.class);

    private final ProductCatalogue products;
    private final Catalogues catalogues;
    private final ClientLocator clients;
    private final LinkLimits limits;
    private final Executor catalogueThreads;
    private final Duration limit;

    /**
     * A service.
     *
     * @param catalogueThreads ask catalogues while the request's thread asks for metadata
     * @param limit how long all questions to catalogues may take, for one request
     */
    public LinkService(
            ProductCatalogue products,
            Catalogues catalogues,
            ClientLocator clients,
            LinkLimits limits,
            Executor catalogueThreads,
            Duration limit) {
        this.products = products;
        this.catalogues = catalogues;
        this.clients = clients;
        this.limits = limits;
        this.catalogueThreads = catalogueThreads;
        this.limit = limit;
    }

    /**
     * The links of all identifiers, in their order.
     *
     * @param linksUrl URL of this very service, for links to members of datasets
     */
    public LinksAnswer answer(LinksRequest request, String linksUrl) {
        List<RequestedId> ids =
                request.ids().subList(0, Math.min(limits.ids(), request.ids().size()));
        Deadline until = Deadline.in(limit);
        List<RequestedId> usable =
                ids.stream().filter(id -> id.problem().isEmpty()).toList();
        Set<Did> read = readAs(usable);
        CompletableFuture<Findings> asked =
                CompletableFuture.supplyAsync(() -> catalogues.find(read, until), catalogueThreads);
        Map<RequestedId, Product> known = products(usable, until);
        Findings findings = asked.join().and(catalogues.find(others(known, read), until));
        CutoutDescriptors cutouts = new CutoutDescriptors();
        Ranking ranking =
                new Ranking(request.order(), clients.locate(request.client(), until), ThreadLocalRandom.current());
        IdLinks idLinks =
                new IdLinks(known, findings, new FileLinks(request, ranking, cutouts), linksUrl, limits.children());
        return within(request, ids, idLinks, cutouts);
    }

    /** Rows of an identifier are there together or not at all (DataLink 1.1 §2.1.1). */
    private LinksAnswer within(
            LinksRequest request, List<RequestedId> ids, IdLinks idLinks, CutoutDescriptors cutouts) {
        long maxRows = request.maxRec().orElse(Long.MAX_VALUE);
        Optional<String> overflow = ids.size() < request.ids().size()
                ? Optional.of("%d identifiers were sent; the first %d are answered."
                        .formatted(request.ids().size(), ids.size()))
                : Optional.empty();
        List<Link> links = new ArrayList<>();
        for (RequestedId id : ids) {
            List<Link> ofId = idLinks.of(id);
            if (links.size() + ofId.size() > maxRows) {
                overflow = Optional.of("The result is cut at MAXREC=%d; there are more links.".formatted(maxRows));
                break;
            }
            links.addAll(ofId);
        }
        return new LinksAnswer(links, cutouts.of(links), overflow);
    }

    /** What identifiers read as, which nearly always is what they are. */
    private static Set<Did> readAs(List<RequestedId> ids) {
        return ids.stream().flatMap(id -> id.did().stream()).collect(Collectors.toSet());
    }

    /** What only the metadata tells: the DIDs of identifiers that other publishers gave. */
    private static Set<Did> others(Map<RequestedId, Product> known, Set<Did> asked) {
        return known.values().stream()
                .map(Product::did)
                .filter(did -> !asked.contains(did))
                .collect(Collectors.toSet());
    }

    private Map<RequestedId, Product> products(List<RequestedId> ids, Deadline until) {
        try {
            return ids.isEmpty() ? Map.of() : products.find(ids, until);
        } catch (CatalogueException e) {
            LOG.warn("links without metadata: {}", e.getMessage());
            return Map.of();
        }
    }
}
