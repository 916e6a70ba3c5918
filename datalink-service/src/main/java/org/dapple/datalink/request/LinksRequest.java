package org.dapple.datalink.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.rank.Order;

/**
 * The parameters of a request for links, typed and judged: those of DataLink 1.1 §2.1, and those by which clients of
 * Rucio's data lakes choose among replicas.
 *
 * @param ids in the order they were sent, each once
 * @param maxRec how many rows are asked for at most, 0 or more
 * @param responseFormat name or media type of the format, as the client wrote it
 * @param order by what replicas are put in order
 * @param rank the one storage element that is asked for, by its place in that order from 0
 * @param rses the storage elements whose replicas are wanted; all where it is empty
 * @param schemes of URLs that are wanted, in lower case; all where it is empty
 * @param besideSoda whether only replicas are wanted that a cutout service can reach
 * @param client where the client is
 */
public record LinksRequest(
        List<RequestedId> ids,
        OptionalLong maxRec,
        Optional<String> responseFormat,
        Order order,
        OptionalLong rank,
        Set<String> rses,
        Set<String> schemes,
        boolean besideSoda,
        ClientHints client) {

    /**
     * Judges what was sent. Unknown parameters are ignored (DALI 1.1 §3).
     *
     * @param connection the address that the request comes from, as far as it can be trusted
     * @throws ServiceFault that says which parameter is wrong and what would be right
     */
    public static LinksRequest of(Parameters parameters, Optional<String> connection) {
        return new LinksRequest(
                parameters.all("ID").stream().distinct().map(RequestedId::of).toList(),
                parameters.count("MAXREC"),
                parameters.responseFormat(),
                order(parameters),
                parameters.count("ranking"),
                list(parameters, "rse").collect(Collectors.toUnmodifiableSet()),
                list(parameters, "schemes")
                        .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                flag(parameters, "must_include_soda"),
                new ClientHints(
                        place(parameters),
                        parameters.single("site"),
                        parameters.single("client_ip_address"),
                        connection));
    }

    private static Order order(Parameters parameters) {
        String name = parameters.single("sort").orElse("nearest");
        return Order.named(name)
                .orElseThrow(() -> ServiceFault.usage(
                        "Parameter sort is '%s'; it takes nearest, nearest_by_ip, random or priority."
                                .formatted(shortened(name))));
    }

    /** Values may be repeated or separated by commas. */
    private static Stream<String> list(Parameters parameters, String name) {
        return parameters.all(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static boolean flag(Parameters parameters, String name) {
        String value = parameters.single(name).orElse("false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default ->
                throw ServiceFault.usage(
                        "Parameter %s is '%s'; it takes true or false.".formatted(name, shortened(value)));
        };
    }

    private static Optional<Place> place(Parameters parameters) {
        Optional<Double> latitude = degrees(parameters, "client_latitude", 90);
        Optional<Double> longitude = degrees(parameters, "client_longitude", 360);
        if (latitude.isPresent() != longitude.isPresent()) {
            throw ServiceFault.usage("Parameters client_latitude and client_longitude go together; only one is given.");
        }
        return latitude.map(north -> new Place(north, longitude.orElseThrow()));
    }

    private static Optional<Double> degrees(Parameters parameters, String name, double most) {
        Optional<String> given = parameters.single(name).map(String::strip);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> degrees = number(given.get()).filter(number -> Math.abs(number) <= most);
        if (degrees.isEmpty()) {
            throw ServiceFault.usage("Parameter %s is '%s'; it takes degrees from -%.0f to %.0f, such as %s=52.2."
                    .formatted(name, shortened(given.get()), most, most, name));
        }
        return degrees;
    }

    private static Optional<Double> number(String text) {
        return text.matches("[+-]?[0-9]{1,20}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?")
                ? Optional.of(Double.parseDouble(text))
                : Optional.empty();
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
