package org.dapple.tap.sia;

/** The parameters that take intervals, with the columns of ObsCore that they search (SIA 2.0 §2.1.2 to §2.1.17). */
enum IntervalParameter {
    BAND("em_min", "em_max", "m", "em.wl;stat.interval", "500e-9 550e-9", "Wavelengths in vacuum that the data cover"),
    TIME("t_min", "t_max", "d", "time.interval;obs.exposure", "59215 59580", "Times that the data cover, as MJD"),
    FOV("s_fov", "s_fov", "deg", "phys.angSize;instr.fov", "0.5 +Inf", "Diameter of the field of view"),
    SPATRES("s_resolution", "s_resolution", "arcsec", "pos.angResolution", "-Inf 0.5", "Spatial resolution"),
    SPECRP("em_res_power", "em_res_power", null, "spect.resolution", "1000 +Inf", "Spectral resolving power"),
    EXPTIME("t_exptime", "t_exptime", "s", "time.duration;obs.exposure", "60 +Inf", "Exposure time"),
    TIMERES("t_resolution", "t_resolution", "s", "time.resolution", "-Inf 1", "Temporal resolution");

    private final String lowColumn;
    private final String highColumn;
    private final String unit;
    private final String ucd;
    private final String example;
    private final String description;

    IntervalParameter(
            String lowColumn, String highColumn, String unit, String ucd, String example, String description) {
        this.lowColumn = lowColumn;
        this.highColumn = highColumn;
        this.unit = unit;
        this.ucd = ucd;
        this.example = example;
        this.description = description;
    }

    /** The least of what an observation covers. */
    String lowColumn() {
        return lowColumn;
    }

    /** The greatest of it; the same column where an observation has a single value. */
    String highColumn() {
        return highColumn;
    }

    /** In VOUnits, or null where there is none. */
    String unit() {
        return unit;
    }

    String ucd() {
        return ucd;
    }

    /** A value that it takes. */
    String example() {
        return example;
    }

    String description() {
        return description;
    }

    /** Whether negative numbers mean something. */
    boolean takesNegatives() {
        return this == TIME;
    }
}
