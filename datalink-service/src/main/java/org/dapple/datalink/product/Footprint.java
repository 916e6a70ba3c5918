package org.dapple.datalink.product;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the s_region of ObsCore as far as SODA has a parameter of the same shape. */
public final class Footprint {

    private static final String NUMBERS = "((?:\\s+[-+0-9.eE]+)+)\\s*";
    private static final Pattern POLYGON = Pattern.compile("(?i)polygon(?:\\s+icrs)?" + NUMBERS);
    private static final Pattern CIRCLE = Pattern.compile("(?i)circle(?:\\s+icrs)?" + NUMBERS);

    private Footprint() {}

    /** The vertices of a polygon. */
    public static Optional<String> polygon(String region) {
        return numbers(POLYGON, region);
    }

    /** Centre and radius of a circle. */
    public static Optional<String> circle(String region) {
        return numbers(CIRCLE, region);
    }

    private static Optional<String> numbers(Pattern shape, String region) {
        Matcher matcher = shape.matcher(region == null ? "" : region.strip());
        return matcher.matches() ? Optional.of(matcher.group(1).strip().replaceAll("\\s+", " ")) : Optional.empty();
    }
}
