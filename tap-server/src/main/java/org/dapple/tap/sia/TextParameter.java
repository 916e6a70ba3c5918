package org.dapple.tap.sia;

/** The parameters that take texts, with the column of ObsCore that has to hold one of them exactly (SIA 2.0 §2.1.10 to §2.1.18). */
enum TextParameter {
    COLLECTION("obs_collection", "Data collection"),
    FACILITY("facility_name", "Telescope or observatory"),
    INSTRUMENT("instrument_name", "Instrument"),
    TARGET("target_name", "Object or field that was observed"),
    FORMAT("access_format", "Media type of what access_url gives");

    private final String column;
    private final String description;

    TextParameter(String column, String description) {
        this.column = column;
        this.description = description;
    }

    String column() {
        return column;
    }

    String description() {
        return description;
    }
}
