package org.dapple.dali.votable;

import java.io.IOException;
import java.util.Optional;
import org.dapple.dali.table.Field;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * The coordinate systems that fields of the ObsCore model are in by that standard (ObsCore 1.1 §3.3): the role a field
 * has in the model says so, a UCD alone would not.
 */
enum CoordinateFrame {
    /** Positions and regions. */
    ICRS {
        @Override
        boolean holds(String utype) {
            return isCharacterised("SpatialAxis.Coverage.Location.", utype)
                    || isCharacterised("SpatialAxis.Coverage.Support.", utype);
        }

        @Override
        void declare(XmlOutput xml) throws IOException {
            xml.empty("COOSYS", Attributes.of("ID", id()).and("system", "ICRS"));
        }
    },
    /** Start and end of an observation; ObsCore fixes the origin and leaves time scale and place open. */
    MJD {
        @Override
        boolean holds(String utype) {
            return isCharacterised("TimeAxis.Coverage.Bounds.Limits.", utype);
        }

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

    private static final String CHARACTERISATION = "obscore:Char.";

    /** The frame of a field, where its role in ObsCore names one. */
    static Optional<CoordinateFrame> of(Field field) {
        String utype = field.utype();
        if (utype != null && startsWith(CHARACTERISATION, utype, 0)) {
            for (CoordinateFrame frame : values()) {
                if (frame.holds(utype)) {
                    return Optional.of(frame);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isCharacterised(String axis, String utype) {
        return startsWith(axis, utype, CHARACTERISATION.length());
    }

    /** Utypes are compared without case. */
    private static boolean startsWith(String beginning, String utype, int from) {
        return utype.regionMatches(true, from, beginning, 0, beginning.length());
    }

    /** Whether fields of this utype, one of a characterisation, are in it. */
    abstract boolean holds(String utype);

    /** What a FIELD refers to. */
    String id() {
        return name();
    }

    /** Writes the element that fields refer to. */
    abstract void declare(XmlOutput xml) throws IOException;
}
