package org.dapple.datalink.product;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a product covers, as ObsCore has it. It is read when a cutout service is described; most links have none.
 *
 * @param region s_region, or null
 * @param ra degrees, or NaN
 * @param dec degrees, or NaN
 * @param fieldOfView diameter in degrees, or NaN
 * @param shortest wavelength in m, or NaN
 * @param longest wavelength in m, or NaN
 * @param begin MJD, or NaN
 * @param end MJD, or NaN
 * @param polarisationStates such as {@code /I/Q/}, or null
 */
public record Coverage(
        String region,
        double ra,
        double dec,
        double fieldOfView,
        double shortest,
        double longest,
        double begin,
        double end,
        String polarisationStates) {

    /** Of a product that has no metadata. */
    static final Coverage UNKNOWN = new Coverage(
            null, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null);

    /** {@code ra dec radius} in degrees, around all that is covered. */
    public Optional<String> circle() {
        return Footprint.circle(region).or(this::field);
    }

    /** Vertices {@code ra dec …} in degrees, where the footprint is a polygon. */
    public Optional<String> polygon() {
        return Footprint.polygon(region);
    }

    /** Wavelengths in m. */
    public Optional<Interval> band() {
        return interval(shortest, longest);
    }

    /** MJD. */
    public Optional<Interval> time() {
        return interval(begin, end);
    }

    /** Such as {@code I}, {@code Q}. */
    public List<String> polarisations() {
        return polarisationStates == null
                ? List.of()
                : Arrays.stream(polarisationStates.split("/"))
                        .filter(state -> !state.isBlank())
                        .toList();
    }

    private Optional<String> field() {
        return Double.isNaN(ra) || Double.isNaN(dec) || Double.isNaN(fieldOfView)
                ? Optional.empty()
                : Optional.of(ra + " " + dec + " " + fieldOfView / 2);
    }

    private static Optional<Interval> interval(double min, double max) {
        return Double.isNaN(min) || Double.isNaN(max) ? Optional.empty() : Optional.of(new Interval(min, max));
    }
}
