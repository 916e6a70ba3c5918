package org.dapple.datalink.place;

import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
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

    /** The part of a record that tells the place. */
    record City(Location location) {

        @MaxMindDbConstructor
        City(@MaxMindDbParameter(name = "location") Location location) {
            this.location = location;
        }
    }

    /** Degrees, either null where it is unknown. */
    record Location(Double latitude, Double longitude) {

        @MaxMindDbConstructor
        Location(
                @MaxMindDbParameter(name = "latitude") Double latitude,
                @MaxMindDbParameter(name = "longitude") Double longitude) {
            this.latitude = latitude;
            this.longitude = longitude;
        }
    }

    @Override
    public Optional<Place> of(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reader.get(InetAddress.getByName(address), City.class))
                    .map(City::location)
                    .filter(at -> at.latitude() != null && at.longitude() != null)
                    .map(at -> new Place(at.latitude(), at.longitude()));
        } catch (IOException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
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
