package org.dapple.dali.votable;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dapple.dali.table.Field;

/**
 * The coordinate systems that fields of the ObsCore model are in by that standard (ObsCore 1.1 §3.3): the role a field
 * has in the model says so, a UCD alone would not.
 */
enum CoordinateFrame {
    /** Positions and regions. */
    SPACE("icrs", "<COOSYS ID=\"icrs\" system=\"ICRS\"/>\n", "SpatialAxis\\.Coverage\\.(Location|Support)\\..*"),
    /** Start and end of an observation; ObsCore fixes the origin and leaves time scale and place open. */
    TIME(
            "mjd",
            "<TIMESYS ID=\"mjd\" timeorigin=\"MJD-origin\" timescale=\"UNKNOWN\" refposition=\"UNKNOWN\"/>\n",
            "TimeAxis\\.Coverage\\.Bounds\\.Limits\\..*");

    private final String id;
    private final String element;
    private final Pattern role;

    CoordinateFrame(String id, String element, String characterisation) {
        this.id = id;
        this.element = element;
        this.role = Pattern.compile("obscore:Char\\." + characterisation, Pattern.CASE_INSENSITIVE);
    }

    /** The frame of a field, where its role in ObsCore names one. */
    static Optional<CoordinateFrame> of(Field field) {
        return Optional.ofNullable(field.utype())
                .flatMap(utype -> Arrays.stream(values())
                        .filter(frame -> frame.role.matcher(utype).matches())
                        .findFirst());
    }

    /** What a FIELD refers to. */
    String id() {
        return id;
    }

    /** The element that declares the frame. */
    String element() {
        return element;
    }
}
