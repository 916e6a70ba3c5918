package org.dapple.dali.votable;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dapple.dali.table.Field;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * The coordinate systems that fields of the ObsCore model are in by that standard (ObsCore 1.1 §3.3): the role a field
 * has in the model says so, a UCD alone would not.
 */
enum CoordinateFrame {
    /** Positions and regions. */
    ICRS("SpatialAxis\\.Coverage\\.(Location|Support)\\..*") {
        @Override
        void declare(XmlOutput xml) throws IOException {
            xml.empty("COOSYS", Attributes.of("ID", id()).and("system", "ICRS"));
        }
    },
    /** Start and end of an observation; ObsCore fixes the origin and leaves time scale and place open. */
    MJD("TimeAxis\\.Coverage\\.Bounds\\.Limits\\..*") {
        @Override
        void declare(XmlOutput xml) throws IOException {
            xml.empty(
                    "TIMESYS",
                    Attributes.of("ID", id())
                            .and("timeorigin", "MJD-origin")
                            .and("timescale", "UNKNOWN")
                            .and("refposition", "UNKNOWN"));
        }
    };

    private final Pattern role;

    CoordinateFrame(String characterisation) {
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
        return name();
    }

    /** Writes the element that fields refer to. */
    abstract void declare(XmlOutput xml) throws IOException;
}
