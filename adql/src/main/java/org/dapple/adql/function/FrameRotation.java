package org.dapple.adql.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dapple.adql.catalog.AdqlType;

/**
 * {@code ivo_geom_transform(from, to, geometry)}: from one reference frame to another by way of galactic coordinates, each step a rotation. A frame is known
 * by where the galactic pole is in it, and at which galactic longitude its own pole is.
 */
public final class FrameRotation {
    private static final Map<String, Pole> FRAMES = Map.of(
            "ICRS", new Pole(192.85947789477606, 27.128252414968028, 122.93192525541662),
            "FK5", new Pole(192.8594812065348, 27.12825118085624, 122.9319185680026),
            "FK4", new Pole(192.25, 27.4, 123),
            "ECLIPTIC", new Pole(180.0232213232385, 29.811445689869167, 96.3839887196571));

    private static final String GALACTIC = "GALACTIC";
    private static final String ROTATION = "strans(radians(%s), radians(%s), radians(%s), 'ZXZ')";

    private record Pole(double longitude, double latitude, double galacticLongitude) {
        String toGalactic() {
            return ROTATION.formatted(-longitude - 90, latitude - 90, galacticLongitude - 90);
        }
    }

    private FrameRotation() {}

    /** The names of the frames, from the IVOA's refframe vocabulary, in which case matters. */
    public static List<String> frames() {
        return List.of("ICRS", "FK5", "FK4", "ECLIPTIC", GALACTIC);
    }

    /** The function for two frames and a geometry; nothing when a frame is not known. */
    public static Optional<Signature> between(String from, String to, Parameter geometry) {
        if (!frames().contains(from) || !frames().contains(to)) {
            return Optional.empty();
        }
        String sql = "$1";
        if (!from.equals(to) && !from.equals(GALACTIC)) {
            sql = "(" + sql + " + " + FRAMES.get(from).toGalactic() + ")";
        }
        if (!from.equals(to) && !to.equals(GALACTIC)) {
            sql = "(" + sql + " - " + FRAMES.get(to).toGalactic() + ")";
        }
        AdqlType type = geometry.type();
        return Optional.of(new Signature("IVO_GEOM_TRANSFORM", Feature.USER_DEFINED, List.of(geometry), type, sql));
    }
}
