package org.dapple.datalink.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dapple.datalink.product.Product;
import org.dapple.datalink.rank.RankedReplica;
import org.dapple.datalink.rank.Ranking;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.Replica;
import org.dapple.datalink.replica.Rse;
import org.dapple.datalink.replica.SodaEndpoint;
import org.dapple.datalink.request.LinksRequest;

/**
 * Makes the rows of one file: its replicas, the best first, and the cutout services beside them.
 *
 * @param request what is asked for
 * @param ranking the order of replicas
 * @param cutouts where the services of the document are gathered
 */
record FileLinks(LinksRequest request, Ranking ranking, CutoutDescriptors cutouts) {

    List<Link> of(String id, Product product, Holding.File file) {
        ReplicaChoice choice = ReplicaChoice.of(product.did(), file.replicas(), request, ranking);
        if (choice.replicas().isEmpty()) {
            return List.of(Link.fault(id, choice.fault(), choice.message()));
        }
        List<Link> links = new ArrayList<>();
        choice.replicas().forEach(ranked -> links.add(replica(id, product, file, ranked)));
        links.addAll(services(id, product, choice.replicas()));
        return links;
    }

    private static Link replica(String id, Product product, Holding.File file, RankedReplica ranked) {
        Replica replica = ranked.replica();
        String authentication = AccessUrl.authentication(replica);
        return new Link(
                id,
                AccessUrl.of(replica),
                null,
                null,
                description(product, ranked),
                Link.THIS,
                product.contentType().orElse(null),
                file.bytes().or(product::bytes).orElse(null),
                product.type().map(type -> "#" + type).orElse(null),
                "replica:" + replica.rse().name(),
                authentication,
                "false".equals(authentication) ? true : null,
                file.adler32().orElse(null),
                file.md5().orElse(null));
    }

    private static String description(Product product, RankedReplica ranked) {
        Rse rse = ranked.replica().rse();
        return product.title().orElseGet(() -> product.did().toString())
                + ": copy at " + rse.name()
                + rse.site().map(site -> " (" + site + ")").orElse("")
                + ", " + ranked.reason()
                + (rse.tape() ? "; on tape, must be staged before it can be read" : "")
                + (rse.readable() ? "" : "; the storage is closed for reading at the moment");
    }

    /** Each service once, in the order of the replicas beside it. */
    private List<Link> services(String id, Product product, List<RankedReplica> replicas) {
        List<Link> links = new ArrayList<>();
        Set<String> described = new HashSet<>();
        for (RankedReplica ranked : replicas) {
            Rse rse = ranked.replica().rse();
            for (SodaEndpoint soda : rse.services()) {
                if (described.add(soda.async() + soda.url())) {
                    String dataId = product.publisherDid().orElse(id);
                    links.add(Link.service(
                            id,
                            cutouts.add(dataId, soda, product),
                            "Cutouts %s beside %s, %s"
                                    .formatted(soda.async() ? "as a job" : "at once", rse.name(), ranked.reason()),
                            product.contentType().orElse(null),
                            "soda:" + rse.name()));
                }
            }
        }
        return links;
    }
}
