package org.dapple.dbinit.demo;

import java.util.List;

/**
 * A survey of one telescope in one band.
 *
 * @param weight share of all DIDs, relative to the other collections
 * @param south the southernmost declination it covers, in degrees
 * @param north the northernmost
 * @param lowMhz the lower edge of its band, in MHz
 * @param highMhz the upper edge
 * @param radius of the field of view, in degrees
 * @param resolution in arcsec
 * @param hours exposure of one visit
 * @param visits how often each field was observed
 * @param firstDay MJD of the first observation
 */
record Collection(
        String name,
        String scope,
        String facility,
        String instrument,
        int weight,
        double south,
        double north,
        double lowMhz,
        double highMhz,
        double radius,
        double resolution,
        double hours,
        int visits,
        int firstDay,
        List<Footprint> footprints,
        List<Product> products) {

    private static final String FLUX = "phot.flux.density;em.radio";
    private static final Product IMAGE = new Product("image", "continuum.stokes_i", 3, "/I/", 1, 1, FLUX);
    private static final Product POLARISED_CUBE =
            new Product("cube", "continuum.stokes_iquv", 3, "/I/Q/U/V/", 288, 1, FLUX);
    private static final Product LINE_CUBE = new Product("cube", "line.restored", 3, "/I/", 15552, 1, FLUX);
    private static final Product SPECTRUM = new Product("spectrum", "line.source", 4, "/I/", 15552, 1, FLUX);
    private static final Product LINEAR_VISIBILITY =
            new Product("visibility", "calibrated", 2, "/XX/YY/XY/YX/", 4096, 3600, "stat.uncalib;em.radio");
    private static final Product RAW_VISIBILITY =
            new Product("visibility", "raw", 1, "/XX/YY/XY/YX/", 768, 1800, "stat.uncalib;em.radio");
    private static final Product LIGHT_CURVE = new Product("timeseries", "light_curve", 4, "/I/V/", 1, 240, FLUX);
    private static final Product PULSES = new Product("event", "filterbank", 1, "/XX/YY/", 1024, 1000000, FLUX);
    private static final Product CATALOGUE = new Product("measurements", "source.catalogue", 4, "/I/", 1, 1, FLUX);

    /** What the demo observes. */
    static final List<Collection> ALL = List.of(
            new Collection(
                    "MeerKAT-Deep-L",
                    "meerkat-deep",
                    "MeerKAT",
                    "L-band",
                    3,
                    -80,
                    20,
                    856,
                    1712,
                    0.55,
                    6.2,
                    8,
                    4,
                    58600,
                    List.of(Footprint.CIRCLE, Footprint.NONE),
                    List.of(IMAGE, POLARISED_CUBE, LINEAR_VISIBILITY)),
            new Collection(
                    "MeerKAT-Wide-UHF",
                    "meerkat-wide",
                    "MeerKAT",
                    "UHF-band",
                    3,
                    -90,
                    10,
                    544,
                    1088,
                    0.9,
                    11.5,
                    0.5,
                    2,
                    59300,
                    List.of(Footprint.CIRCLE),
                    List.of(IMAGE, LINEAR_VISIBILITY)),
            new Collection(
                    "ASKAP-Continuum-Mid",
                    "askap-continuum",
                    "ASKAP",
                    "ASKAP-PAF",
                    5,
                    -90,
                    48,
                    1223.5,
                    1511.5,
                    3.8,
                    9.8,
                    0.25,
                    2,
                    59000,
                    List.of(Footprint.SQUARE, Footprint.RANGE),
                    List.of(IMAGE, POLARISED_CUBE, CATALOGUE)),
            new Collection(
                    "ASKAP-HI",
                    "askap-hi",
                    "ASKAP",
                    "ASKAP-PAF",
                    4,
                    -90,
                    30,
                    1295.5,
                    1439.5,
                    3.8,
                    30,
                    16,
                    1,
                    59700,
                    List.of(Footprint.SQUARE, Footprint.BEAMS),
                    List.of(LINE_CUBE, SPECTRUM)),
            new Collection(
                    "ASKAP-Variables",
                    "askap-variables",
                    "ASKAP",
                    "ASKAP-PAF",
                    3,
                    -75,
                    40,
                    743.5,
                    1031.5,
                    3.2,
                    15,
                    0.2,
                    8,
                    59400,
                    List.of(Footprint.HEXAGON),
                    List.of(IMAGE, LIGHT_CURVE)),
            new Collection(
                    "MWA-Low-Sky",
                    "mwa-low",
                    "MWA",
                    "MWA-Phase2",
                    3,
                    -90,
                    30,
                    72,
                    231,
                    12,
                    75,
                    0.033,
                    3,
                    58100,
                    List.of(Footprint.NONE, Footprint.HEXAGON),
                    List.of(IMAGE, RAW_VISIBILITY)),
            new Collection(
                    "LOFAR-HBA-North",
                    "lofar-hba",
                    "LOFAR",
                    "HBA",
                    3,
                    0,
                    90,
                    120,
                    168,
                    2,
                    6,
                    8,
                    1,
                    57000,
                    List.of(Footprint.CIRCLE, Footprint.RANGE),
                    List.of(IMAGE, POLARISED_CUBE, RAW_VISIBILITY)),
            new Collection(
                    "MeerKAT-Pulsars",
                    "meerkat-pulsars",
                    "MeerKAT",
                    "PTUSE",
                    1,
                    -85,
                    35,
                    856,
                    1712,
                    0.1,
                    6.2,
                    0.1,
                    12,
                    58700,
                    List.of(Footprint.NONE),
                    List.of(LIGHT_CURVE, PULSES)));

    /** The i-th product of all its observations, when it observes so many fields. */
    Observation observation(int index, int fields) {
        return new Observation(this, index / visits % fields, index % visits, fields);
    }

    boolean covers(Position position) {
        return position.dec() >= south && position.dec() <= north;
    }

    /** Bandwidth of one channel relative to the middle of the band, inverted. */
    double resolvingPower(Product product) {
        return (lowMhz + highMhz) / 2 * product.channels() / (highMhz - lowMhz);
    }
}
