package org.dapple.dbinit.mapping.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units that values of a column may be in, and how they are converted. */
final class Units {

    /** Metres a second, exactly. */
    private static final double LIGHT = 299_792_458;

    /** Planck's constant times the speed of light in eV m (CODATA 2018, exact by definition but for its digits). */
    private static final double ENERGY_TIMES_WAVELENGTH = 1.239_841_984_332_002_6e-6;

    private static final Map<String, Double> LENGTHS =
            sizes("m", 1, "km", 1e3, "cm", 1e-2, "mm", 1e-3, "um", 1e-6, "nm", 1e-9, "Angstrom", 1e-10, "pm", 1e-12);
    private static final Map<String, Double> FREQUENCIES =
            sizes("Hz", 1, "kHz", 1e3, "MHz", 1e6, "GHz", 1e9, "THz", 1e12);
    private static final Map<String, Double> ENERGIES = sizes("eV", 1, "keV", 1e3, "MeV", 1e6, "GeV", 1e9, "TeV", 1e12);
    private static final Map<String, Double> TIMES =
            sizes("s", 1, "ms", 1e-3, "us", 1e-6, "min", 60, "h", 3600, "d", 86_400, "yr", 31_557_600);
    private static final Map<String, Double> ANGLES =
            sizes("deg", 3600, "arcmin", 60, "arcsec", 1, "mas", 1e-3, "rad", 206_264.806_247_096_36);
    private static final Map<String, Double> SIZES = sizes(
            "kbyte",
            1e3,
            "byte",
            1,
            "Mbyte",
            1e6,
            "Gbyte",
            1e9,
            "Tbyte",
            1e12,
            "B",
            1,
            "kB",
            1e3,
            "MB",
            1e6,
            "GB",
            1e9,
            "TB",
            1e12,
            "KiB",
            1024,
            "MiB",
            1_048_576,
            "GiB",
            1_073_741_824);

    private Units() {}

    /** By the name of the unit that is possible for a column, its conversion, or null where nothing is to be done. */
    static Map<String, Conversion> of(Target column) {
        var possible = new LinkedHashMap<String, Conversion>();
        if (!column.isNumber() || column.unit() == null) {
            return possible;
        }
        switch (column.name()) {
            case "em_min", "em_max" -> addSpectral(possible);
            case "t_min", "t_max" -> addDates(possible);
            default -> addFamily(column.unit(), possible);
        }
        if (column.kind().equals("longitude")) {
            possible.put("h", new Conversion("multiple", 15.0));
            possible.put("hms", new Conversion("hms", null));
        }
        if (column.kind().equals("latitude")) {
            possible.put("dms", new Conversion("dms", null));
        }
        return possible;
    }

    /** Also what is the inverse of a wavelength. Which of two is the smaller one then changes; the file has to say it so. */
    private static void addSpectral(Map<String, Conversion> possible) {
        addFamily("m", possible);
        FREQUENCIES.forEach((unit, size) -> possible.put(unit, new Conversion("inverse", LIGHT / size)));
        ENERGIES.forEach((unit, size) -> possible.put(unit, new Conversion("inverse", ENERGY_TIMES_WAVELENGTH / size)));
    }

    private static void addDates(Map<String, Conversion> possible) {
        possible.put("MJD", null);
        possible.put("ISO", new Conversion("mjd", null));
        possible.put("JD", new Conversion("jd", null));
        possible.put("unix", new Conversion("unix", null));
    }

    private static void addFamily(String unit, Map<String, Conversion> possible) {
        possible.put(unit, null);
        for (Map<String, Double> family : List.of(LENGTHS, FREQUENCIES, ENERGIES, TIMES, ANGLES, SIZES)) {
            Double to = family.get(unit);
            if (to != null) {
                family.forEach((from, size) -> possible.put(from, Conversion.between(size, to)));
            }
        }
    }

    private static Map<String, Double> sizes(Object... namesAndSizes) {
        var sizes = new LinkedHashMap<String, Double>();
        for (int i = 0; i < namesAndSizes.length; i += 2) {
            sizes.put((String) namesAndSizes[i], ((Number) namesAndSizes[i + 1]).doubleValue());
        }
        return sizes;
    }
}
