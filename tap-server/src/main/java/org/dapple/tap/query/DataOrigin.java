package org.dapple.tap.query;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dapple.dali.table.Info;
import org.dapple.tap.config.Publisher;

/** What a result tells about how it came to be (IVOA Note Data Origin in the VO 1.1, Query information). */
public final class DataOrigin {

    private final Publisher publisher;
    private final String software;
    private final Clock clock = Clock.systemUTC();

    /** @param software name and version of this server, such as {@code Dapple/1.0} */
    public DataOrigin(Publisher publisher, String software) {
        this.publisher = publisher;
        this.software = software;
    }

    List<Info> of(TapRequest request) {
        List<Info> infos = new ArrayList<>();
        infos.add(Info.of("publisher", publisher.name()));
        publisher.contact().ifPresent(contact -> infos.add(Info.of("contact", contact)));
        infos.add(Info.of("server_software", software));
        infos.add(Info.of("service_protocol", "ivo://ivoa.net/std/TAP"));
        publisher.serviceId().ifPresent(id -> infos.add(Info.of("ivoid_service", id)));
        infos.add(Info.of(
                "request_date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        request.url().ifPresent(url -> infos.add(Info.of("request", url)));
        infos.add(Info.of("query", request.query()));
        return infos;
    }
}
