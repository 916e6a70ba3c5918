package org.dapple.tap.sia;

import java.util.List;
import java.util.stream.Stream;
import org.dapple.dali.table.SelfDescription.Input;

/** What the service tells of its own parameters (SIA 2.0 §3.1.2). */
final class ImageInputs {

    /** One parameter of three shapes: a group of PARAMs has each name once, and no xtype means them all. */
    private static final String POS = "Region of the sky that the data meet, in degrees of ICRS:"
            + " CIRCLE longitude latitude radius, RANGE west east south north, or POLYGON longitude latitude …";

    private ImageInputs() {}

    static List<Input> all() {
        return Stream.of(
                        Stream.of(text("POS", "pos.outline;obs.field", POS, List.of())),
                        Stream.of(IntervalParameter.values()).map(ImageInputs::interval),
                        Stream.of(TextParameter.values())
                                .map(text -> text(text.name(), null, text.description(), List.of())),
                        Stream.of(
                                text("ID", "meta.ref.ivoid", "Publisher's identifier, in any case", List.of()),
                                text("POL", "meta.code;phys.polarization", "Polarisation state", polarizations()),
                                text("DPTYPE", "meta.code.class", "Kind of data product", ImageRequest.TYPES),
                                number("CALIB", "meta.code;obs.calib", "Level of calibration", calibrations()),
                                number("MAXREC", null, "Rows at most; 0 for metadata only", List.of()),
                                text("RESPONSEFORMAT", "meta.code.mime", "Format of the answer", List.of())))
                .flatMap(inputs -> inputs)
                .toList();
    }

    private static List<String> polarizations() {
        return ImageRequest.POLARIZATIONS;
    }

    private static List<String> calibrations() {
        return ImageRequest.CALIBRATIONS;
    }

    private static Input interval(IntervalParameter parameter) {
        return new Input(
                parameter.name(),
                "double",
                "2",
                "interval",
                parameter.unit(),
                parameter.ucd(),
                parameter.description(),
                List.of());
    }

    private static Input text(String name, String ucd, String description, List<String> options) {
        return new Input(name, "char", "*", null, null, ucd, description, options);
    }

    private static Input number(String name, String ucd, String description, List<String> options) {
        return new Input(name, "int", null, null, null, ucd, description, options);
    }
}
