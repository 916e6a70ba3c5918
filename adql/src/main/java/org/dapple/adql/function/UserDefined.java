package org.dapple.adql.function;

import static org.dapple.adql.catalog.AdqlType.BIGINT;
import static org.dapple.adql.catalog.AdqlType.DOUBLE;
import static org.dapple.adql.catalog.AdqlType.INTEGER;
import static org.dapple.adql.function.Parameter.NUMBER;
import static org.dapple.adql.function.Parameter.POINT;
import static org.dapple.adql.function.Parameter.TEXT;
import static org.dapple.adql.function.Parameter.TIME;
import static org.dapple.adql.function.Parameter.WHOLE;

import java.util.List;
import java.util.Locale;
import org.dapple.adql.catalog.AdqlType;

/**
 * A function that is declared by its signature; these are of the IVOA's Catalogue of ADQL User Defined Functions 1.2.
 *
 * @param form its declaration, as the {@code form} element of a {@code features-udf} feature wants it
 * @param description what it does
 */
public record UserDefined(Signature signature, String form, String description) {

    /** {@code order} and the position: pgSphere counts in the nested scheme too. */
    private static final String HEALPIX = "healpix_nest($1::int4, %s)";

    static final List<UserDefined> ALL = List.of(
            row(
                    "ivo_healpix_index(hpxOrder INTEGER, long DOUBLE, lat DOUBLE) -> BIGINT",
                    "The index of the HEALPix cell of an order, in nested numbering, in which a position (degrees) lies.",
                    BIGINT,
                    "(CASE WHEN $3 BETWEEN -90 AND 90 THEN " + HEALPIX.formatted("spoint(radians($2), radians($3))")
                            + " END)",
                    WHOLE,
                    NUMBER,
                    NUMBER),
            row(
                    "ivo_healpix_index(hpxOrder INTEGER, point POINT) -> BIGINT",
                    "The index of the HEALPix cell of an order, in nested numbering, in which a point lies.",
                    BIGINT,
                    HEALPIX.formatted("$2"),
                    WHOLE,
                    POINT),
            row(
                    "ivo_healpix_center(hpxOrder INTEGER, hpxIndex BIGINT) -> POINT",
                    "The centre of a HEALPix cell of an order, in nested numbering.",
                    AdqlType.POINT,
                    HealpixCentre.SQL,
                    WHOLE,
                    WHOLE),
            row(
                    "ivo_epoch_prop_pos(ra DOUBLE, dec DOUBLE, parallax DOUBLE, pmra DOUBLE, pmdec DOUBLE,"
                            + " radial_velocity DOUBLE, ref_epoch DOUBLE, out_epoch DOUBLE) -> POINT",
                    "Where a star is at another epoch (Julian years), from its position (degrees), parallax (mas), proper motion"
                            + " (mas/yr, that in ra with cos(dec) applied) and radial velocity (km/s); what is NULL counts as 0.",
                    AdqlType.POINT,
                    EpochPropagation.SQL,
                    NUMBER,
                    NUMBER,
                    NUMBER,
                    NUMBER,
                    NUMBER,
                    NUMBER,
                    NUMBER,
                    NUMBER),
            row(
                    "ivo_geom_transform(from_sys TEXT, to_sys TEXT, geo GEOMETRY) -> GEOMETRY",
                    "A POINT, CIRCLE or POLYGON in another reference frame; both frames are literals: ICRS, FK5 (J2000), FK4 (B1950),"
                            + " ECLIPTIC (J2000) or GALACTIC.",
                    AdqlType.POINT,
                    "",
                    TEXT,
                    TEXT,
                    Parameter.ANY),
            row(
                    "ivo_to_jd(d TIMESTAMP) -> DOUBLE",
                    "A time as Julian date, without regard to time scales.",
                    DOUBLE,
                    "(extract(epoch FROM $1::timestamp)::float8 / 86400 + 2440587.5)",
                    TIME),
            row(
                    "ivo_to_mjd(d TIMESTAMP) -> DOUBLE",
                    "A time as modified Julian date, without regard to time scales.",
                    DOUBLE,
                    "(extract(epoch FROM $1::timestamp)::float8 / 86400 + 40587)",
                    TIME),
            row(
                    "ivo_nocasematch(value TEXT, pattern TEXT) -> INTEGER",
                    "1 if the value follows the pattern (of LIKE) whatever the case, else 0.",
                    INTEGER,
                    "($1 ILIKE $2 ESCAPE '')::int4",
                    TEXT,
                    TEXT),
            row(
                    "ivo_string_agg(expression TEXT, delimiter TEXT) -> TEXT",
                    "All values of a group that are not NULL, one after the other with the delimiter between them.",
                    AdqlType.VARCHAR,
                    "string_agg($1, $2)",
                    TEXT,
                    TEXT),
            row(
                    "ivo_histogram(val DOUBLE, lower DOUBLE, upper DOUBLE, nbins INTEGER) -> INTEGER[]",
                    "How many values of a group are less than lower, in each of nbins bins of equal width from lower to upper (which"
                            + " belongs to no bin), and greater or equal: nbins + 2 counts. The limits and nbins are literals.",
                    AdqlType.INTEGER_ARRAY,
                    Histogram.SQL,
                    NUMBER,
                    NUMBER,
                    NUMBER,
                    WHOLE),
            row(
                    "ivo_hasword(haystack TEXT, needle TEXT) -> INTEGER",
                    "1 if all words of the second text are among those of the first, or have the same English stem, else 0.",
                    INTEGER,
                    "(to_tsvector('english', $1) @@ plainto_tsquery('english', $2))::int4",
                    TEXT,
                    TEXT),
            row(
                    "ivo_hashlist_has(hashlist TEXT, item TEXT) -> INTEGER",
                    "1 if a list of words separated by # has the given one, whatever the case, else 0.",
                    INTEGER,
                    "(lower($2) = ANY (string_to_array(lower($1), '#')))::int4",
                    TEXT,
                    TEXT),
            row(
                    "ivo_interval_overlaps(a1 DOUBLE, b1 DOUBLE, a2 DOUBLE, b2 DOUBLE) -> INTEGER",
                    "1 if the intervals a1 to b1 and a2 to b2 have a number in common, else 0.",
                    INTEGER,
                    "($1 <= $2 AND $3 <= $4 AND $1 <= $4 AND $3 <= $2)::int4",
                    NUMBER,
                    NUMBER,
                    NUMBER,
                    NUMBER),
            row(
                    "ivo_normal_random(mu DOUBLE, sigma DOUBLE) -> DOUBLE",
                    "A random number of the normal distribution with the given mean and standard deviation.",
                    DOUBLE,
                    "($1 + $2 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))",
                    NUMBER,
                    NUMBER),
            row(
                    "ivo_hms_to_degrees(hms TEXT) -> DOUBLE",
                    "Hours, minutes and seconds ('h:m:s', 'hhmmss' or 'hHmMsS') in degrees; NULL for other texts.",
                    DOUBLE,
                    Sexagesimal.HOURS,
                    TEXT),
            row(
                    "ivo_dms_to_degrees(dms TEXT) -> DOUBLE",
                    "Degrees, minutes and seconds ('d:m:s', 'ddmmss' or 'dDmMsS', with or without sign) in degrees; NULL for other"
                            + " texts.",
                    DOUBLE,
                    Sexagesimal.DEGREES,
                    TEXT));

    static UserDefined row(String form, String description, AdqlType result, String sql, Parameter... parameters) {
        String name = form.substring(0, form.indexOf('(')).toUpperCase(Locale.ROOT);
        Signature signature = new Signature(name, Feature.USER_DEFINED, List.of(parameters), result, sql);
        return new UserDefined(signature, form, description);
    }
}
