package org.dapple.tap.query;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.parse.AdqlWriter;
import org.dapple.dali.table.Info;
import org.dapple.tap.config.Publisher;
import org.dapple.tap.search.Search;

/** What a result tells about how it came to be (IVOA Note Data Origin in the VO 1.1, Query information). */
public final class DataOrigin {

    private static final String TAP = "ivo://ivoa.net/std/TAP";

    private final Publisher publisher;
    private final String software;
    private final Clock clock = Clock.systemUTC();

    /** @param software name and version of this server, such as {@code Dapple/1.0} */
    public DataOrigin(Publisher publisher, String software) {
        this.publisher = publisher;
        this.software = software;
    }

    List<Info> of(TapRequest request) {
        return of(TAP, request.url(), request.query());
    }

    /** The query is told as ADQL: by it the same can be asked of TAP. */
    List<Info> of(Search search) {
        return of(search.protocol(), search.url(), AdqlWriter.write(search.query()));
    }

    private List<Info> of(String protocol, Optional<String> url, String adql) {
        List<Info> infos = new ArrayList<>();
        infos.add(Info.of("publisher", publisher.name()));
        publisher.contact().ifPresent(contact -> infos.add(Info.of("contact", contact)));
        infos.add(Info.of("server_software", software));
        infos.add(Info.of("service_protocol", protocol));
        publisher
                .serviceId()
                .filter(ofTap -> protocol.equals(TAP))
                .ifPresent(id -> infos.add(Info.of("ivoid_service", id)));
        infos.add(Info.of(
                "request_date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        url.ifPresent(request -> infos.add(Info.of("request", request)));
        infos.add(Info.of("query", adql));
        return infos;
    }
}
