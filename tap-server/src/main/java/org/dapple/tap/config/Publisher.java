package org.dapple.tap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dapple.dali.config.Environment;

/**
 * Who publishes the data, as results tell it.
 *
 * @param authority IVOA authority, the {@code <authority>} in {@code ivo://<authority>/…}
 * @param name of the data centre, not blank
 * @param contact e-mail address or URL, where one is to be told
 * @param serviceId identifier under which the service is registered, where it is
 */
public record Publisher(String authority, String name, Optional<String> contact, Optional<String> serviceId) {

    public Publisher {
        Objects.requireNonNull(contact);
        Objects.requireNonNull(serviceId);
    }

    static Publisher from(Environment environment) {
        String authority = environment.text("DAPPLE_AUTHORITY", "dapple.example.org");
        return new Publisher(
                authority,
                environment.text("DAPPLE_PUBLISHER", authority),
                Optional.ofNullable(environment.text("DAPPLE_CONTACT", null)),
                Optional.ofNullable(environment.text("DAPPLE_SERVICE_IVOID", null)));
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (authority == null || !authority.matches("[A-Za-z0-9][A-Za-z0-9._~-]{2,}")) {
            problems.add("DAPPLE_AUTHORITY must be an IVOA authority such as dapple.example.org and is "
                    + (authority == null ? "not set" : quoted(authority)));
        }
        contact.filter(text -> !text.matches("[^@\\s]+@[^@\\s]+|https?://\\S+"))
                .ifPresent(text -> problems.add(
                        "DAPPLE_CONTACT must be an e-mail address or an http or https URL and is " + quoted(text)));
        serviceId
                .filter(text -> !text.matches("ivo://[A-Za-z0-9][A-Za-z0-9._~-]{2,}/[^?#\\s]+"))
                .ifPresent(text -> problems.add(
                        "DAPPLE_SERVICE_IVOID must be an IVOA identifier such as ivo://dapple.example.org/tap and is "
                                + quoted(text)));
        return problems;
    }

    private static String quoted(String value) {
        return "\"" + value + "\"";
    }
}
