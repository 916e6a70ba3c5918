package org.dapple.dbinit.demo;

/**
 * A place on the sky.
 *
 * @param ra right ascension, ICRS, degrees from 0 to 360
 * @param dec declination, ICRS, degrees
 */
record Position(double ra, double dec) {

    /** The place at a distance and a position angle (from north through east), in degrees; alike on every machine. */
    Position offset(double distance, double angle) {
        double d = StrictMath.toRadians(distance);
        double lat = StrictMath.toRadians(dec);
        double theta = StrictMath.toRadians(angle);
        double sinLat = StrictMath.sin(lat) * StrictMath.cos(d)
                + StrictMath.cos(lat) * StrictMath.sin(d) * StrictMath.cos(theta);
        double dRa = StrictMath.atan2(
                StrictMath.sin(theta) * StrictMath.sin(d),
                StrictMath.cos(lat) * StrictMath.cos(d)
                        - StrictMath.sin(lat) * StrictMath.sin(d) * StrictMath.cos(theta));
        double shifted = (ra + StrictMath.toDegrees(dRa) + 720) % 360;
        return new Position(shifted, StrictMath.toDegrees(StrictMath.asin(clamp(sinLat))));
    }

    private static double clamp(double sine) {
        return Math.max(-1, Math.min(1, sine));
    }

    /** As in the IAU's names: J1337-2951. */
    String designation() {
        int minutes = (int) (ra * 4);
        int arcminutes = (int) (Math.abs(dec) * 60);
        return String.format(
                "J%02d%02d%s%02d%02d",
                minutes / 60, minutes % 60, dec < 0 ? "-" : "+", arcminutes / 60, arcminutes % 60);
    }
}
