package org.dapple.datalink.place;

/**
 * A place on Earth.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, any turn: 190 and -170 are the same
 */
public record Place(double latitude, double longitude) {

    /** Mean radius of the Earth by the International Union of Geodesy and Geophysics, in km. */
    private static final double RADIUS = 6371.0088;

    public Place {
        if (!isPlace(latitude, longitude)) {
            throw new IllegalArgumentException(
                    "there is no place at latitude " + latitude + ", longitude " + longitude);
        }
    }

    /** Whether there is such a place. */
    public static boolean isPlace(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360;
    }

    /** The great circle distance in km, by the formula that is exact for near, far and opposite places (Vincenty, on a sphere). */
    public double distanceTo(Place other) {
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double turn = Math.toRadians(other.longitude - longitude);
        double east = Math.cos(lat2) * Math.sin(turn);
        double north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(turn);
        double along = Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(turn);
        return RADIUS * Math.atan2(Math.hypot(east, north), along);
    }
}
