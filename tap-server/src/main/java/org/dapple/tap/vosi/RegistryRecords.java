package org.dapple.tap.vosi;

import java.time.Instant;
import org.dapple.dali.vosi.RegistryRecord;
import org.dapple.tap.config.Publisher;

/** The services in the words of a registry, so that a site can register them as they are. */
public final class RegistryRecords {

    private final Publisher publisher;
    private final Instant startedAt;

    public RegistryRecords(Publisher publisher, Instant startedAt) {
        this.publisher = publisher;
        this.startedAt = startedAt;
    }

    /**
     * The record of a service.
     *
     * @param site URL of the services' root, without a trailing slash
     */
    public RegistryRecord of(ServiceDescription service, String site) {
        return new RegistryRecord(
                identifier(service),
                startedAt,
                new RegistryRecord.Text(
                        service.title() + " at " + publisher.name(),
                        service.description(),
                        site + "/",
                        publisher.name(),
                        publisher.contact().filter(contact -> !contact.contains("/"))),
                service.capabilities().apply(site + service.path()),
                PublishedTables.of(service.published().get()));
    }

    private String identifier(ServiceDescription service) {
        return publisher
                .serviceId()
                .filter(id -> service.path().equals("/tap"))
                .orElse("ivo://" + publisher.authority() + service.path());
    }
}
