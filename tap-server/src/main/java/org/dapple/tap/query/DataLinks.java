package org.dapple.tap.query;

import java.util.List;
import java.util.function.Supplier;
import org.dapple.dali.table.ServiceDescriptor;

/** The site's DataLink service, told beside results that name its data products. */
public final class DataLinks {

    private final Supplier<String> siteUrl;

    /** @param siteUrl tells where the site's services are, without a trailing slash */
    public DataLinks(Supplier<String> siteUrl) {
        this.siteUrl = siteUrl;
    }

    /** @param products the columns, from 0, whose values the service knows */
    List<ServiceDescriptor> of(List<Integer> products) {
        return products.stream().map(this::descriptor).toList();
    }

    private ServiceDescriptor descriptor(int column) {
        return new ServiceDescriptor(
                "ivo://ivoa.net/std/DataLink#links-1.1",
                siteUrl.get() + "/datalink/links",
                "application/x-votable+xml;content=datalink",
                "ID",
                column);
    }
}
