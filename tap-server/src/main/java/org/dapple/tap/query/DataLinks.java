package org.dapple.tap.query;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.ServiceDescriptor;

/**
 * The site's DataLink service, told beside results that name its data products. A column is known by its role in ObsCore,
 * which it keeps under any alias and loses in any expression.
 */
public final class DataLinks {

    private static final String ROLE = "obscore:Curation.PublisherDID";

    private final Supplier<String> siteUrl;

    /** @param siteUrl tells where the site's services are, without a trailing slash */
    public DataLinks(Supplier<String> siteUrl) {
        this.siteUrl = siteUrl;
    }

    List<ServiceDescriptor> of(List<Field> fields) {
        return IntStream.range(0, fields.size())
                .filter(column -> ROLE.equalsIgnoreCase(fields.get(column).utype()))
                .mapToObj(this::descriptor)
                .toList();
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
