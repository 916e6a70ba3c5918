package org.dapple.datalink.place;

import com.maxmind.db.DeserializationException;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A MaxMind database of cities (GeoLite2-City or GeoIP2-City). */
public final class GeoIpFile implements AddressPlaces, AutoCloseable {

    /** What Java reads as an address without asking a name server. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final Reader reader;

    /** @throws UncheckedIOException when the file cannot be read or is none */
    public GeoIpFile(Path file) {
        try {
            reader = new Reader(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the MaxMind database " + file + " cannot be read", e);
        }
    }

    @Override
    public Optional<Place> of(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return place(reader.get(InetAddress.getByName(address), Map.class));
        } catch (IOException | IllegalArgumentException | DeserializationException unknown) {
            return Optional.empty();
        }
    }

    /** @param city what is known of the address, or null */
    private static Optional<Place> place(Map<?, ?> city) {
        return city != null
                        && city.get("location") instanceof Map<?, ?> location
                        && location.get("latitude") instanceof Double latitude
                        && location.get("longitude") instanceof Double longitude
                        && Place.isPlace(latitude, longitude)
                ? Optional.of(new Place(latitude, longitude))
                : Optional.empty();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
